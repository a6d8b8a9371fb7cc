using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>One indicator of one year as its rows come in. Reused from place to place.</summary>
internal sealed class IndicatorDraft
{
    private readonly List<ItemFact> _items = [];
    private readonly List<TaskFigure> _figures = [];
    private Fact? _own;
    private TaskState? _task;

    /// <summary>Whether a row has named the indicator.</summary>
    internal bool IsNamed { get; set; }

    /// <summary>Takes a fact; false when there was one already.</summary>
    internal bool TryAdd(string item, Fact fact)
    {
        if (item.Length == 0)
        {
            var first = _own is null;
            _own ??= fact;
            return first;
        }

        if (_items.Exists(i => i.Id == item))
        {
            return false;
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

    internal void Add(TaskFigure figure) => _figures.Add(figure);

    /// <summary>The facts, and the draft empty again.</summary>
    internal IndicatorFacts Take(string id)
    {
        var facts = new IndicatorFacts
        {
            Id = id,
            Own = _own ?? Fact.Unknown,
            Items = [.. _items],
            Task = _figures.Count > 0 ? new TaskFacts { State = TaskState.Figures, Figures = [.. _figures] }
                : _task is { } state ? new TaskFacts { State = state }
                : TaskFacts.NotStated,
        };
        (_own, _task, IsNamed) = (null, null, false);
        _items.Clear();
        _figures.Clear();
        return facts;
    }
}
