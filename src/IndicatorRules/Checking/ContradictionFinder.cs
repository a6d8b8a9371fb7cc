using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Checks;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;
using Origin = IndicatorRules.Contract.Quantities.Origin;

namespace IndicatorRules.Checking;

/// <summary>Facts, their assessment and a scheme's checks → findings.</summary>
internal static class ContradictionFinder
{
    internal static Result<FactsReview> Find(CompiledScheme compiled, FactsFile file, Assessment assessment)
    {
        var bag = new DiagnosticBag();
        var findings = ImmutableArray.CreateBuilder<Contradiction>();
        var rules = compiled.Rent();
        try
        {
            if (rules.Checks is { } checks)
            {
                rules.BindPlace(s => PlaceResolver.Resolve(file, s, new DiagnosticBag()));
                checks.Bind(Input(file.Facts, assessment));
                for (var i = 0; i < compiled.Scheme.Checks.Length; i++)
                {
                    findings.AddRange(Run(checks, compiled.Scheme, i, file, bag));
                }
            }
        }
        finally
        {
            compiled.Return(rules);
        }

        return new(new FactsReview(assessment, findings.ToImmutable()), bag.ToImmutable());
    }

    private static IEnumerable<Contradiction> Run(CheckContext checks, Scheme scheme, int index, FactsFile file, DiagnosticBag bag)
    {
        var check = scheme.Checks[index];
        var (found, fault) = checks.CheckSafely(index);
        if (fault.Length > 0)
        {
            var at = check.Script.At(0);
            bag.Add(
                DiagnosticCatalog.CheckFailed, at with { File = Path.Combine(scheme.Folder, at.File) }, check.Id,
                new(new ConclusionWriter(Language.Zh).Fault(fault), new ConclusionWriter(Language.En).Fault(fault)));
        }

        return found.Select(c => new Contradiction
        {
            Check = check,
            Indicator = c.Origins.Select(o => scheme.Find(o.Id)).FirstOrDefault(i => i is not null) ?? (check.IndicatorId is { } id ? scheme.Find(id) : null),
            Message = ContradictionWriter.Write(c),
            Sides = [.. c.Origins.Select(o => Side(o, file, scheme)).DefaultIfEmpty(new("", "", "", new Location(file.Name)))],
        });
    }

    private static ContradictionSide Side(Origin origin, FactsFile file, Scheme scheme)
    {
        var at = origin.Kind switch
        {
            OriginKind.Scheme => InScheme(scheme, scheme.Find(origin.Id)!.Location),
            OriginKind.Background => file.At(FactsFile.BackgroundPath(origin.Year, origin.Id)),
            _ => file.At(new FactPath(origin.Year, origin.Id, origin.Item)),
        };
        return new(origin.Name, origin.Said, origin.Source?.ToString() ?? "", at);
    }

    private static Location InScheme(Scheme scheme, Location own) =>
        own with { File = Path.Combine(scheme.Folder, Path.GetFileName(own.File)) };

    private static CheckInput Input(PlaceFacts facts, Assessment assessment) => new(
        facts,
        assessment.Year,
        [.. assessment.Indicators.Select(Row)],
        [.. assessment.Scheme.Background.Select(b => new BackgroundInfo(b.Id, b.Name, b.Unit))]);

    private static CheckedRow Row(IndicatorVerdict v)
    {
        var (indicator, info) = (v.Indicator, v.Indicator.ToInfo(null));
        return new(
            indicator.Number,
            new(info.Own, indicator.Unit, indicator.Target),
            [.. indicator.Items.Zip(info.Items, (item, figure) => new CheckedFigureInfo(figure, item.Unit, item.Target ?? LocalizedText.Empty))],
            SourceOf(indicator.Source),
            v.Fault is null ? v.Facts : null,
            v.Verdict.Reason);
    }

    private static Source SourceOf(SourceRef source) => new(
        source.Document,
        string.Join(' ', ((string[])[source.Table.Length > 0 ? $"表{source.Table}" : "", source.Row is { } row ? $"第{row}行" : ""]).Where(p => p.Length > 0)));
}
