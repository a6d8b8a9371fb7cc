using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Judging;

/// <summary>What all scripts of a scheme said of one place and year. Immutable.</summary>
/// <remarks>
/// Also the answer of an isolated process: reasons and conclusions do not leave it as objects, but as <see cref="Said"/> and
/// <see cref="Told"/>, the sentences that reports show.
/// </remarks>
/// <param name="Rows">One entry per indicator, in the scheme's order.</param>
/// <param name="Conclusion">The conclusion; null where the scheme has none or it was not asked for.</param>
/// <param name="Checks">One entry per check, in the scheme's order; empty where they were not asked for.</param>
internal sealed record Judgement(ImmutableArray<RowVerdicts> Rows, ConclusionResult? Conclusion, ImmutableArray<CheckResult> Checks);

/// <summary>What the rules of one indicator said. Immutable.</summary>
/// <param name="Rule">Of the year judged.</param>
/// <param name="Stages">Of each dated target, in the scheme's order.</param>
/// <param name="Said">
/// The rule's sentences and then each stage's; empty where the verdicts hold their reasons or none were asked for.
/// </param>
internal sealed record RowVerdicts(Verdict Rule, ImmutableArray<Verdict> Stages, ImmutableArray<Said> Said)
{
    /// <summary>The sentences of the rule.</summary>
    internal Said? SaidOfRule => Said is [var first, ..] ? first : null;

    /// <summary>The sentences of a stage.</summary>
    internal Said? SaidOf(int stage) => Said.IsEmpty ? null : Said[stage + 1];
}

/// <summary>The reasons of a verdict as reports show them. Immutable.</summary>
/// <param name="Margin">The margin; null where there is none.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
internal sealed record Said(decimal? Margin, Sentences Zh, Sentences En)
{
    internal Sentences In(Language language) => language == Language.En ? En : Zh;
}

/// <summary>The same in one language; what is of indicators alone is empty for stages. Immutable.</summary>
/// <param name="Reasons">Why.</param>
/// <param name="Margins">The margins with their signs.</param>
/// <param name="MarginTexts">The margins in words.</param>
/// <param name="Requirements">What is asked for and not printed.</param>
/// <param name="Flips">What would turn the verdict.</param>
internal sealed record Sentences(
    ImmutableArray<string> Reasons, ImmutableArray<string> Margins, ImmutableArray<string> MarginTexts, ImmutableArray<string> Requirements,
    ImmutableArray<string> Flips);

/// <summary>What the script that concludes said. Immutable.</summary>
/// <param name="Fault">A key that names what went wrong in it; empty when nothing did.</param>
internal sealed record ConclusionResult(string Fault)
{
    /// <summary>The conclusion; null where the script ended without one, or ran in another process.</summary>
    [JsonIgnore]
    public Conclusion? Conclusion { get; init; }

    /// <summary>The conclusion of a script that ran in another process; null otherwise.</summary>
    public Told? Told { get; init; }
}

/// <summary>A conclusion as reports show it. Immutable.</summary>
/// <param name="LeastGrade">The index of the lowest grade that may come out; null where there is none.</param>
/// <param name="MostGrade">The index of the highest.</param>
/// <param name="Points">The points; null where there are none.</param>
/// <param name="IsUndetermined">Whether something is left open.</param>
/// <param name="DecidedBy">The ids of the indicators that decide it.</param>
/// <param name="Zh">Why, in Chinese.</param>
/// <param name="En">Why, in English.</param>
internal sealed record Told(
    int? LeastGrade, int? MostGrade, Interval? Points, bool IsUndetermined, ImmutableArray<string> DecidedBy, ImmutableArray<string> Zh,
    ImmutableArray<string> En);

/// <summary>What one check said. Immutable.</summary>
/// <param name="Fault">A key that names what went wrong in it; empty when nothing did.</param>
/// <param name="Found">The contradictions.</param>
internal sealed record CheckResult(string Fault, ImmutableArray<ContradictionResult> Found);

/// <summary>One contradiction. Immutable.</summary>
/// <param name="Message">What contradicts what, one sentence.</param>
/// <param name="Sides">What contradicts each other.</param>
internal sealed record ContradictionResult(LocalizedText Message, ImmutableArray<SideResult> Sides);

/// <summary>One side of a contradiction, of which the host knows the location. Immutable.</summary>
/// <param name="Kind">Where it is: in the facts, the background or the scheme.</param>
/// <param name="Year">The year of the column; 0 where there is none.</param>
/// <param name="Id">The indicator's id, or the background figure's.</param>
/// <param name="Item">The item's id; empty for the row itself.</param>
/// <param name="Name">What is there.</param>
/// <param name="Said">The figure or words there.</param>
/// <param name="Source">Document, table and row; empty where the facts do not say.</param>
internal sealed record SideResult(OriginKind Kind, int Year, string Id, string Item, LocalizedText Name, LocalizedText Said, string Source);
