using IndicatorRules.Extending;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Store;
using IndicatorRules.Workers;

namespace IndicatorRules;

/// <summary>The options of a host, read once when it opens. Immutable.</summary>
/// <example><code>
/// using var host = SchemeHost.Open(new SchemeHostOptions
/// {
///     PluginDirectories = ["plugins", "/srv/county-plugins"],
///     StoreDirectory = "/var/cache/county",
///     Noticed = diagnostic => Console.Error.WriteLine(diagnostic),
/// });
/// </code></example>
public sealed class SchemeHostOptions
{
    /// <summary>Directories whose subfolders are plugins.</summary>
    public required IReadOnlyList<string> PluginDirectories { get; init; }

    /// <summary>
    /// The locked versions and contents; null, the default, accepts whatever the directories contain. If a locked scheme is missing or
    /// differs, nothing is judged; schemes that are not locked are ignored.
    /// </summary>
    public LockFile? Lock { get; init; }

    /// <summary>Compiles the scripts; by default a worker process that the host starts and ends.</summary>
    internal IRuleCompiler? Compiler { get; init; }

    /// <summary>
    /// Runs rules, conclusions, checks and the functions that rules call in a child process; null, the default, runs them in this one,
    /// which is faster.
    /// </summary>
    public IsolationOptions? Isolation { get; init; }

    /// <summary>
    /// The compiled extensions whose functions rules may call; null, the default, for none: schemes that declare functions are then
    /// rejected. The caller disposes it after the host.
    /// </summary>
    public ExtensionHost? Extensions { get; init; }

    /// <summary>The maximum steps of one rule, upper schemes' rules included; 100,000 by default.</summary>
    /// <remarks>A step is a word of the rule; a few hundred is usual. Schemes that may exceed it are rejected.</remarks>
    public long RuleBudget { get; init; } = 100_000;

    /// <summary>
    /// The folder that stores compiled schemes for the next process; by default in the user's cache folder, null for none. A folder that
    /// others own or can write to is not used, and one that cannot be written to is not an error (<see cref="SchemeHost.Notices"/>).
    /// </summary>
    /// <remarks>
    /// Safe between processes; at most 80 MB. Images of <see cref="Compiler"/> are stored if it has an
    /// <see cref="IRuleCompiler.Identity"/>. Every image is verified again when it is loaded.
    /// </remarks>
    public string? StoreDirectory { get; init; } = DefaultStoreDirectory;

    /// <summary>The default of <see cref="StoreDirectory"/>; null where the user has no cache folder.</summary>
    public static string? DefaultStoreDirectory => StoreLocation.PerUser;

    /// <summary>
    /// A folder that <see cref="Precompilation"/> filled and that was shipped with the program, searched before
    /// <see cref="StoreDirectory"/>; by default <see cref="DefaultPrecompiledDirectory"/>, null for none.
    /// </summary>
    /// <remarks>
    /// Trusted like the program's own files and never written to. Do not use a folder that others can write to. A scheme that has changed
    /// since is not found there and compiled, if the compile worker was shipped.
    /// </remarks>
    public string? PrecompiledDirectory { get; init; } = DefaultPrecompiledDirectory;

    /// <summary>
    /// The folder <c>precompiled</c> beside the application, where its build puts the compiled <c>IndicatorRulesPlugin</c> items; null
    /// where there is none.
    /// </summary>
    public static string? DefaultPrecompiledDirectory =>
        InApplication("precompiled") is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>
    /// The folder <c>plugins</c> beside the application, where its build puts <c>IndicatorRulesPlugin</c> items, whatever the current
    /// directory is.
    /// </summary>
    public static string ApplicationPluginDirectory => InApplication("plugins");

    /// <summary>Whether the memory of a replaced scheme is freed while the process runs; true by default.</summary>
    /// <remarks>
    /// A short program that replaces no scheme starts faster with false: unloadable code is optimized at once, however rarely it runs, and
    /// cannot be the native code of <see cref="PrecompiledDirectory"/>.
    /// </remarks>
    public bool Unloadable { get; init; } = true;

    /// <summary>
    /// Whether the program will certainly judge at once; false by default. If so, and the host has neither a store nor precompiled schemes,
    /// the compile worker starts while plugins are read.
    /// </summary>
    public bool CompilesAtOnce { get; init; }

    /// <summary>
    /// Called for what happens to the host rather than to facts: a compile worker that ended, was late or could not be started, with its
    /// last words (IR4011), a scheme that was set aside (IR4110), and what <see cref="SchemeHost.Notices"/> has at the start; null, the
    /// default, for nobody. For logs; requests report the same.
    /// </summary>
    /// <remarks>Called on the host's threads, at times by several at once. What it throws is reported to the request as IR4114.</remarks>
    public Action<Diagnostic>? Noticed { get; init; }

    /// <summary>
    /// Whether the host emits metrics and spans, by the meter and the activity source named <c>IndicatorRules</c>; true by default. A short
    /// program without observers starts a little faster with false.
    /// </summary>
    public bool EmitsSignals { get; init; } = true;

    /// <summary>The clock for retries of failed compilations and the age of stored files; it decides no verdict.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    private static string InApplication(string name)
    {
        var folders = WorkerLauncher.Current.ApplicationFolders.Select(folder => Path.Combine(folder, name)).ToList();
        return folders.Find(Directory.Exists) ?? folders[0];
    }
}
