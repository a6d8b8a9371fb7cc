namespace IndicatorRules.Schemes.Resolving;

/// <summary>Size limits of a scheme with its lineage.</summary>
internal static class LineageCaps
{
    /// <summary>Schemes, including the lowest. This also limits the recursion along a chain.</summary>
    internal const int Schemes = 128;

    /// <summary>Indicators and items of all schemes together.</summary>
    internal const int Figures = 20_000;

    /// <summary>Views of its schemes; see <see cref="SchemeView"/>.</summary>
    internal const int Views = 256;
}
