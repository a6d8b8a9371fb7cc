using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;

namespace IndicatorRules.Assessing;

/// <summary>Facts and a compiled scheme → assessment.</summary>
internal static class Assessor
{
    internal static Result<Assessment> Assess(
        CompiledScheme compiled, FactsFile file, IEnumerable<Scheme> shared, AssessOptions options, CancellationToken cancellation)
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
        return Result<Assessment>.From(bag, () => Judge(compiled, file.Facts, places, year, options, cancellation));
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

    internal static Assessment Judge(
        CompiledScheme compiled, PlaceFacts facts, Dictionary<string, PlaceValue[]> places, int year, AssessOptions options,
        CancellationToken cancellation)
    {
        var scheme = compiled.Scheme;
        var rules = compiled.Rent();
        try
        {
            rules.BindPlace(s => places[s.Key]);
            var verdicts = ImmutableArray.CreateBuilder<IndicatorVerdict>(scheme.Indicators.Length);
            for (var i = 0; i < scheme.Indicators.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                verdicts.Add(Judge(rules[i], scheme.Indicators[i], facts, year, options));
            }

            var all = verdicts.MoveToImmutable();
            return new Assessment
            {
                Scheme = scheme,
                Place = facts.Place,
                Year = year,
                Evidence = options.Evidence,
                FactsHash = facts.Hash,
                Note = facts.Note,
                Indicators = all,
                Conclusion = SchemeConcluder.Conclude(rules.Conclusion, scheme, all, year),
            };
        }
        finally
        {
            compiled.Return(rules);
        }
    }

    private static IndicatorVerdict Judge(RuleContext rule, Indicator indicator, PlaceFacts facts, int year, AssessOptions options)
    {
        var row = facts.Find(year)!.Find(indicator.Id);
        rule.Bind(new Binding(facts, row, year, year, options.WithReasons));
        return new IndicatorVerdict
        {
            Indicator = indicator,
            Verdict = rule.JudgeSafely(RuleContext.NearestRule),
            Evidence = options.Evidence,
            Facts = row,
            Stages = [.. indicator.Stages.Select((s, i) => Judge(rule, indicator, s, i, facts, year, options))],
        };
    }

    private static StageVerdict Judge(
        RuleContext rule, Indicator indicator, IndicatorStage stage, int index, PlaceFacts facts, int year, AssessOptions options)
    {
        var due = stage.Stage.Year <= year || facts.Find(stage.Stage.Year) is not null;
        var factsYear = due ? stage.Stage.Year : year;
        var row = facts.Find(factsYear)?.Find(indicator.Id);
        rule.Bind(new Binding(facts, row, factsYear, stage.Stage.Year, options.WithReasons));
        return new StageVerdict
        {
            Stage = stage,
            Indicator = indicator,
            Verdict = rule.JudgeSafely(index),
            Evidence = options.Evidence,
            Due = due,
            FactsYear = factsYear,
        };
    }
}
