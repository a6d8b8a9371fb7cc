using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>One indicator of one year as its rows come in. It and the facts that it gives are reused from place to place.</summary>
internal sealed class IndicatorDraft(string id)
{
    private readonly IndicatorFacts _facts = new() { Id = id };
    private readonly List<ItemFact> _items = [];
    private readonly List<int> _itemRows = [];
    private readonly List<Fact> _numbers = [];
    private List<(SuperiorTaskFigure Figure, int Row)>? _figures;
    private Fact? _own;
    private SuperiorTaskState? _task;
    private int _ownRow;
    private int _taskRow;
    private int _taken;

    /// <summary>What it last gave.</summary>
    internal IndicatorFacts Facts => _facts;

    /// <summary>Whether a row has named the indicator.</summary>
    internal bool IsNamed { get; set; }

    /// <summary>A fact of a number that stands nowhere else as long as the place is judged.</summary>
    internal Fact Number(decimal number)
    {
        if (_taken == _numbers.Count)
        {
            _numbers.Add(Fact.OfNumber());
        }

        var fact = _numbers[_taken++];
        fact.Renumber(number);
        return fact;
    }

    /// <summary>Takes what a row says; the row that said it before where there was one, else null.</summary>
    internal int? TryAdd(string item, Fact fact, int row)
    {
        if (item.Length == 0)
        {
            var first = _own is null ? (int?)null : _ownRow;
            (_own, _ownRow) = first is null ? (fact, row) : (_own, _ownRow);
            return first;
        }

        for (var i = 0; i < _items.Count; i++)
        {
            if (_items[i].Id == item)
            {
                return _itemRows[i];
            }
        }

        _items.Add(new ItemFact(item, fact));
        _itemRows.Add(row);
        return null;
    }

    /// <summary>Takes what is said of the task; the row that said something else before where there was one, else null.</summary>
    internal int? TryAdd(SuperiorTaskState task, int row)
    {
        if (_task is not null)
        {
            return _task == task ? null : _taskRow;
        }

        (_task, _taskRow) = (task, row);
        return null;
    }

    /// <summary>The figures of the task so far, each with its row.</summary>
    internal IReadOnlyList<(SuperiorTaskFigure Figure, int Row)> Figures => _figures ?? [];

    /// <summary>Takes a figure of the task.</summary>
    internal void Add(SuperiorTaskFigure figure, int row) => (_figures ??= []).Add((figure, row));

    /// <summary>The facts, until the draft gives others; it is empty again.</summary>
    internal IndicatorFacts Take()
    {
        _facts.Refill(_own ?? Fact.Unknown, _items.Count == 0 ? [] : [.. _items], SuperiorTask());
        (_own, _task, _taken, IsNamed) = (null, null, 0, false);
        if (_items.Count > 0)
        {
            _items.Clear();
            _itemRows.Clear();
        }

        return _facts;
    }

    private SuperiorTaskFacts SuperiorTask()
    {
        if (_figures is { Count: > 0 } figures)
        {
            _figures = null;
            return new SuperiorTaskFacts { State = SuperiorTaskState.Figures, Claim = _task ?? SuperiorTaskState.NotStated, Figures = [.. figures.Select(f => f.Figure)] };
        }

        return _task is { } state ? new SuperiorTaskFacts { State = state } : SuperiorTaskFacts.NotStated;
    }
}
