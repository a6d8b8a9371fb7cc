namespace IndicatorRules.Contract.Facts;

/// <summary>What the facts claim of a figure's course, with no earlier figure to show it.</summary>
public enum Trend : byte
{
    /// <summary>保持稳定.</summary>
    Stable = 0,

    /// <summary>持续改善, 持续提升.</summary>
    Improving = 1,

    /// <summary>下降, 恶化.</summary>
    Worsening = 2,
}
