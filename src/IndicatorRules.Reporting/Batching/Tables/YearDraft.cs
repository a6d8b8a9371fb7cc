using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;

namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>One year of a place as its rows come in. Reused from place to place.</summary>
internal sealed class YearDraft(KnownIndicators known)
{
    private readonly IndicatorDraft?[] _indicators = new IndicatorDraft?[known.Count];
    private readonly List<KnownIndicator> _named = [];

    internal int Year { get; set; }

    internal IndicatorDraft Of(KnownIndicator indicator)
    {
        var draft = _indicators[indicator.Index] ??= new IndicatorDraft();
        if (!draft.IsNamed)
        {
            draft.IsNamed = true;
            _named.Add(indicator);
        }

        return draft;
    }

    /// <summary>The facts, and the draft empty again.</summary>
    internal YearFacts Take()
    {
        var facts = new YearFacts(Year, _named.Select(i => _indicators[i.Index]!.Take(i.Id)));
        _named.Clear();
        return facts;
    }
}
