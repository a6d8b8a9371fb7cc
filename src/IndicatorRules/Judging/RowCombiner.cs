using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Judging;

/// <summary>Combines verdicts of a scheme's rows into those of groups, and of rows that their items judge. Immutable.</summary>
internal sealed class RowCombiner
{
    private readonly Scheme _scheme;
    private readonly ImmutableArray<Combined> _all;

    private RowCombiner(Scheme scheme, ImmutableArray<Combined> all) => (_scheme, _all) = (scheme, all);

    /// <summary>The combiner of a scheme; null when no row combines others, as in most schemes.</summary>
    internal static RowCombiner? Of(Scheme scheme)
    {
        if (!scheme.Indicators.Any(i => i.Combines is not null))
        {
            return null;
        }

        // A group may have rows that their items judge; no group has groups.
        var combined = scheme.Indicators.Index().Where(i => i.Item.Combines is not null).OrderBy(i => i.Item.Combines!.IsGroup)
            .Select(i => new Combined(i.Index, i.Item.Combines!, [.. i.Item.Combines!.Rows.Select(scheme.IndexOf)]));
        return new(scheme, [.. combined]);
    }

    /// <summary>Replaces the verdicts of the rows that combine others.</summary>
    /// <param name="verdictOf">The verdict of a row, by its index and that of its stage; -1 for its own rule.</param>
    /// <param name="replace">Takes the combined verdict.</param>
    /// <param name="withReasons">Whether to record reasons.</param>
    internal void Run(Func<int, int, Verdict> verdictOf, Action<int, int, Verdict> replace, bool withReasons)
    {
        foreach (var combined in _all)
        {
            var row = _scheme.Indicators[combined.Index];
            var own = combined.Rows.Select(i => (i, -1));
            replace(combined.Index, -1, Combine(combined, -1, own, verdictOf, withReasons));
            for (var stage = 0; stage < row.Stages.Length; stage++)
            {
                var id = row.Stages[stage].Stage.Id;
                var there = combined.Rows.Select(i => (i, StageOf(_scheme.Indicators[i], id))).Where(r => r.Item2 >= 0);
                replace(combined.Index, stage, Combine(combined, stage, there, verdictOf, withReasons));
            }
        }
    }

    // The row's own rule counts as well.
    private Verdict Combine(
        Combined combined, int stage, IEnumerable<(int Row, int Stage)> rows, Func<int, int, Verdict> verdictOf, bool withReasons)
    {
        var all = rows.Select(r => (r.Row, Verdict: verdictOf(r.Row, r.Stage))).ToList();
        var how = combined.How;
        var verdict = new Verdict(how.Of(all.Select(r => r.Verdict.Proven)), how.Of(all.Select(r => r.Verdict.Claimed)));
        if (withReasons)
        {
            verdict = new CombinationReason(
                verdict, [.. all.Select(r => new CombinedRow(Label(_scheme.Indicators[r.Row]), r.Verdict))], how.AtLeast).Verdict;
        }

        var own = verdictOf(combined.Index, stage);
        return own is { Proven: Status.NotApplicable, Claimed: Status.NotApplicable } ? verdict : own & verdict;
    }

    private static LocalizedText Label(Indicator row) => row.ItemOf is null
        ? new($"第{row.Number}项“{row.Name.Zh}”", $"no. {row.Number} “{row.Name.En}”") : new($"“{row.Name.Zh}”", $"“{row.Name.En}”");

    private static int StageOf(Indicator row, string id)
    {
        for (var i = 0; i < row.Stages.Length; i++)
        {
            if (row.Stages[i].Stage.Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    private sealed record Combined(int Index, Combination How, ImmutableArray<int> Rows);
}
