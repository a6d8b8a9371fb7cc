using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;

namespace IndicatorRules.Judging;

/// <summary>Binds each rule of a scheme to its row and year and runs it.</summary>
internal static class RowJudge
{
    /// <summary>Runs work on the scheme's rules, rented and bound to the job's place.</summary>
    internal static T With<T>(JudgingJob job, Func<SchemeRules, T> work)
    {
        var rules = job.Compiled.Rent();
        try
        {
            rules.BindPlace(s => job.Places[s.Key]);
            return work(rules);
        }
        finally
        {
            job.Compiled.Return(rules);
        }
    }

    /// <summary>The results of the rules, one entry per indicator in the scheme's order, each with all its stages.</summary>
    /// <param name="rules">The scheme's rules, bound to the job's place.</param>
    /// <param name="job">The place and year.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    internal static ImmutableArray<RowVerdicts> Judge(SchemeRules rules, JudgingJob job, CancellationToken cancellationToken)
    {
        var indicators = job.Compiled.Scheme.Indicators;
        var rows = ImmutableArray.CreateBuilder<RowVerdicts>(indicators.Length);
        for (var i = 0; i < indicators.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (rule, indicator) = (rules[i], indicators[i]);
            var nearest = Ask(rule, indicator, job, job.Year, job.Year, RuleContext.NearestRule);
            var stages = ImmutableArray.CreateBuilder<Verdict>(indicator.Stages.Length);
            for (var stage = 0; stage < indicator.Stages.Length; stage++)
            {
                var due = indicator.Stages[stage].Stage;
                stages.Add(Ask(rule, indicator, job, YearOf(due, job.Facts, job.Year).FactsYear, due.Year, stage));
            }

            rows.Add(new RowVerdicts(nearest, stages.MoveToImmutable(), []));
        }

        return RowCombiner.Of(job.Compiled.Scheme) is { } combiner ? Combined(combiner, rows, job) : rows.MoveToImmutable();
    }

    // Rows with faulty facts are undetermined, whatever their rules say without these.
    private static ImmutableArray<RowVerdicts> Combined(
        RowCombiner combiner, ImmutableArray<RowVerdicts>.Builder rows, JudgingJob job)
    {
        var faulty = job.Faulty.ToHashSet();
        combiner.Run(
            (row, stage) => faulty.Contains(row) ? default : stage < 0 ? rows[row].Rule : rows[row].Stages[stage],
            (row, stage, verdict) => rows[row] = stage < 0
                ? rows[row] with { Rule = verdict } : rows[row] with { Stages = rows[row].Stages.SetItem(stage, verdict) },
            job.WithReasons);
        return rows.MoveToImmutable();
    }

    /// <summary>The year of the figures that a stage is judged by, and whether it is due: its year has come or has facts.</summary>
    internal static (int FactsYear, bool Due) YearOf(Stage stage, PlaceFacts facts, int year)
    {
        var due = stage.Year <= year || facts.Find(stage.Year) is not null;
        return (due ? stage.Year : year, due);
    }

    /// <summary>Why one row is judged as it is in the year judged.</summary>
    internal static Reason? Explain(SchemeRules rules, JudgingJob job, int index) => Ask(
        rules[index], job.Compiled.Scheme.Indicators[index], job with { WithReasons = true }, job.Year, job.Year,
        RuleContext.NearestRule).Reason;

    // Estimates are declared: what is proven is judged without them.
    private static Verdict Ask(RuleContext rule, Indicator indicator, JudgingJob job, int factsYear, int year, int stage)
    {
        var all = Ask(job.Facts);
        if (ReferenceEquals(job.Facts.Measured, job.Facts))
        {
            return all;
        }

        var measured = Ask(job.Facts.Measured);
        var reason = job.Evidence == Evidence.Measured || measured == all ? measured.Reason : all.Reason;
        return new Verdict(measured.Proven, all.Claimed, reason);

        Verdict Ask(PlaceFacts facts)
        {
            rule.Bind(new RuleInput(facts, facts.RowOf(factsYear, indicator.Id), factsYear, year, job.WithReasons));
            return rule.JudgeSafely(stage);
        }
    }
}
