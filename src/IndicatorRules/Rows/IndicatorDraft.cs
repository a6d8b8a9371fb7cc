using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Rows;

/// <summary>Collects the rows of one indicator and year. The draft and its facts are reused for other places.</summary>
internal sealed class IndicatorDraft(string id)
{
    private readonly IndicatorFacts _plain = new() { Id = id };
    private IndicatorFacts? _facts;
    private readonly List<ItemFact> _items = [];
    private readonly List<int> _itemRows = [];
    private readonly List<Fact> _numbers = [];
    private readonly TaskDraft _task = new();
    private Dictionary<string, TaskDraft>? _itemTasks;
    private List<(string Item, RelatedFigure Figure)>? _related;
    private List<DeclaredTarget>? _targets;
    private List<PrintedKind>? _bindings;
    private Fact? _own;
    private int _ownRow;
    private int _taken;

    /// <summary>The facts of the last <see cref="Take"/>.</summary>
    internal IndicatorFacts Facts => _facts ?? _plain;

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

    /// <summary>Adds a figure beside the fact of the indicator or item.</summary>
    internal void Add(string item, RelatedFigure figure) => (_related ??= []).Add((item, figure));

    /// <summary>Adds a declared target.</summary>
    internal void Add(DeclaredTarget target) => (_targets ??= []).Add(target);

    /// <summary>Adds a printed line of binding.</summary>
    internal void Add(PrintedKind binding) => (_bindings ??= []).Add(binding);

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
        _plain.Refill(WithRelated("", _own ?? Fact.Unknown), Items(), _task.Take());
        // What few tables have is in facts of their own, which are not reused.
        _facts = _targets is null && _bindings is null ? null
            : _plain with { Targets = [.. _targets ?? []], PrintedKinds = [.. _bindings ?? []] };
        (_own, _taken, IsNamed) = (null, 0, false);
        (_related, _targets, _bindings) = (null, null, null);
        if (_items.Count > 0)
        {
            _items.Clear();
            _itemRows.Clear();
        }

        return Facts;
    }

    private Fact WithRelated(string item, Fact fact)
    {
        if (_related is null)
        {
            return fact;
        }

        ImmutableArray<RelatedFigure> related = [.. _related.Where(r => r.Item == item).Select(r => r.Figure)];
        return related.IsEmpty ? fact : fact with { Related = related };
    }

    // A task may be all that is known of an item.
    private ImmutableArray<ItemFact> Items()
    {
        if (_itemTasks is null && _related is null)
        {
            return _items.Count == 0 ? [] : [.. _items];
        }

        var tasks = _itemTasks ?? [];
        var named = tasks.Keys.Concat((_related ?? []).Select(r => r.Item)).Where(id => id.Length > 0).Distinct();
        var unread = named.Where(id => _items.TrueForAll(i => i.Id != id)).Select(id => new ItemFact(id, Fact.Unknown));
        List<ItemFact> items = [.. _items, .. unread];
        _itemTasks = null;
        return
        [
            .. items.Select(i => i with { Fact = WithRelated(i.Id, i.Fact) })
                .Select(i => tasks.TryGetValue(i.Id, out var task) ? i with { SuperiorTask = task.Take() } : i),
        ];
    }
}

/// <summary>Collects the rows of one superior's task. Reused for other places.</summary>
internal sealed class TaskDraft
{
    private List<(SuperiorTaskFigure Figure, int Row)>? _figures;
    private SuperiorTaskState? _state;
    private string _words = "";
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

    /// <summary>Adds the words of the source.</summary>
    internal void Add(string words) => _words = words;

    /// <summary>Adds a figure.</summary>
    internal void Add(SuperiorTaskFigure figure, int row) => (_figures ??= []).Add((figure, row));

    /// <summary>The collected task. Resets the draft.</summary>
    internal SuperiorTaskFacts Take()
    {
        var (state, figures, words) = (_state, _figures, _words);
        (_state, _figures, _words) = (null, null, "");
        return figures is { Count: > 0 } ? new SuperiorTaskFacts
        {
            State = SuperiorTaskState.Figures,
            Claim = state ?? SuperiorTaskState.NotStated,
            Text = words,
            Figures = [.. figures.Select(f => f.Figure)],
        }
            : state is not null || words.Length > 0
                ? new SuperiorTaskFacts { State = state ?? SuperiorTaskState.NotStated, Text = words }
            : SuperiorTaskFacts.NotStated;
    }
}
