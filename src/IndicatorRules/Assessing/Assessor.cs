using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Facts;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;

namespace IndicatorRules.Assessing;

/// <summary>Facts and a compiled scheme → assessment.</summary>
internal static class Assessor
{
    /// <param name="compiled">The scheme, held by the caller.</param>
    /// <param name="file">The facts.</param>
    /// <param name="shared">Other schemes that the facts are for.</param>
    /// <param name="options">The options.</param>
    /// <param name="scripts">Runs the rules.</param>
    /// <param name="withChecks">Whether to run the scheme's checks.</param>
    /// <param name="sound">The facts without faulty entries, as they were judged.</param>
    /// <param name="checks">The results of the checks.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    /// <returns>
    /// The assessment, in which a row with faulty facts is Undetermined with its error; null after a fault of the place, the year or the
    /// isolated process, since then no row could be judged.
    /// </returns>
    internal static Result<Assessment> Assess(
        CompiledScheme compiled, FactsFile file, IEnumerable<Scheme> shared, AssessOptions options, IScriptRunner scripts, bool withChecks,
        out FactsFile sound, out ImmutableArray<CheckResult> checks, CancellationToken cancellationToken)
    {
        checks = [];
        var (bag, faults) = (new DiagnosticBag(), new RowFaults(file.Faults));
        var year = options.Year ?? file.Facts.LatestYear;
        var before = bag.Count;
        if (file.Facts.Find(year) is null)
        {
            var there = string.Join(", ", file.Facts.Years.Select(y => y.Year));
            bag.Add(DiagnosticCatalog.FactsLackYear, file.At(default), $"{year}", there);
        }

        faults.Take(bag, before, RowFaults.WholePlace);
        var known = new KnownIndicators(compiled.Scheme, shared);
        file = NamedFacts.Of(file, known, bag, faults);
        before = bag.Count;
        file = ChangedFacts.Of(file, compiled.Scheme, year, options.Changes, bag);
        faults.Take(bag, before, RowFaults.WholePlace);
        FactsValidation.Run(file, known, bag, faults);
        before = bag.Count;
        var places = Places(file, compiled.Scheme, bag);
        faults.Take(bag, before, RowFaults.WholePlace);
        sound = file.Without(faults.Rows);
        if (faults.Whole is not null)
        {
            return new(null, bag.ToImmutable());
        }

        var job = new JudgingJob(compiled, sound.Facts, places, year, options.WithReasons)
        {
            Evidence = options.Evidence,
            WithConclusion = true,
            WithChecks = withChecks,
            Faulty = !faults.Any ? []
                : [.. compiled.Scheme.Indicators.Index().Where(i => faults.Of(year, i.Item.Id) is not null).Select(i => i.Index)],
        };
        if (scripts.Judge(job, bag, cancellationToken) is not { } judgement)
        {
            return new(null, bag.ToImmutable());
        }

        checks = judgement.Checks;
        return new(Assemble(job, judgement, file, faults), bag.ToImmutable());
    }

    // The scheme requires all attributes that its upper schemes require, so validating it alone reports each missing one once.
    internal static Dictionary<string, PlaceValue[]> Places(FactsFile file, Scheme scheme, DiagnosticBag bag)
    {
        var places = new Dictionary<string, PlaceValue[]>(StringComparer.Ordinal);
        var told = new DiagnosticBag();
        foreach (var one in scheme.Lineage().Reverse())
        {
            places[one.Key] = PlaceResolver.Resolve(file, one, told.HasErrors ? new DiagnosticBag() : told);
        }

        bag.AddRange(told.ToImmutable());
        return places;
    }

    private static Assessment Assemble(JudgingJob job, Judgement judgement, FactsFile file, RowFaults faults)
    {
        var (scheme, facts) = (job.Compiled.Scheme, file.Facts);
        var points = (judgement.Conclusion?.Points ?? []).ToDictionary(p => p.IndicatorId, StringComparer.Ordinal);
        return new Assessment
        {
            Scheme = scheme,
            Place = facts.Place,
            Year = job.Year,
            Evidence = job.Evidence,
            FactsHash = facts.Hash,
            Note = facts.Note,
            Indicators =
            [
                .. scheme.Indicators.Select((indicator, i) =>
                    Assemble(indicator, judgement.Rows[i], points.GetValueOrDefault(indicator.Id), job, facts, faults)),
            ],
            Conclusion = judgement.Conclusion is not { } concluded ? null
                : new()
                {
                    Conclusion = concluded.Conclusion,
                    Plan = scheme.Conclusion!,
                    Fault = concluded.Fault,
                    Told = concluded.Told,
                    Adjustments = [.. SchemeConcluder.GivenIn(job, scheme.Conclusion!)],
                },
        };
    }

    private static IndicatorVerdict Assemble(
        Indicator indicator, RowVerdicts row, RowPoints? points, JudgingJob job, PlaceFacts facts, RowFaults faults)
    {
        var fault = faults.Of(job.Year, indicator.Id);
        return new()
        {
            Indicator = indicator,
            Scheme = job.Compiled.Scheme,
            Verdict = fault is null ? row.Rule : default,
            Said = fault is null ? row.SaidOfRule : null,
            Fault = fault,
            Points = points,
            Evidence = job.Evidence,
            Facts = facts.RowOf(job.Year, indicator.Id),
            Progress = fault is not null || !job.WithReasons ? null
                : Progress.Of(
                    row.Said.IsEmpty ? DatedTarget.Of(row, indicator) : row.Targets, indicator, job.Compiled.Scheme.BaseYear, facts,
                    job.Year, job.Evidence),
            Stages = [.. indicator.Stages.Select((stage, i) => Assemble(indicator, stage, row.Stages[i], row.SaidOf(i), job, faults))],
        };
    }

    private static StageVerdict Assemble(
        Indicator indicator, IndicatorStage stage, Verdict verdict, Said? said, JudgingJob job, RowFaults faults)
    {
        var (factsYear, due) = RowJudge.YearOf(stage.Stage, job.Facts, job.Year);
        var fault = faults.Of(factsYear, indicator.Id);
        return new StageVerdict
        {
            Stage = stage,
            Indicator = indicator,
            Scheme = job.Compiled.Scheme,
            Verdict = fault is null ? verdict : default,
            Said = fault is null ? said : null,
            Fault = fault,
            Evidence = job.Evidence,
            Due = due,
            HasCome = stage.Stage.Year <= job.Year,
            FactsYear = factsYear,
        };
    }
}
