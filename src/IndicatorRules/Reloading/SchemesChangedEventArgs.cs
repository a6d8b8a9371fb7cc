using IndicatorRules.Reloading;

namespace IndicatorRules.Reloading;

/// <summary>The changes of a refresh of a host. Immutable.</summary>
/// <param name="report">The change; never empty.</param>
public sealed class SchemesChangedEventArgs(RefreshReport report) : EventArgs
{
    /// <summary>The change; never empty.</summary>
    public RefreshReport Report { get; } = report;
}
