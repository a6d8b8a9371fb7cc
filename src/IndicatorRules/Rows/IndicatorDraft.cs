using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Rows;

/// <summary>Collects the rows of one indicator and year. The draft and its facts are reused for other places.</summary>
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

    /// <summary>The facts of the last <see cref="Take"/>.</summary>
    internal IndicatorFacts Facts => _facts;

    /// <summary>Whether a row names the indicator.</summary>
    internal bool IsNamed { get; set; }

    /// <summary>A fact with a number, reused after the place is judged.</summary>
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

    /// <summary>Adds a fact. Returns the row that stated it before, or null.</summary>
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

    /// <summary>Adds the state of the superior's task. Returns the row that stated another one before, or null.</summary>
    internal int? TryAdd(SuperiorTaskState task, int row)
    {
        if (_task is not null)
        {
            return _task == task ? null : _taskRow;
        }

        (_task, _taskRow) = (task, row);
        return null;
    }

    /// <summary>The task's figures so far, with their rows.</summary>
    internal IReadOnlyList<(SuperiorTaskFigure Figure, int Row)> Figures => _figures ?? [];

    /// <summary>Adds a figure of the task.</summary>
    internal void Add(SuperiorTaskFigure figure, int row) => (_figures ??= []).Add((figure, row));

    /// <summary>The collected facts, valid until the next call. Resets the draft.</summary>
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
            return new SuperiorTaskFacts
            {
                State = SuperiorTaskState.Figures,
                Claim = _task ?? SuperiorTaskState.NotStated,
                Figures = [.. figures.Select(f => f.Figure)],
            };
        }

        return _task is { } state ? new SuperiorTaskFacts { State = state } : SuperiorTaskFacts.NotStated;
    }
}
