using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Contract.Extending;

/// <summary>What a facts reader made of a file. Immutable.</summary>
/// <param name="Facts">The facts; null when the file is wrong.</param>
/// <param name="Problems">What is wrong with the file; with facts, what is worth a look.</param>
public sealed record FactsReading(PlaceFacts? Facts, ImmutableArray<FactsProblem> Problems)
{
    /// <summary>Facts without a fault.</summary>
    public static FactsReading Of(PlaceFacts facts) => new(facts, []);

    /// <summary>A file that is wrong.</summary>
    public static FactsReading Refused(params ImmutableArray<FactsProblem> problems) => new(null, problems);
}
