using IndicatorRules.Isolation;

namespace IndicatorRules;

/// <summary>How a host runs scripts in a process of their own; see <see cref="SchemeHostOptions.Isolation"/>. Immutable.</summary>
/// <remarks>
/// The host starts the process when it is first needed, and ends it. One runs for each host: assessments wait for one another. Reports are
/// the same to the byte; of reasons the host gets the sentences, and <see cref="Contract.Verdict.Reason"/> is null.
/// </remarks>
public sealed class IsolationOptions
{
    /// <summary>The longest that one assessment may take, the process's start included; 30 seconds by default.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Starts what runs the scripts; a child process by default.</summary>
    internal Func<IIsolated>? Starts { get; init; }

    internal IIsolated Start() => Starts?.Invoke() ?? new IsolatedHost(Deadline);
}
