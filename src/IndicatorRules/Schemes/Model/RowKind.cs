namespace IndicatorRules.Schemes.Model;

/// <summary>How an indicator counts (指标属性).</summary>
public enum RowKind : byte
{
    /// <summary>Reference (参考性).</summary>
    Reference = 0,

    /// <summary>Binding (约束性).</summary>
    Binding = 1,
}

/// <summary>The kind of an indicator at one level. Immutable.</summary>
/// <param name="SchemeId">The scheme that sets it.</param>
/// <param name="Kind">The kind.</param>
public sealed record LevelKind(string SchemeId, RowKind Kind);
