using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Checks;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Model;
using Origin = IndicatorRules.Contract.Quantities.Origin;

namespace IndicatorRules.Checking;

/// <summary>Runs a scheme's checks on facts and the verdicts about them.</summary>
internal static class CheckRun
{
    /// <param name="checks">The checks; null when the scheme has none.</param>
    /// <param name="job">The place and year.</param>
    /// <param name="rows">The verdicts, with their reasons.</param>
    internal static ImmutableArray<CheckResult> Run(CheckContext? checks, JudgingJob job, ImmutableArray<RowVerdicts> rows)
    {
        if (checks is null)
        {
            return [];
        }

        var scheme = job.Compiled.Scheme;
        checks.Bind(new CheckInput(
            job.Facts,
            job.Year,
            [.. scheme.Indicators.Select((indicator, i) => job.Faulty.Contains(i)
                ? Row(indicator, i, null, null)
                : Row(indicator, i, job.Facts.RowOf(job.Year, indicator.Id), rows[i].Rule.Reason))],
            [.. scheme.Background.Select(b => new BackgroundInfo(b.Id, b.Name, b.Unit))]));
        return [.. Enumerable.Range(0, scheme.Checks.Length).Select(i => Result(checks.CheckSafely(i)))];
    }

    private static CheckResult Result((ImmutableArray<FoundContradiction> Found, string Fault) said) =>
        new(said.Fault, [
            .. said.Found.Select(c => new ContradictionResult(
                ContradictionWriter.Write(c), [.. c.Origins.Select(Side)], ContradictionWriter.Remedy(c), ContradictionWriter.IsLack(c))),
        ]);

    private static SideResult Side(Origin o) => new(o.Kind, o.Year, o.Id, o.Item, o.Name, o.Said, o.Source?.ToString() ?? "");

    private static CheckedRow Row(Indicator indicator, int index, IndicatorFacts? facts, Reason? reason)
    {
        var info = indicator.ToInfo(null);
        return new(
            index,
            indicator.Number,
            new(info.Own, indicator.Unit, indicator.Target),
            [
                .. indicator.Items.Zip(info.Items, (item, figure) =>
                    new CheckedFigureInfo(figure, item.Unit, item.Target ?? LocalizedText.Empty)),
            ],
            SourceOf(indicator.Source),
            facts,
            reason);
    }

    private static Source SourceOf(SourceRef source)
    {
        string[] parts = [source.TableName.Zh, source.Row is { } row ? $"第{row}行" : ""];
        return new(source.Document, string.Join(' ', parts.Where(p => p.Length > 0)));
    }
}
