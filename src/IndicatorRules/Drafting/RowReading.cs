using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Drafting;

/// <summary>
/// The targets of one indicator read together: what one of them says, a direction or a state, holds for all. Not thread-safe.
/// </summary>
internal sealed partial class RowReading
{
    private readonly DraftEntry _entry;
    private readonly Indicator? _upper;
    private readonly bool _isTakenOver;
    private readonly DraftPlaces _places;
    private readonly Dictionary<string, List<string>> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Direction> _learned = new(StringComparer.Ordinal);

    private RowReading(DraftEntry entry, Indicator? upper, bool isTakenOver, DraftPlaces places)
    {
        (_entry, _upper, _isTakenOver, _places) = (entry, upper, isTakenOver, places);
        ItemIds = [.. entry.Items.Select((item, i) => UpperItem(item.Name)?.Id ?? Free(i))];
        Before();
        Own = Figure("", entry.Name, entry.Unit, null);
        Items = [.. entry.Items.Select((item, i) => Figure(ItemIds[i], item.Name, item.Unit.Length > 0 ? item.Unit : entry.Unit, i))];
    }

    internal ImmutableArray<string> ItemIds { get; }

    internal TargetFigure Own { get; }

    internal ImmutableArray<TargetFigure> Items { get; }

    internal TargetReading Target { get; private set; } = null!;

    /// <summary>The readings of the stages, by column; a stage without a target of its own has none.</summary>
    internal Dictionary<int, (string Text, TargetReading Reading)> Stages { get; } = [];

    /// <summary>The target of the row as printed, with those of its items.</summary>
    internal string Printed { get; private set; } = "";

    /// <summary>Reads an indicator.</summary>
    /// <param name="entry">As printed.</param>
    /// <param name="upper">The upper scheme's row of the same name; null for none.</param>
    /// <param name="isTakenOver">Whether it is taken over, with its states and directions.</param>
    /// <param name="places">The attributes of places, to which the reading adds what its targets need.</param>
    internal static RowReading Read(DraftEntry entry, Indicator? upper, bool isTakenOver, DraftPlaces places)
    {
        var reading = new RowReading(entry, upper, isTakenOver, places);
        reading.Read();
        return reading;
    }

    /// <summary>The states of a figure, lowest first: those not yet reached, then in the order of the targets.</summary>
    internal IReadOnlyList<(string Id, string Word)> StatesOf(string figure) =>
        _states.TryGetValue(figure, out var words) ? [.. words.Select((w, i) => (StateName(i), w))] : [];

    /// <summary>The direction of a figure, as far as it is known or was concluded.</summary>
    internal Direction DirectionOf(TargetFigure figure) =>
        figure.Direction != Direction.None ? figure.Direction : _learned.GetValueOrDefault(figure.Id);

    private void Read()
    {
        Printed = Of(_entry.Target, [.. _entry.Items.Select(i => i.Target)]);
        Target = TargetReader.Read(Printed, Row());
        Learn(Target);
        if (!_isTakenOver)
        {
            _places.Add(Target);
        }

        foreach (var (column, text) in _entry.Stages)
        {
            var printed = Of(text, [.. _entry.Items.Select(i => i.Stages.GetValueOrDefault(column, ""))]);
            if (printed.Length > 0)
            {
                var reading = TargetReader.Read(printed, Row());
                Learn(reading);
                _places.Add(reading);
                Stages[column] = (printed, reading);
            }
        }

        // A state beyond the row's own: the order is that of the stages, which the table does not state.
        foreach (var (column, (text, reading)) in Stages.ToList())
        {
            if (!_isTakenOver && reading.Certainty == Certainty.Sure && reading.States.Any(s => IsLater(s.Figure, s.State.Word)))
            {
                Stages[column] = (text, new(reading.Rule, Certainty.Guess,
                    [new("状态的先后按各阶段的次序排，请核对。", "The order of states is that of the stages; compare it.")],
                    reading.Directions));
            }
        }
    }

    private bool IsLater(string figure, string word) =>
        !WaterClasses.Is(word) && !Target.States.Any(s => s.Figure == figure && s.State.Word == word)
        && _states.TryGetValue(figure, out var words) && words.Count > 1 && words.IndexOf(word) > 0
        && !NotYetPattern().IsMatch(words[words.IndexOf(word) - 1]);

