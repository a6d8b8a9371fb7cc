using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Checks;

/// <summary>The usual contradictions within one row.</summary>
internal static class RowChecks
{
    internal static Contradictions OtherUnit(CheckedRow row, int year) => IsItem(row) ? default : new(
    [
        .. row.Figures.Where(f => OtherThan(f.Info, f.Fact) is not null)
            .Select(f => Found(
                ContradictionKind.OtherUnit,
                row.InFacts(f.Info, year, OtherThan(f.Info, f.Fact)!, f.Fact.Source),
                row.InScheme(f.Info, new($"单位 {f.Info.Figure.Unit}", $"unit {f.Info.Figure.Unit}")))),
    ]);

    internal static Contradictions RepeatsTarget(CheckedRow row, int year) => IsItem(row) ? default : new(
    [
        .. row.Figures.Where(f => Repeats(f.Info, f.Fact.Value)).Select(f => Found(
            ContradictionKind.RepeatsTarget,
            row.InFacts(f.Info, year, f.Fact.Value.Text, f.Fact.Source),
            row.InScheme(f.Info, f.Info.Target))),
    ]);

    internal static Contradictions TrendUnproven(CheckedRow row, int year)
    {
        var claimed = Leaves.Of(row.Reason).OfType<CourseReason>()
            .Where(f => f is { Claimed: Status.Met, Proven: Status.Undetermined, Reference: null })
            .Select(f => new ClaimedCourse(f.Figure.Id, f.ReferenceYear)).Distinct().ToList();
        return new(
        [
            .. row.Figures.SelectMany(f => claimed.Where(c => c.Id == f.Info.Figure.Id).Select(c => Found(
                ContradictionKind.TrendUnproven,
                row.InFacts(f.Info, year, ClaimOf(f.Fact, row.Facts!.Own), f.Fact.Source),
                row.InScheme(f.Info, row.Own.Target)) with { Year = c.ReferenceYear })),
        ]);
    }

    internal static Contradictions MetWithoutTask(CheckedRow row, int year) =>
        row.Facts is { Own.ReportedMet: true, SuperiorTask: { State: SuperiorTaskState.NoneSet } task }
            ? new([Found(
                ContradictionKind.MetWithoutTask,
                row.InFacts(row.Own, year, new("是否达标：是", "met: yes"), null),
                row.InFacts(row.Own, year, task.Text.Length > 0 ? task.Text : new LocalizedText("上级未下达", "no task was set"), null))])
            : default;

    internal static Contradictions BindsTwice(CheckedRow row, int year) => new(
    [
        .. (row.Facts?.PrintedKinds ?? []).GroupBy(b => b.Level, StringComparer.Ordinal).Where(level => level.Distinct().Count() > 1)
            .Select(level => Found(
                ContradictionKind.BindsTwice, [.. level.Distinct().Select(b => row.InFacts(row.Own, year, Printed(b), null))])),
    ]);

    // The figure of an item with a rule of its own is looked at with its row's.
    private static bool IsItem(CheckedRow row) => ItemRow.Split(row.Own.Figure.Id) is not null;

    private static LocalizedText Printed(PrintedKind binding)
    {
        var level = binding.Level.Length > 0 ? $"（{binding.Level}）" : "";
        return binding.IsBinding ? new($"约束性{level}", $"binding{level}") : new($"参考性{level}", $"reference{level}");
    }

    // What is given instead of the figure: a quota for a rate, a change, a figure of another unit.
    private static LocalizedText? OtherThan(CheckedFigureInfo info, Fact fact)
    {
        var unit = info.Figure.Unit;
        var missing = fact.Value is { IsAbsent: true, Absence: AbsenceKind.NotReported };
        if (fact.Value.Kind == ReadingKind.Quota && unit != "-")
        {
            return fact.Value.Text;
        }

        if (missing && fact.Related.FirstOrDefault(r => r.Unit != unit) is { } related)
        {
            // Words in place of the figure say more than a figure beside it.
            var isSilent = fact.Value.Text is "" or "-" or "—" or "－" or "——" or "/";
            return isSilent ? related.ToString() : fact.Value.Text;
        }

        return missing && fact.Change is { } change
            ? new($"较 {change.Since} 年变化 {Reading.Plain(change.Percent)}%",
                $"changed by {Reading.Plain(change.Percent)}% since {change.Since}")
            : null;
    }

    // A state that the scheme lists is an answer of its own, also where the target names the same.
    private static bool Repeats(CheckedFigureInfo info, Reading value) =>
        value.Kind is ReadingKind.Bound or ReadingKind.Range or ReadingKind.Words or ReadingKind.Absent
        && info.Figure.StateOf(value.Text) is null
        && info.Target.Zh.Split('\n').Any(line => line.Length > 0 && line == value.Text);

    private static LocalizedText ClaimOf(Fact fact, Fact own) => (fact.ClaimedTrend ?? own.ClaimedTrend) switch
    {
        Trend.Stable => new("保持稳定", "stable"),
        Trend.Improving => new("持续改善", "improving"),
        Trend.Worsening => new("恶化", "worsening"),
        _ => new("是否达标：是", "met: yes"),
    };

    private static FoundContradiction Found(ContradictionKind kind, params ImmutableArray<Origin> origins) =>
        new() { Kind = kind, Origins = origins };

    private sealed record ClaimedCourse(string? Id, int? ReferenceYear);
}
