using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Contract.Extending;

/// <summary>What a facts reader made of a file. Immutable.</summary>
/// <param name="facts">The facts; null when the file is wrong.</param>
/// <param name="problems">What is wrong with the file; with facts, what is worth a look.</param>
public sealed class FactsReading(PlaceFacts? facts, ImmutableArray<FactsProblem> problems)
{
    /// <summary>The facts; null when the file is wrong.</summary>
    public PlaceFacts? Facts => facts;

    /// <summary>What is wrong with the file; with facts, what is worth a look.</summary>
    public ImmutableArray<FactsProblem> Problems => problems;

    /// <summary>Facts without a fault.</summary>
    public static FactsReading Of(PlaceFacts facts) => new(facts, []);

    /// <summary>A file that is wrong.</summary>
    public static FactsReading Refused(params ImmutableArray<FactsProblem> problems) => new(null, problems);
}
