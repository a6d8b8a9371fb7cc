using IndicatorRules.Extending;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Scripting.Caching;

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
    public IRuleCompiler? Compiler { get; init; }

    /// <summary>
    /// Runs the rules in another process, such as the EvaluationWorker of the package IndicatorRules.Evaluator; by default
    /// they run in this one, which is what makes them fast. The caller disposes it after the host.
    /// </summary>
    public RuleEvaluator? Evaluator { get; init; }

    /// <summary>
    /// The compiled extensions whose functions rules may call; null for none, and schemes that declare functions are
    /// then refused, as they are with an <see cref="Evaluator"/>. The caller disposes it after the host.
    /// </summary>
    public ExtensionHost? Extensions { get; init; }

    /// <summary>The most steps that one rule, its upper schemes' included, may take; 100,000 by default.</summary>
    /// <remarks>A step is a word of the rule; a few hundred is usual. Schemes that may take more are refused.</remarks>
    public long RuleBudget { get; init; } = 100_000;

    /// <summary>
    /// Where compiled schemes are kept for the next process; by default the user's own cache folder, null for nowhere. A
    /// folder that others own or may write in is not used; one that cannot be written is no fault.
    /// </summary>
    /// <remarks>
    /// Safe between processes, at most 64 MB of images and 21 MB of all else. Images made by <see cref="Compiler"/> are kept where it can
    /// name its
    /// <see cref="IRuleCompiler.Identity"/>. Every image is checked again when it is loaded.
    /// </remarks>
    public string? CacheDirectory { get; init; } = CacheLocation.PerUser;

    /// <summary>
    /// Whether what a scheme takes is given back while the process lives. One that ends with its answer, like the tool's,
    /// starts sooner without: code that may be unloaded is optimized at once, however seldom it runs.
    /// </summary>
    internal bool Unloadable { get; init; } = true;

    /// <summary>
    /// Whether something is sure to be judged at once: the compile worker then starts while schemes are read, where nothing is kept.
    /// </summary>
    internal bool CompilesAtOnce { get; init; }

    /// <summary>Tells when a failed compilation may be tried again, and ages the cache; decides no verdict.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Entries that came with the program, asked before the user's own; null where none did.</summary>
    internal string? PrecompiledDirectory { get; init; }
}
