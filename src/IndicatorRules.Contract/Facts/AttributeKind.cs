namespace IndicatorRules.Contract.Facts;

/// <summary>The types of what a scheme asks of a place.</summary>
public enum AttributeKind : byte
{
    /// <summary>One of a list: climate class.</summary>
    Choice = 0,

    /// <summary>A number.</summary>
    Number = 1,

    /// <summary>Parts of a whole in percent, 100 together: terrain.</summary>
    Shares = 2,
}
