using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;

namespace IndicatorRules.Rows;

/// <summary>Collects the rows of one year of a place. The draft and its facts are reused for other places.</summary>
internal sealed class YearDraft(KnownIndicators known)
{
    private readonly IndicatorDraft?[] _indicators = new IndicatorDraft?[known.Count];
    private readonly List<IndicatorDraft> _named = [];
    private readonly List<(BackgroundFact Figure, int Row)> _background = [];
    private readonly List<Adjustment> _adjustments = [];
    private ImmutableArray<IndicatorFacts> _facts = [];
    private YearFacts? _year;

    internal int Year { get; set; }

    internal IndicatorDraft Of(KnownIndicator indicator)
    {
        var draft = _indicators[indicator.Index] ??= new IndicatorDraft(indicator.Id);
        if (!draft.IsNamed)
        {
            draft.IsNamed = true;
            _named.Add(draft);
        }

        return draft;
    }

    /// <summary>Adds points by judgement. Several of one id are several reasons.</summary>
    internal void Add(Adjustment adjustment) => _adjustments.Add(adjustment);

    /// <summary>Adds a background figure. Returns the row that stated it before, or null.</summary>
    internal int? TryAdd(string id, Fact fact, int row)
    {
        foreach (var (figure, first) in _background)
        {
            if (figure.Id == id)
            {
                return first;
            }
        }

        _background.Add((new BackgroundFact(id, fact), row));
        return null;
    }

    /// <summary>The collected facts, valid until the next call. Resets the draft.</summary>
    internal YearFacts Take()
    {
        // Places usually name the same indicators in the same order: then the last place's year already has these facts.
        var same = _named.Count == _facts.Length;
        for (var i = 0; i < _named.Count; i++)
        {
            var facts = _named[i].Take();
            same = same && ReferenceEquals(_facts[i], facts);
        }

        if (!same)
        {
            _facts = [.. _named.Select(d => d.Facts)];
        }

        _named.Clear();
        if (!same || _year?.Year != Year || _year.Background.Length + _background.Count + _year.Adjustments.Length + _adjustments.Count > 0)
        {
            _year = new YearFacts(Year, _facts)
            {
                Background = [.. _background.Select(b => b.Figure)],
                Adjustments = [.. _adjustments],
            };
            _background.Clear();
            _adjustments.Clear();
        }

        return _year;
    }
}
