using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Evaluating;
using IndicatorRules.Facts;
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
    /// <param name="options">What is asked.</param>
    /// <param name="guard">Asks the rules.</param>
    /// <param name="sound">The facts without the entries that are wrong: what was judged.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    /// <returns>
    /// The assessment, in which a row whose own facts are wrong is Undetermined with its error; nothing where the place, the year or the
    /// evaluation is at fault, since then no row could be judged.
    /// </returns>
    internal static Result<Assessment> Assess(
        CompiledScheme compiled, FactsFile file, IEnumerable<Scheme> shared, AssessOptions options, EvaluationGuard guard, out FactsFile sound,
        CancellationToken cancellationToken)
    {
        var (bag, faults) = (new DiagnosticBag(), new RowFaults(file.Faults));
        var year = options.Year ?? file.Facts.LatestYear;
        var before = bag.Count;
        if (file.Facts.Find(year) is null)
        {
            var there = string.Join(", ", file.Facts.Years.Select(y => y.Year));
            bag.Add(DiagnosticCatalog.FactsLackYear, file.At(default), $"{year}", there);
        }

        faults.Take(bag, before, RowFaults.WholePlace);
        FactsValidation.Run(file, new KnownIndicators(compiled.Scheme, shared), bag, faults);
        before = bag.Count;
        var places = Places(file, compiled.Scheme, bag);
        faults.Take(bag, before, RowFaults.WholePlace);
        sound = file.Without(faults.Rows);
        if (faults.Whole is not null)
        {
            return new(null, bag.ToImmutable());
        }

        before = bag.Count;
        var job = new EvaluationJob(compiled, sound.Facts, places, year, options.WithReasons);
        var rows = guard.Judge(job, bag, cancellationToken);
        return new(bag.ErrorAfter(before) is null ? Assemble(job, rows, file, faults, options) : null, bag.ToImmutable());
    }

    // The scheme asks for what its bases ask for, so what is missing is told once.
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

    private static Assessment Assemble(EvaluationJob job, ImmutableArray<RowVerdicts> rows, FactsFile file, RowFaults faults, AssessOptions options)
    {
        var (scheme, facts) = (job.Compiled.Scheme, file.Facts);
        ImmutableArray<IndicatorVerdict> all =
            [.. scheme.Indicators.Select((indicator, i) => Assemble(indicator, rows[i], job, facts, faults, options))];
        return new Assessment
        {
            Scheme = scheme,
            Place = facts.Place,
            Year = job.Year,
            Evidence = options.Evidence,
            FactsHash = facts.Hash,
            Note = facts.Note,
            Indicators = all,
            Conclusion = Conclude(job, all),
        };
    }

    // A script too, and run here in any case: it sees verdicts alone.
    private static SchemeConclusion? Conclude(EvaluationJob job, ImmutableArray<IndicatorVerdict> verdicts)
    {
        if (job.Compiled.Scheme.Conclusion is null)
        {
            return null;
        }

        var rules = job.Compiled.Rent();
        try
        {
            rules.BindPlace(s => job.Places[s.Key]);
            return SchemeConcluder.Conclude(rules.Conclusion, job.Compiled.Scheme, verdicts, job.Year);
        }
        finally
        {
            job.Compiled.Return(rules);
        }
    }

    private static IndicatorVerdict Assemble(
        Indicator indicator, RowVerdicts row, EvaluationJob job, PlaceFacts facts, RowFaults faults, AssessOptions options) => new()
        {
            Indicator = indicator,
            Scheme = job.Compiled.Scheme,
            Verdict = faults.Of(job.Year, indicator.Id) is null ? row.Rule : default,
            Fault = faults.Of(job.Year, indicator.Id),
            Evidence = options.Evidence,
            Facts = facts.RowOf(job.Year, indicator.Id),
            Stages = [.. indicator.Stages.Select((stage, i) => Assemble(indicator, stage, row.Stages[i], job, faults, options))],
        };

    private static StageVerdict Assemble(
        Indicator indicator, IndicatorStage stage, Verdict verdict, EvaluationJob job, RowFaults faults, AssessOptions options)
    {
        var (factsYear, due) = RowJudge.YearOf(stage.Stage, job.Facts, job.Year);
        var fault = faults.Of(factsYear, indicator.Id);
        return new StageVerdict
        {
            Stage = stage,
            Indicator = indicator,
            Scheme = job.Compiled.Scheme,
            Verdict = fault is null ? verdict : default,
            Fault = fault,
            Evidence = options.Evidence,
            Due = due,
            HasCome = stage.Stage.Year <= job.Year,
            FactsYear = factsYear,
        };
    }
}
