using System.Collections.Immutable;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Scripting;

/// <summary>Computes the maximum steps of each rule, upper schemes' rules included, and compares them with the host's limit.</summary>
internal static class RuleBudget
{
    private const long Most = 1_000_000_000_000;

    /// <summary>The steps of each indicator: of its rule or the most expensive stage, with all upper rules that it calls.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="costs">The costs of its own texts.</param>
    /// <param name="uppers">Its upper schemes.</param>
    internal static long[] Steps(Scheme scheme, ImmutableArray<RuleCost> costs, IEnumerable<CompiledScheme> uppers)
    {
        var known = uppers.SelectMany(b => b.Lineage()).DistinctBy(c => c.Scheme.Key)
            .ToDictionary(c => c.Scheme.Key, c => c.Costs, StringComparer.Ordinal);
        known[scheme.Key] = costs;
        // Lowest first, so that all callers of a rule are counted before the rules that it calls.
        var views = SchemeView.Of(scheme).Reverse().Select(view => new ViewCosts(view, known[view.Scheme.Key])).ToList();
        var byView = views.ToDictionary(v => v.View);
        var steps = new long[scheme.Indicators.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            for (var text = 0; text <= scheme.Indicators[i].Stages.Length; text++)
            {
                steps[i] = Math.Max(steps[i], Steps(views, byView, i, text));
            }
        }

        return steps;
    }

    internal static void Validate(Scheme scheme, long[] steps, long budget, DiagnosticBag bag)
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

    /// <summary>The steps of the conclusion, if there is one, and then of each check.</summary>
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

    internal static void ValidateOverall(Scheme scheme, long[] steps, long budget, DiagnosticBag bag)
    {
        var i = 0;
        foreach (var text in SchemeRequest.OverallTexts(scheme))
        {
            var cost = steps[i++];
            if (cost > budget)
            {
                var at = text.At(0);
                bag.Add(DiagnosticCatalog.OverallCost, at with { File = Path.Combine(scheme.Folder, at.File) },
                    $"{at.File}({at.Line})", $"{cost}", $"{budget}");
            }
        }
    }

    private static long Steps(List<ViewCosts> views, Dictionary<SchemeView, ViewCosts> byView, int indicator, int text)
    {
        var steps = views[0].Begin(indicator, text, byView);
        for (var i = 1; i < views.Count; i++)
        {
            steps = Math.Min(Most, steps + views[i].Finish(byView));
        }

        return steps;
    }

    private static long Times(long times, long each) => each == 0 || times <= Most / each ? times * each : Most;

    /// <summary>The costs of one scheme's texts, and how often each of its rules is called. One thread at a time.</summary>
    private sealed class ViewCosts
    {
        private readonly ImmutableArray<RuleCost> _costs;
        private readonly int[] _first;
        private readonly Dictionary<int, Asked> _asked = [];

        internal ViewCosts(SchemeView view, ImmutableArray<RuleCost> costs)
        {
            var indicators = view.Scheme.Indicators;
            (View, _costs, _first) = (view, costs, new int[indicators.Length + 1]);
            for (var i = 0; i < indicators.Length; i++)
            {
                _first[i + 1] = _first[i] + 1 + indicators[i].Stages.Length;
            }
        }

        internal SchemeView View { get; }

        /// <summary>The steps of one text alone; notes the rules that it calls.</summary>
        internal long Begin(int indicator, int text, Dictionary<SchemeView, ViewCosts> views)
        {
            var cost = _costs[_first[indicator] + text];
            foreach (var call in cost.Uppers)
            {
                Ask(call, indicator, 1, views);
            }

            return cost.Steps;
        }

        /// <summary>The steps of all rules noted as called, and clears the notes; notes the rules that these call.</summary>
        internal long Finish(Dictionary<SchemeView, ViewCosts> views)
        {
            var steps = 0L;
            foreach (var (indicator, (askers, asked)) in _asked)
            {
                // A rule with several callers remembers its answer: each of its texts runs once.
                var texts = _costs[_first[indicator].._first[indicator + 1]];
                var times = askers > 1 ? Math.Min(asked, texts.Length) : asked;
                steps = Math.Min(Most, steps + Times(times, texts.Max(t => t.Steps)));
                // Any of its texts may run at each call: count each upper rule as often as the text that calls it most.
                foreach (var call in texts.SelectMany(t => t.Uppers).GroupBy(c => c.SchemeId).Select(c => c.MaxBy(one => one.Times)!))
                {
                    Ask(call, indicator, times, views);
                }
            }

            _asked.Clear();
            return steps;
        }

        private void Ask(UpperCall call, int indicator, long times, Dictionary<SchemeView, ViewCosts> views)
        {
            var from = View.Scheme.Indicators[indicator].From.First(f => f.SchemeId == call.SchemeId);
            var upper = views[View.Upper(call.SchemeId)];
            var index = upper.View.Scheme.IndexOf(from.IndicatorId);
            var (askers, before) = upper._asked.GetValueOrDefault(index) ?? new Asked(0, 0);
            upper._asked[index] = new Asked(askers + 1, Math.Min(Most, before + Times(times, call.Times)));
        }

        // How many rules call one, and how often altogether.
        private sealed record Asked(int Askers, long Times);
    }
}
