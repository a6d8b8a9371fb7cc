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
    internal static Result<Assessment> Assess(
        CompiledScheme compiled, FactsFile file, IEnumerable<Scheme> shared, AssessOptions options, EvaluationGuard guard,
        CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var scheme = compiled.Scheme;
        var year = options.Year ?? file.Facts.LatestYear;
        if (file.Facts.Find(year) is null)
        {
            var there = string.Join(", ", file.Facts.Years.Select(y => y.Year));
            bag.Add(DiagnosticCatalog.FactsLackYear, file.At(default), $"{year}", there);
        }

        FactsChecks.Run(file, new KnownIndicators(scheme, shared), bag);
        var places = Places(file, scheme, bag);
        var job = new EvaluationJob(compiled, file.Facts, places, year, options.WithReasons);
        var rows = bag.HasErrors ? [] : guard.Judge(job, bag, cancellation);
        return Result<Assessment>.From(bag, () => Assemble(job, rows, options));
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

    private static Assessment Assemble(EvaluationJob job, ImmutableArray<RowVerdicts> rows, AssessOptions options)
    {
        var (scheme, facts) = (job.Compiled.Scheme, job.Facts);
        ImmutableArray<IndicatorVerdict> all = [.. scheme.Indicators.Select((indicator, i) => Assemble(indicator, rows[i], job, options))];
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

    private static IndicatorVerdict Assemble(Indicator indicator, RowVerdicts row, EvaluationJob job, AssessOptions options) => new()
    {
        Indicator = indicator,
        Scheme = job.Compiled.Scheme,
        Verdict = row.Rule,
        Evidence = options.Evidence,
        Facts = job.Facts.RowOf(job.Year, indicator.Id),
        Stages = [.. indicator.Stages.Select((stage, i) => Assemble(indicator, stage, row.Stages[i], job, options))],
    };

    private static StageVerdict Assemble(
        Indicator indicator, IndicatorStage stage, Verdict verdict, EvaluationJob job, AssessOptions options)
    {
        var (factsYear, due) = RowJudge.YearOf(stage.Stage, job.Facts, job.Year);
        return new StageVerdict
        {
            Stage = stage,
            Indicator = indicator,
            Scheme = job.Compiled.Scheme,
            Verdict = verdict,
            Evidence = options.Evidence,
            Due = due,
            HasCome = stage.Stage.Year <= job.Year,
            FactsYear = factsYear,
        };
    }
}
