namespace IndicatorRules.Contract.Facts;

/// <summary>
/// A figure beside the table (背景数据): population, GDP. Checked against others, never judged. Immutable.
/// </summary>
/// <param name="Id">The figure's id in the scheme.</param>
/// <param name="Fact">What is known.</param>
public sealed record BackgroundFact(string Id, Fact Fact)
{
    /// <summary>The figure's id in the scheme.</summary>
    public string Id { get; init => field = Given.NotNull(value); } = Given.NotNull(Id);

    /// <summary>What is known.</summary>
    public Fact Fact { get; init => field = Given.NotNull(value); } = Given.NotNull(Fact);
}
