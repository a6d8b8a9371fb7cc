using System.Collections.Immutable;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>What a conclusion is bound to before it runs.</summary>
/// <param name="Year">The year judged.</param>
/// <param name="Rows">The verdicts, in the scheme's order.</param>
/// <param name="Domains">The names of the scheme's domains, in its order.</param>
/// <param name="Kinds">The scheme's kinds of rows, in its order.</param>
/// <param name="Exempt">What a row that does not apply counts as for points: Met earns them, anything else leaves it out.</param>
internal sealed record ConclusionInput(
    int Year, ImmutableArray<ConcludedRow> Rows, ImmutableArray<LocalizedText> Domains, ImmutableArray<NamedKind> Kinds, Status Exempt)
{
    /// <summary>What the facts' adjustments add to the points, or take away.</summary>
    public decimal Adjusted { get; init; }
}

/// <summary>A kind of rows.</summary>
/// <param name="Id">The id in the scheme.</param>
/// <param name="Name">The name as printed.</param>
internal sealed record NamedKind(string Id, LocalizedText Name);
