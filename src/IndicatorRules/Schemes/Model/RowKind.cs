namespace IndicatorRules.Schemes.Model;

/// <summary>How hard an indicator counts (指标属性).</summary>
public enum RowKind : byte
{
    /// <summary>参考性.</summary>
    Reference = 0,

    /// <summary>约束性.</summary>
    Binding = 1,
}
