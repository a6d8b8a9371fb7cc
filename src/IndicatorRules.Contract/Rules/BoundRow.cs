using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

/// <summary>
/// What is known of one indicator, bound: one for the rule that judges it and for the upper schemes' rules on the same
/// facts. One thread at a time.
/// </summary>
internal sealed class BoundRow(string indicatorId)
{
    private BoundFigure[] _figures = [];
    private RuleInput _binding;
    private IndicatorFacts? _earlier;
    private int? _earlierYear;
    private bool _hasFailed;

    /// <summary>The indicator's own fact.</summary>
    internal Fact Own { get; private set; } = Fact.Unknown;

    internal SuperiorTaskFacts SuperiorTask { get; private set; } = SuperiorTaskFacts.NotStated;

    internal bool WithReasons { get; private set; }

    /// <summary>
    /// Whether each rule is guarded by itself against its own failure: when reasons are asked for, and from the first failure
    /// on. Until then one guard is enough for all rules of the row.
    /// </summary>
    internal bool IsGuarded { get; private set; }

    /// <summary>Whether figures are held against a target of a later year.</summary>
    internal bool Outlook { get; private set; }

    /// <summary>Counts what the row was bound to, so that an answer is known to be to the facts that are bound now; at least 1.</summary>
    internal long Turn { get; private set; } = 1;

    /// <summary>All that is known of the place.</summary>
    internal PlaceFacts Facts => _binding.Facts;

    internal int Year => _binding.Year;

    internal int FactsYear => _binding.FactsYear;

    /// <summary>The figure that a rule sees through its scheme's eyes.</summary>
    /// <param name="info">What the scheme says of it.</param>
    /// <param name="index">Its place among the scheme's items; <see cref="BoundFigure.OwnIndex"/> for the indicator's own.</param>
    internal BoundFigure Figure(FigureInfo info, int index)
    {
        foreach (var figure in _figures)
        {
            if (figure.IsReadAs(info, index))
            {
                return figure;
            }
        }

        _figures = [.. _figures, new BoundFigure(this, info, index)];
        return _figures[^1];
    }

    internal void Bind(in RuleInput input)
    {
        var facts = input.Row;
        _binding = input;
        Turn++;
        _earlierYear = null;
        _earlier = null;
        Own = facts?.Own ?? Fact.Unknown;
        SuperiorTask = facts?.SuperiorTask ?? SuperiorTaskFacts.NotStated;
        WithReasons = input.WithReasons;
        IsGuarded = WithReasons || _hasFailed;
        Outlook = input.Year > input.FactsYear;
        foreach (var figure in _figures)
        {
            figure.Bind(facts, Own);
        }
    }

    /// <summary>A rule of the row has failed: from now on each is guarded by itself.</summary>
    internal void Guard()
    {
        IsGuarded = _hasFailed = true;
        // What was answered before was not guarded, or not answered at all.
        Turn++;
    }

    /// <summary>What is known of the indicator in another year; null when nothing is.</summary>
    internal IndicatorFacts? FactsOf(int year)
    {
        if (_earlierYear != year)
        {
            _earlier = _binding.Facts.RowOf(year, indicatorId, _binding.Index);
            _earlierYear = year;
        }

        return _earlier;
    }
}
