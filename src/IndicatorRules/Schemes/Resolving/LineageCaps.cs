namespace IndicatorRules.Schemes.Resolving;

/// <summary>How large a scheme may be together with all that it rests on.</summary>
internal static class LineageCaps
{
    /// <summary>The most schemes, the lowest included. No chain is longer, and no walk along one goes deeper.</summary>
    internal const int Schemes = 128;

    /// <summary>The most indicators and items of all its schemes together.</summary>
    internal const int Figures = 20_000;

    /// <summary>The most views of its schemes; see <see cref="SchemeView"/>.</summary>
    internal const int Views = 256;
}
