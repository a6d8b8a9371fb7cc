using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Rows;

/// <summary>Collects the rows of one indicator and year. The draft and its facts are reused for other places.</summary>
internal sealed class IndicatorDraft(string id)
{
    private readonly IndicatorFacts _facts = new() { Id = id };
    private readonly List<ItemFact> _items = [];
    private readonly List<int> _itemRows = [];
    private readonly List<Fact> _numbers = [];
    private readonly TaskDraft _task = new();
    private Dictionary<string, TaskDraft>? _itemTasks;
    private Fact? _own;
    private int _ownRow;
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

    /// <summary>The superior's task of the indicator, or of an item that has a rule of its own.</summary>
    internal TaskDraft Task(string item)
    {
        if (item.Length == 0)
        {
            return _task;
        }

        _itemTasks ??= new(StringComparer.Ordinal);
        if (!_itemTasks.TryGetValue(item, out var task))
        {
            _itemTasks.Add(item, task = new TaskDraft());
        }

        return task;
    }

    /// <summary>The collected facts, valid until the next call. Resets the draft.</summary>
    internal IndicatorFacts Take()
    {
        _facts.Refill(_own ?? Fact.Unknown, Items(), _task.Take());
        (_own, _taken, IsNamed) = (null, 0, false);
        if (_items.Count > 0)
        {
            _items.Clear();
            _itemRows.Clear();
        }

        return _facts;
    }

    // A task may be all that is known of an item.
    private ImmutableArray<ItemFact> Items()
    {
        if (_itemTasks is not { Count: > 0 } tasks)
        {
            return _items.Count == 0 ? [] : [.. _items];
        }

        var items = _items.Concat(tasks.Keys.Where(id => _items.TrueForAll(i => i.Id != id)).Select(id => new ItemFact(id, Fact.Unknown)));
        _itemTasks = null;
        return [.. items.Select(i => tasks.TryGetValue(i.Id, out var task) ? i with { SuperiorTask = task.Take() } : i)];
    }
}

/// <summary>Collects the rows of one superior's task. Reused for other places.</summary>
internal sealed class TaskDraft
{
    private List<(SuperiorTaskFigure Figure, int Row)>? _figures;
    private SuperiorTaskState? _state;
    private int _row;

    /// <summary>The figures so far, with their rows.</summary>
    internal IReadOnlyList<(SuperiorTaskFigure Figure, int Row)> Figures => _figures ?? [];

    /// <summary>Adds the state. Returns the row that stated another one before, or null.</summary>
    internal int? TryAdd(SuperiorTaskState state, int row)
    {
        if (_state is not null)
        {
            return _state == state ? null : _row;
        }

        (_state, _row) = (state, row);
        return null;
    }

    /// <summary>Adds a figure.</summary>
    internal void Add(SuperiorTaskFigure figure, int row) => (_figures ??= []).Add((figure, row));

    /// <summary>The collected task. Resets the draft.</summary>
    internal SuperiorTaskFacts Take()
    {
        var (state, figures) = (_state, _figures);
        (_state, _figures) = (null, null);
        return figures is { Count: > 0 } ? new SuperiorTaskFacts
        {
            State = SuperiorTaskState.Figures,
            Claim = state ?? SuperiorTaskState.NotStated,
            Figures = [.. figures.Select(f => f.Figure)],
        }
            : state is { } said ? new SuperiorTaskFacts { State = said }
            : SuperiorTaskFacts.NotStated;
    }
}
