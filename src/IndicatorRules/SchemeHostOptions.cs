using IndicatorRules.Extending;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Store;

namespace IndicatorRules;

/// <summary>How a host is set up; read once when it opens. Immutable.</summary>
public sealed record SchemeHostOptions
{
    /// <summary>Directories whose subfolders are plugins.</summary>
    public required IReadOnlyList<string> PluginDirectories { get; init; }

    /// <summary>
    /// The versions and contents to hold to; null, the default, for whatever stands in the directories. Where anything
    /// locked is gone or differs, nothing is judged; what is not locked is not there.
    /// </summary>
    public LockFile? Lock { get; init; }

    /// <summary>
    /// Compiles the scripts; by default a worker process that the host starts and ends. A compiler in this process must
    /// be asked for by name, and its crash is then the host's.
    /// </summary>
    internal IRuleCompiler? Compiler { get; init; }

    /// <summary>
    /// Runs rules, conclusions, checks and the functions that rules call in a process of their own; null, the default, runs them in this
    /// one, which is faster.
    /// </summary>
    public IsolationOptions? Isolation { get; init; }

    /// <summary>
    /// The compiled extensions whose functions rules may call; null for none, and schemes that declare functions are then refused. The
    /// caller disposes it after the host.
    /// </summary>
    public ExtensionHost? Extensions { get; init; }

    /// <summary>The most steps that one rule, its upper schemes' included, may take; 100,000 by default.</summary>
    /// <remarks>A step is a word of the rule; a few hundred is usual. Schemes that may take more are refused.</remarks>
    public long RuleBudget { get; init; } = 100_000;

    /// <summary>
    /// Where compiled schemes are stored for the next process; by default the user's own cache folder, null for nowhere. A folder that
    /// others own or may write in is not used, and one that cannot be written to is no error (<see cref="SchemeHost.Notices"/>).
    /// </summary>
    /// <remarks>
    /// Safe between processes; at most 80 MB. Images made by <see cref="Compiler"/> are stored where it has an
    /// <see cref="IRuleCompiler.Identity"/>. Every image is verified again when it is loaded.
    /// </remarks>
    public string? StoreDirectory { get; init; } = StoreLocation.PerUser;

    /// <summary>
    /// A folder that <see cref="Precompilation"/> filled and that was shipped with the program, searched before
    /// <see cref="StoreDirectory"/>; null, the default, for none.
    /// </summary>
    /// <remarks>It is trusted like the program's own files and never written to. Give no folder that others may write in.</remarks>
    public string? PrecompiledDirectory { get; init; }

    /// <summary>Whether the memory of a scheme that is replaced is freed while the process lives; true by default.</summary>
    /// <remarks>
    /// A short program that replaces no scheme starts sooner without: code that may be unloaded is optimized at once, however seldom it
    /// runs, and cannot be the native code of <see cref="PrecompiledDirectory"/>.
    /// </remarks>
    public bool Unloadable { get; init; } = true;

    /// <summary>
    /// Whether the program is sure to judge at once; false by default. The compile worker then starts while plugins are read, where the host
    /// has neither a store nor precompiled schemes.
    /// </summary>
    public bool CompilesAtOnce { get; init; }

    /// <summary>Decides when a failed compilation may be tried again and how old stored files are; decides no verdict.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;
}
