using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Facts;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Checking;

/// <summary>Results of a scheme's checks → contradictions with their locations in the files.</summary>
internal static class ContradictionFinder
{
    internal static Result<FactsReview> Find(Assessment assessment, FactsFile file, ImmutableArray<CheckResult> results)
    {
        var bag = new DiagnosticBag();
        var scheme = assessment.Scheme;
        var found = results.SelectMany((result, i) => Contradictions(result, scheme.Checks[i], scheme, file, bag)).ToImmutableArray();
        return new(new FactsReview(assessment, file.Facts, found), bag.ToImmutable());
    }

    private static IEnumerable<Contradiction> Contradictions(
        CheckResult result, Check check, Scheme scheme, FactsFile file, DiagnosticBag bag)
    {
        if (result.Fault.Length > 0)
        {
            var at = check.Script.At(0);
            bag.Add(
                DiagnosticCatalog.CheckFailed, at with { File = Path.Combine(scheme.Folder, at.File) }, check.Id,
                new(new ConclusionWriter(Language.Zh).Fault(result.Fault), new ConclusionWriter(Language.En).Fault(result.Fault)));
        }

        return result.Found.Select(c => new Contradiction
        {
            Check = check,
            Indicator = c.Sides.Select(s => scheme.Find(s.Id)).FirstOrDefault(i => i is not null)
                ?? (check.IndicatorId is { } id ? scheme.Find(id) : null),
            Message = c.Message,
            Remedy = c.Remedy,
            IsLack = c.IsLack,
            Sides = [.. c.Sides.Select(s => Side(s, file, scheme)).DefaultIfEmpty(new("", "", "", new Location(file.Name)))],
        });
    }

    private static ContradictionSide Side(SideResult side, FactsFile file, Scheme scheme)
    {
        var at = side.Kind switch
        {
            OriginKind.Scheme when scheme.Find(side.Id) is { } row => InScheme(scheme, row.Location),
            OriginKind.Background => file.At(FactsFile.BackgroundPath(side.Year, side.Id)),
            _ => file.At(new FactPath(side.Year, side.Id, side.Item)),
        };
        return new(side.Name, side.Said, side.Source, at);
    }

    private static Location InScheme(Scheme scheme, Location own) =>
        own with { File = Path.Combine(scheme.Folder, Path.GetFileName(own.File)) };
}
