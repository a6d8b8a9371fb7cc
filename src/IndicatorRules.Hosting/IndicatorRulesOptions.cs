using IndicatorRules.Contract;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IndicatorRules.Hosting;

/// <summary>How an application uses IndicatorRules; bound from configuration, validated when the application starts.</summary>
/// <remarks>Relative paths are relative to the application's content root. Read once, when the host is opened.</remarks>
public sealed class IndicatorRulesOptions
{
    /// <summary>
    /// Directories whose subfolders are plugins; by default the one that the application's build fills with its <c>IndicatorRulesPlugin</c>
    /// items (<see cref="SchemeHostOptions.ApplicationPluginDirectory"/>), wherever the content root is.
    /// </summary>
    public IList<string> Plugins { get; } = [];

    /// <summary>
    /// A folder of compiled schemes that is shipped with the application; null, the default, for the one that its build made, if it did
    /// (<see cref="SchemeHostOptions.DefaultPrecompiledDirectory"/>), and empty for none.
    /// </summary>
    public string? Precompiled { get; set; }

    /// <summary>
    /// The folder that stores compiled schemes for the next process; null, the default, for the user's cache folder, and empty for none.
    /// </summary>
    public string? Store { get; set; }

    /// <summary>The lock file of versions and contents; null, the default, accepts whatever the directories contain.</summary>
    public string? LockFile { get; set; }

    /// <summary>The maximum steps of one rule; see <see cref="SchemeHostOptions.RuleBudget"/>.</summary>
    public long RuleBudget { get; set; } = 100_000;

    /// <summary>Whether scripts run in a child process; see <see cref="SchemeHostOptions.Isolation"/>. False by default.</summary>
    public bool Isolated { get; set; }

    /// <summary>
    /// The schemes to compile before the application is ready, as <c>id</c> or <c>id@range</c>; <c>*</c> for all. None by default: the
    /// first request for a scheme compiles it.
    /// </summary>
    public IList<string> WarmUp { get; } = [];

    /// <summary>Whether changes of the plugins are adopted while the application runs. False by default.</summary>
    public bool Watch { get; set; }

    /// <summary>The language of logs and health reports; English by default.</summary>
    public Language Language { get; set; } = Language.En;

    /// <summary>Maps each state of the host to what its readiness check reports.</summary>
    public HealthOptions Health { get; } = new();
}

/// <summary>The health that each state of a host is reported as. Where several states hold, the worst is reported.</summary>
public sealed class HealthOptions
{
    /// <summary>A scheme to warm up is not compiled yet; <see cref="HealthStatus.Unhealthy"/> by default.</summary>
    public HealthStatus WarmingUp { get; set; } = HealthStatus.Unhealthy;

    /// <summary>A scheme to warm up cannot be compiled; <see cref="HealthStatus.Unhealthy"/> by default.</summary>
    public HealthStatus WarmUpFailed { get; set; } = HealthStatus.Unhealthy;

    /// <summary>
    /// A plugin on disk is faulty; schemes that were in force before still are. <see cref="HealthStatus.Degraded"/> by default.
    /// </summary>
    public HealthStatus PluginFaulty { get; set; } = HealthStatus.Degraded;

    /// <summary>A scheme is set aside, or the compile worker does not run; <see cref="HealthStatus.Degraded"/> by default.</summary>
    public HealthStatus SchemeFailing { get; set; } = HealthStatus.Degraded;

    /// <summary>The store of compiled schemes cannot be used, so starts are slow; <see cref="HealthStatus.Healthy"/> by default.</summary>
    public HealthStatus StoreUnused { get; set; } = HealthStatus.Healthy;
}