    private TargetRow Row() => new()
    {
        Own = Own,
        Items = Items,
        UpperPlaces = _places.Uppers,
        OwnPlaces = _places.Own,
        HasTotal = _entry.Values.Values.Any(v => v.Length > 0 && char.IsAsciiDigit(v[0])),
        StateId = StateId,
    };

    // Targets beside the items, else the row's; where both are printed, the row's own first and the items by name.
    private string Of(string own, string[] items)
    {
        var printed = items.Where(t => t.Length > 0).ToList();
        return printed.Count == 0 ? own
            : own.Length == 0 && printed.Count == items.Length ? string.Join('\n', items.Select(Line))
            : string.Join('\n', items.Select((t, i) => t.Length > 0 ? $"{_entry.Items[i].Name}：{Line(t)}" : "").Prepend(own)
                .Where(t => t.Length > 0));

        static string Line(string text) => text.Replace('\n', '，');
    }

    private void Before()
    {
        // 正在制定 before 制定; 明显 before 不明显.
        foreach (var value in _entry.Values.Values.Where(v => NotYetPattern().IsMatch(v) && v.Length < 20))
        {
            _states[""] = [value];
        }
    }

    private string StateId(TargetFigure figure, string word)
    {
        if (_isTakenOver)
        {
            var states = figure.Id.Length == 0 ? _upper!.States : _upper!.Items.First(i => i.Id == figure.Id).States;
            if (StateInfo.Of(states, word) is { } known)
            {
                return known.Id;
            }
        }

        if (!_states.TryGetValue(figure.Id, out var words))
        {
            _states[figure.Id] = words = WaterClasses.Is(word) ? [.. WaterClasses.All] : [];
        }

        var plain = word.StartsWith('已') && word.Length > 2 ? word[1..] : word;
        if (words.FindIndex(w => w == word || w == plain || w == "已" + word) is var at and >= 0)
        {
            return StateName(at);
        }

        if (word.StartsWith('不') && words.Count == 0)
        {
            words.Add(word[1..]);
        }

        words.Add(plain);
        return StateName(words.Count - 1);
    }

    /// <summary>Whether the upper scheme's states lack one that a stage asks for.</summary>
    internal bool LacksState => _isTakenOver && _states.Any(s => s.Value.Exists(w => !NotYetPattern().IsMatch(w)));

    private static string StateName(int index) => string.Create(CultureInfo.InvariantCulture, $"State{index + 1}");

    private TargetFigure Figure(string id, string name, string unit, int? item)
    {
        var upper = _upper is null ? Direction.None
            : item is null ? _upper.Direction
            : UpperItem(name)?.Direction ?? Direction.None;
        return new(id, name, unit.Length > 0 ? unit : "-", upper != Direction.None ? upper : TargetReader.DirectionOf(Clauses(name, item)));
    }

    // The clauses that are about one figure, of the row's target and all its stages.
    private IEnumerable<TargetClause> Clauses(string name, int? item)
    {
        var own = item is { } at
            ? _entry.Items[at].Stages.Values.Append(_entry.Items[at].Target)
            : [];
        return own.Concat(_entry.Stages.Values.Append(_entry.Target)).SelectMany(text =>
        {
            var parsed = TargetText.Parse(text);
            return item is { } i && parsed.Lines.Length > 1 && parsed.Lines.Length == _entry.Items.Count ? parsed.Lines[i]
                : parsed.Clauses.Where(c => c.Label.Length == 0 || name.Contains(c.Label, StringComparison.Ordinal));
        });
    }

    private void Learn(TargetReading reading)
    {
        foreach (var (figure, way) in reading.Directions)
        {
            _learned[figure] = _learned.TryGetValue(figure, out var before) && before != way ? Direction.None : way;
            foreach (var item in figure.Length == 0 ? Items : [])
            {
                _learned.TryAdd(item.Id, way);
            }
        }
    }

    private Item? UpperItem(string name) =>
        _upper?.Items.FirstOrDefault(i => FoldedName.Of(i.Name.Zh) == FoldedName.Of(name));

    private string Free(int index)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"Item{index + 1}");
        return _upper?.Items.Any(i => i.Id == id) == true ? id + "B" : id;
    }

    [GeneratedRegex("^(?:正在|未|尚未|没有|拟|计划|筹备|暂未|尚在|在)[^\\d]+$")]
    private static partial Regex NotYetPattern();
}
