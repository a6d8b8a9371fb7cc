namespace IndicatorRules.Schemes.Model;

/// <summary>How an indicator counts (指标属性).</summary>
public enum RowKind : byte
{
    /// <summary>Reference (参考性).</summary>
    Reference = 0,

    /// <summary>Binding (约束性).</summary>
    Binding = 1,
}
