using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Benchmarks.Batch;

/// <summary>The indicators whose rule is nothing but a threshold in every scheme that governs them, with the strictest one.</summary>
internal static partial class BareThresholds
{
    internal static IReadOnlyList<(string Indicator, decimal Threshold)> Of(Scheme county) =>
    [
        .. from indicator in county.Indicators
           let rules = indicator.From.Select(
               f => county.Uppers.First(b => b.Id == f.SchemeId).Find(f.IndicatorId)!.Rule.Code.Trim()).ToList()
           where rules.Count > 0 && rules.TrueForAll(r => AtLeast().IsMatch(r))
           select (indicator.Id, rules.Max(r => decimal.Parse(AtLeast().Match(r).Groups[1].Value, CultureInfo.InvariantCulture))),
    ];

    [GeneratedRegex(@"^AtLeast\(([\d.]+)\)$")]
    private static partial Regex AtLeast();
}
