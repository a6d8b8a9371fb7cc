namespace IndicatorRules.Contract.Facts;

/// <summary>What is known of one item. Immutable.</summary>
/// <param name="Id">The item's id in the scheme.</param>
/// <param name="Fact">What is known.</param>
public sealed record ItemFact(string Id, Fact Fact)
{
    /// <summary>The item's id in the scheme.</summary>
    public string Id { get; init => field = Given.NotNull(value); } = Given.NotNull(Id);

    /// <summary>What is known.</summary>
    public Fact Fact { get; init => field = Given.NotNull(value); } = Given.NotNull(Fact);

    /// <summary>The superior's task for the item, which the item's own rule asks for.</summary>
    public SuperiorTaskFacts SuperiorTask { get; init => field = Given.NotNull(value); } = SuperiorTaskFacts.NotStated;

    internal bool HasEstimates => Fact.IsEstimated || SuperiorTask.HasEstimates;
}
