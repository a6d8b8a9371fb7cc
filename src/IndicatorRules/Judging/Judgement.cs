using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Judging;

/// <summary>The results of all scripts of a scheme for one place and year. Immutable.</summary>
/// <remarks>
/// Also the answer of an isolated process, which sends reasons and conclusions not as objects but as <see cref="Said"/> and
/// <see cref="Told"/>, the sentences that reports show.
/// </remarks>
/// <param name="Rows">One entry per indicator, in the scheme's order.</param>
/// <param name="Conclusion">The conclusion; null when the scheme has none or it was not requested.</param>
/// <param name="Checks">One entry per check, in the scheme's order; empty when they were not requested.</param>
internal sealed record Judgement(ImmutableArray<RowVerdicts> Rows, ConclusionResult? Conclusion, ImmutableArray<CheckResult> Checks);

/// <summary>The results of one indicator's rules. Immutable.</summary>
/// <param name="Rule">The verdict on the year judged.</param>
/// <param name="Stages">The verdict on each dated target, in the scheme's order.</param>
/// <param name="Said">The sentences of the rule, then of each stage; empty if the verdicts have reasons or none were requested.</param>
internal sealed record RowVerdicts(Verdict Rule, ImmutableArray<Verdict> Stages, ImmutableArray<Said> Said)
{
    /// <summary>The dated targets, found by an isolated process in reasons that it does not send; empty otherwise.</summary>
    public ImmutableArray<DatedTarget> Targets { get; init; } = [];

    internal Said? SaidOfRule => Said is [var first, ..] ? first : null;

    internal Said? SaidOf(int stage) => Said.IsEmpty ? null : Said[stage + 1];
}

/// <summary>The reasons of a verdict as reports show them. Immutable.</summary>
/// <param name="Margin">The margin; null when there is none.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
/// <param name="Uppers">The verdicts of upper schemes; empty for stages.</param>
internal sealed record Said(decimal? Margin, Sentences Zh, Sentences En, ImmutableArray<UpperOutcome> Uppers)
{
    /// <summary>The margin in percent of what is required; null for stages, and where it is unknown.</summary>
    public decimal? MarginPercent { get; init; }

    internal Sentences In(Language language) => language == Language.En ? En : Zh;
}

/// <summary>The same in one language; all but the reasons are empty for stages. Immutable.</summary>
/// <param name="Reasons">The reasons.</param>
/// <param name="Margins">The margins with their signs.</param>
/// <param name="MarginTexts">The margins in words.</param>
/// <param name="Requirements">Tested numbers that are not in the printed target.</param>
/// <param name="Flips">The changes that would turn the verdict.</param>
/// <param name="Clauses">The clauses that ask something of a figure.</param>
/// <param name="Deciding">Those whose margins count.</param>
internal sealed record Sentences(
    ImmutableArray<string> Reasons, ImmutableArray<string> Margins, ImmutableArray<string> MarginTexts, ImmutableArray<string> Requirements,
    ImmutableArray<string> Flips, ImmutableArray<Clause> Clauses, ImmutableArray<Clause> Deciding);

/// <summary>The result of the conclusion script. Immutable.</summary>
/// <param name="Fault">The kind of its fault; empty when it succeeded.</param>
/// <param name="Points">The points of each row that the scheme gives points, in the scheme's order.</param>
internal sealed record ConclusionResult(string Fault, ImmutableArray<RowPoints> Points)
{
    /// <summary>The conclusion; null when the script ended without one, or ran in another process.</summary>
    [JsonIgnore]
    public Conclusion? Conclusion { get; init; }

    /// <summary>The conclusion of a script that ran in another process; null otherwise.</summary>
    public Told? Told { get; init; }
}

/// <summary>A conclusion as reports show it. Immutable.</summary>
/// <param name="LeastGrade">The index of the lowest possible grade; null when there is none.</param>
/// <param name="MostGrade">The index of the highest.</param>
/// <param name="Points">The points; null when there are none.</param>
/// <param name="IsUndetermined">Whether something is open.</param>
/// <param name="DecidedBy">The ids of the indicators that decide it.</param>
/// <param name="Zh">The reasons in Chinese.</param>
/// <param name="En">The reasons in English.</param>
internal sealed record Told(
    int? LeastGrade, int? MostGrade, Interval? Points, bool IsUndetermined, ImmutableArray<string> DecidedBy, ImmutableArray<string> Zh,
    ImmutableArray<string> En);

/// <summary>The result of one check. Immutable.</summary>
/// <param name="Fault">The kind of its fault; empty when it succeeded.</param>
/// <param name="Found">The contradictions.</param>
internal sealed record CheckResult(string Fault, ImmutableArray<ContradictionResult> Found);

/// <summary>One contradiction. Immutable.</summary>
/// <param name="Message">The contradiction in one sentence.</param>
/// <param name="Sides">The entries that contradict each other.</param>
/// <param name="Remedy">What to do about it, in one sentence.</param>
/// <param name="IsLack">Whether evidence is missing, rather than that figures contradict each other.</param>
internal sealed record ContradictionResult(
    LocalizedText Message, ImmutableArray<SideResult> Sides, LocalizedText Remedy, bool IsLack);

/// <summary>One side of a contradiction, whose location the host knows. Immutable.</summary>
/// <param name="Kind">Where it is: in the facts, the background or the scheme.</param>
/// <param name="Year">The year of the column; 0 when there is none.</param>
/// <param name="Id">The id of the indicator or background figure.</param>
/// <param name="Item">The item's id; empty for the row itself.</param>
/// <param name="Name">The name of the entry.</param>
/// <param name="Said">Its figure or words.</param>
/// <param name="Source">Document, table and row; empty when the facts do not name them.</param>
internal sealed record SideResult(OriginKind Kind, int Year, string Id, string Item, LocalizedText Name, LocalizedText Said, string Source);
