using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Judging;

namespace IndicatorRules.Assessing;

/// <summary>Reasons → their clauses, in one language.</summary>
internal sealed class ClauseReader(Language language, Evidence evidence)
{
    /// <summary>The most clauses of one rule; a rule that doubles itself has one of them thousands of times.</summary>
    private const int Most = 200;

    private readonly Wording _words = new(language);
    private readonly ClauseWriter _clauses = new(new Wording(language));
    private readonly LackWriter _lacks = new(new Wording(language));

    /// <summary>
    /// The clauses in the order of the rule, each once; of a decided branch, those of the branch taken. Only those that still matter name
    /// what they lack: of “a or b” with a met, nobody has to find b.
    /// </summary>
    internal IEnumerable<Clause> All(Reason root)
    {
        var open = Leaves(root, onlyOpen: true).Take(Reason.MostSteps).Select(Of).ToHashSet();
        return Leaves(root, onlyOpen: false).Take(Reason.MostSteps).Select(Of).Distinct().Take(Most)
            .Select(c => open.Contains(c) ? c : c with { Lacking = "" });
    }

    internal Clause Of(Reason leaf) => new(
        leaf is FigureReason { Figure.IsItem: true } f ? f.Figure.Name.In(language)
            : leaf is SuperiorTaskReason { Text.Length: > 0, State: SuperiorTaskState.Figures } task ? task.Text : "",
        Asked(leaf),
        leaf is FigureReason { Reading: not (null or { IsAbsent: true, Text: "-" }) } figure ? _words.Value(figure) : "-",
        leaf is FigureReason { Reading: { Kind: ReadingKind.Number, Low: { } number } } ? number : null,
        leaf.Verdict.StatusUnder(evidence),
        leaf.Verdict.BasisUnder(evidence),
        BoundOf(leaf),
        leaf.Margin,
        leaf.Unit,
        _lacks.Write(leaf));

    /// <summary>The upper schemes whose rule was asked, each once, in the order of the rule.</summary>
    internal IEnumerable<UpperOutcome> Uppers(Reason root) => UppersIn(root).Take(Reason.MostSteps)
        .Select(u => new UpperOutcome(u.SchemeId, u.Verdict.StatusUnder(evidence))).DistinctBy(u => u.SchemeId);

    private string Asked(Reason leaf) => leaf switch
    {
        SuperiorTaskReason { Task: { } task } =>
            (task.AtMost ? "≤" : "≥") + Wording.WithUnit(Wording.Stated(task.Required), leaf.Unit),
        SuperiorTaskReason => _words.Say("完成上级任务", "the superior's task completed"),
        FigureReason f => _clauses.Requirement(f).ReplaceLineEndings(" "),
        _ => "",
    };

    private static decimal? BoundOf(Reason leaf) => leaf switch
    {
        BoundReason f => f.Bound,
        OtherFigureReason f => f.Bound,
        OnTrackReason f => f.Required,
        AboutReason f => f.Value,
        SuperiorTaskReason f => f.Task?.Required ?? f.Reading?.Assigned,
        RangeReason f => f.Margin is { } margin && f.Reading?.High == f.High - margin ? f.High : f.Low,
        CourseReason { Course: Course.ChangeAtLeast or Course.ChangeAtMost } f => f.Amount,
        _ => null,
    };

    // Only the open ones: those of no part that figures decide.
    private static IEnumerable<Reason> Leaves(Reason reason, bool onlyOpen) => reason switch
    {
        _ when onlyOpen && reason.Proven != Status.Undetermined => [],
        WhenReason { Taken: { } taken } => Leaves(taken, onlyOpen),
        WhenReason { Condition.Proven: Status.NotApplicable } branch => Leaves(branch.Condition, onlyOpen),
        { Parts.IsEmpty: false } => reason.Parts.SelectMany(p => Leaves(p, onlyOpen)),
        FigureReason => [reason],
        _ => [],
    };

    private static IEnumerable<UpperReason> UppersIn(Reason reason) => reason switch
    {
        UpperReason upper => UppersIn(upper.Upper).Prepend(upper),
        WhenReason { Taken: { } taken } => UppersIn(taken),
        _ => reason.Parts.SelectMany(UppersIn),
    };
}
