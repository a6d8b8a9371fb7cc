namespace IndicatorRules.Contract.Facts;

/// <summary>One line that the table handed in prints under binding (指标属性). Immutable.</summary>
/// <param name="Level">The level that the line names: 国家; empty where it names none.</param>
/// <param name="IsBinding">True for 约束性, false for 参考性.</param>
public sealed record PrintedKind(string Level, bool IsBinding)
{
    /// <summary>The level that the line names; empty where it names none.</summary>
    public string Level { get; init => field = Given.NotNull(value); } = Given.NotNull(Level);
}
