namespace IndicatorRules.Contract.Facts;

/// <summary>The type of a place attribute.</summary>
public enum AttributeKind : byte
{
    /// <summary>One choice of a list, such as a climate class.</summary>
    Choice = 0,

    /// <summary>A number.</summary>
    Number = 1,

    /// <summary>Shares in percent that sum to 100, such as terrain.</summary>
    Shares = 2,
}
