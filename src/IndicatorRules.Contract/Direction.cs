namespace IndicatorRules.Contract;

/// <summary>Which way a figure improves.</summary>
public enum Direction : byte
{
    /// <summary>The scheme does not say; words about trends then cannot be judged.</summary>
    None = 0,

    /// <summary>Higher is better.</summary>
    Higher = 1,

    /// <summary>Lower is better.</summary>
    Lower = 2,
}
