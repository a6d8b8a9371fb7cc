using IndicatorRules.Isolation;

namespace IndicatorRules;

/// <summary>How a host runs scripts in a child process; see <see cref="SchemeHostOptions.Isolation"/>. Immutable.</summary>
/// <remarks>
/// The host starts the process on demand and ends it. There is one process per host: assessments wait for each other. Reports are
/// identical; of reasons the host has only the sentences, and <see cref="Contract.Verdict.Reason"/> is null.
/// </remarks>
public sealed class IsolationOptions
{
    /// <summary>The time limit of one assessment, a start of the process included; 30 seconds by default.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Creates the runner; a child process by default.</summary>
    internal Func<IIsolated>? Starts { get; init; }

    internal IIsolated Start() => Starts?.Invoke() ?? new IsolatedHost(Deadline);
}
