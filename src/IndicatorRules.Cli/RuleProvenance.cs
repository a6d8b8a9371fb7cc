using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli;

/// <summary>One rule that judges a row, and who wrote it. Immutable.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Provenance">Who wrote it.</param>
internal sealed record RuleProvenance(RuleText Rule, Provenance Provenance)
{
    /// <summary>
    /// The rules that decide a row: its own, unless it only refers to the upper rows', then those, unless it replaces them.
    /// </summary>
    internal static IEnumerable<RuleProvenance> Of(Indicator indicator, Scheme scheme) => Of(indicator, scheme, []);

    // Each row of each scheme once, even if several ways lead to it.
    private static IEnumerable<RuleProvenance> Of(Indicator indicator, Scheme scheme, HashSet<(string Scheme, string Indicator)> seen)
    {
        if (!seen.Add((scheme.Id, indicator.Id)))
        {
            yield break;
        }

        if (indicator.ProvenanceOf("rule").FirstOrDefault(o => o.SchemeKey == scheme.Key) is { } own)
        {
            yield return new RuleProvenance(indicator.Rule, own);
        }

        foreach (var from in indicator.ReplacesRule ? [] : indicator.From)
        {
            foreach (var above in Of(scheme.Upper(from), scheme.Uppers.First(b => b.Id == from.SchemeId), seen))
            {
                yield return above;
            }
        }
    }

    /// <summary>The rule's code on one line.</summary>
    internal string Code => string.Join(' ', Rule.Code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
