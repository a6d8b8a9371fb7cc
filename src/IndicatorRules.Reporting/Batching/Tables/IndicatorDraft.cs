using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>One indicator of one year as its rows come in. It and the facts that it gives are reused from place to place.</summary>
internal sealed class IndicatorDraft(string id)
{
    private readonly IndicatorFacts _facts = new() { Id = id };
    private readonly List<ItemFact> _items = [];
    private readonly List<Fact> _numbers = [];
    private List<TaskFigure>? _figures;
    private Fact? _own;
    private TaskState? _task;
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

    /// <summary>Takes a fact; false when there was one already.</summary>
    internal bool TryAdd(string item, Fact fact)
    {
        if (item.Length == 0)
        {
            var first = _own is null;
            _own ??= fact;
            return first;
        }

        foreach (var known in _items)
        {
            if (known.Id == item)
            {
                return false;
            }
        }

        _items.Add(new ItemFact(item, fact));
        return true;
    }

    /// <summary>Takes what is said of the task; false when something else was said before.</summary>
    internal bool TryAdd(TaskState task)
    {
        var agrees = _task is null || _task == task;
        _task = task;
        return agrees;
    }

    internal void Add(TaskFigure figure) => (_figures ??= []).Add(figure);

    /// <summary>The facts, until the draft gives others; it is empty again.</summary>
    internal IndicatorFacts Take()
    {
        _facts.Refill(_own ?? Fact.Unknown, _items.Count == 0 ? [] : [.. _items], Task());
        (_own, _task, _taken, IsNamed) = (null, null, 0, false);
        if (_items.Count > 0)
        {
            _items.Clear();
        }

        return _facts;
    }

    private TaskFacts Task()
    {
        if (_figures is { Count: > 0 } figures)
        {
            _figures = null;
            return new TaskFacts { State = TaskState.Figures, Claim = _task ?? TaskState.NotStated, Figures = [.. figures] };
        }

        return _task is { } state ? new TaskFacts { State = state } : TaskFacts.NotStated;
    }
}
