using IndicatorRules.Reloading;

namespace IndicatorRules.Reloading;

/// <summary>What a refresh of a host found changed. Immutable.</summary>
/// <param name="report">The change; never empty.</param>
public sealed class SchemesChangedEventArgs(RefreshReport report) : EventArgs
{
    /// <summary>The change; never empty.</summary>
    public RefreshReport Report { get; } = report;
}
