using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Scripting;

/// <summary>The most steps of each rule, upper schemes' included, held to what the host allows.</summary>
internal static class RuleBudget
{
    private const long Most = 1_000_000_000_000;

    /// <summary>The steps of each indicator: its rule or stage, whichever may take the most.</summary>
    internal static long[] Steps(Scheme scheme, IReadOnlyList<RuleCost> costs, Func<string, CompiledScheme?> upper)
    {
        var steps = new long[scheme.Indicators.Length];
        var unit = 0;
        for (var i = 0; i < scheme.Indicators.Length; i++)
        {
            for (var text = 0; text <= scheme.Indicators[i].Stages.Length; text++)
            {
                steps[i] = Math.Max(steps[i], Whole(costs[unit++], scheme.Indicators[i], upper));
            }
        }

        return steps;
    }

    internal static void Check(Scheme scheme, long[] steps, long budget, DiagnosticBag bag)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i] > budget)
            {
                var indicator = scheme.Indicators[i];
                var location = indicator.Rule.At(0);
                bag.Add(
                    DiagnosticCatalog.ScriptCost, location with { File = Path.Combine(scheme.Folder, location.File) },
                    indicator.Id, $"{steps[i]}", $"{budget}");
            }
        }
    }

    /// <summary>The steps of the conclusion, where there is one, and then of each check.</summary>
    internal static long[] OverallSteps(Scheme scheme, IReadOnlyList<RuleCost> costs)
    {
        var units = 0;
        foreach (var indicator in scheme.Indicators)
        {
            units += 1 + indicator.Stages.Length;
        }

        var steps = new long[costs.Count - units];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = costs[units + i].Steps;
        }

        return steps;
    }

    internal static void CheckOverall(Scheme scheme, long[] steps, long budget, DiagnosticBag bag)
    {
        var i = 0;
        foreach (var text in CompileRequest.OverallTexts(scheme))
        {
            var cost = steps[i++];
            if (cost > budget)
            {
                var at = text.At(0);
                bag.Add(DiagnosticCatalog.OverallCost, at with { File = Path.Combine(scheme.Folder, at.File) }, $"{at.File}({at.Line})", $"{cost}", $"{budget}");
            }
        }
    }

    private static long Whole(RuleCost cost, Indicator indicator, Func<string, CompiledScheme?> upper)
    {
        var steps = cost.Steps;
        foreach (var call in cost.Uppers)
        {
            var above = indicator.From.First(f => f.SchemeId == call.SchemeId);
            var each = upper(call.SchemeId)?.StepsOf(above.IndicatorId) ?? 0;
            steps = each == 0 || call.Times <= Most / each ? Math.Min(Most, steps + (call.Times * each)) : Most;
        }

        return steps;
    }
}
