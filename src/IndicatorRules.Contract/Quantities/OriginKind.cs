namespace IndicatorRules.Contract.Quantities;

/// <summary>What kind of place a figure or statement comes from.</summary>
internal enum OriginKind : byte
{
    /// <summary>A row or item of the facts.</summary>
    Facts = 0,

    /// <summary>A background figure of the facts (背景数据).</summary>
    Background = 1,

    /// <summary>What the scheme itself prints: a target, a unit, a stage.</summary>
    Scheme = 2,

    /// <summary>A verdict, in a conclusion.</summary>
    Verdict = 3,
}
