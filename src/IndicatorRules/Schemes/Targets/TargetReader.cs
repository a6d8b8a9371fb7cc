using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Targets;

/// <summary>Reads a printed target as the rule of its row. Not thread-safe; one target.</summary>
/// <remarks>
/// Sure is what leaves nothing open: each word is read, the unit is the row's, a course has a direction that is printed somewhere, and the
/// rule reads back to the same words.
/// </remarks>
internal sealed class TargetReader
{
    private readonly TargetRow _row;
    private readonly TargetText _text;
    private readonly List<LocalizedText> _questions = [];
    private readonly Dictionary<string, Direction> _directions = new(StringComparer.Ordinal);
    private readonly List<(string, Demand.State)> _states = [];
    private PlaceAttribute? _place;

    private TargetReader(TargetRow row, TargetText text) => (_row, _text) = (row, text);

    /// <summary>Reads the target of a row or of one of its stages.</summary>
    internal static TargetReading Read(string printed, TargetRow row)
    {
        var text = TargetText.Parse(printed);
        var reader = new TargetReader(row, text);
        return reader.Read() is { } said ? reader.Reading(said) : Unread(printed, reader._questions);
    }

    /// <summary>The direction that a target's words alone say; none if they say none or several.</summary>
    internal static Direction DirectionOf(IEnumerable<TargetClause> clauses)
    {
        var all = clauses.Select(c => c.Demand switch
        {
            Demand.Bound { Kind: BoundKind.AtLeast or BoundKind.MoreThan } => Direction.Higher,
            Demand.Bound { Kind: BoundKind.AtMost or BoundKind.LessThan } => Direction.Lower,
            Demand.Change { Towards: var towards } => towards,
            _ => Direction.None,
        }).Where(d => d != Direction.None).Distinct().ToList();
        return all is [var one] ? one : Direction.None;
    }

    private static TargetReading Unread(string printed, List<LocalizedText> questions)
    {
        var shown = Shown(printed);
        var text = shown.Length > 0
            ? new LocalizedText(
                $"指标值“{shown}”没有读懂，规则要人来定。",
                $"The target “{shown}” was not read; write its rule.")
            : new LocalizedText("没有印指标值，规则要人来定。", "No target is printed; write its rule.");
        var words = shown.Length > 0 ? $"指标值没有读懂：{shown}" : "没有印指标值";
        return new(
            $"Unknown(\"{words}\")", Certainty.Cannot, [text, .. questions.Distinct()],
            ImmutableDictionary<string, Direction>.Empty);
    }

    // In a text of a script: no quotes, backslashes and line breaks.
    private static string Shown(string printed)
    {
        var line = string.Join('、', printed.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
        var safe = new string([.. line.Select(c => c is '"' or '\\' || char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
        return safe.Length > 100 ? safe[..100] + "…" : safe;
    }

    private TargetReading Reading(Said said)
    {
        // A second reading, of the rule, must find the same words.
        if (_questions.Count == 0 && RuleWords.Of(said.Rule, _states) != said.Words)
        {
            Ask("规则与印出的文字对不上，请核对。", "The rule does not read back to the words printed; compare them.");
        }

        return new(
            said.Rule, _questions.Count == 0 ? Certainty.Sure : Certainty.Guess, [.. _questions.Distinct()],
            _directions.ToImmutableDictionary(StringComparer.Ordinal))
        {
            States = [.. _states],
            Place = _place,
        };
    }

    private Said? Read()
    {
        if (!_text.IsWhole || _text.Lines.IsEmpty)
        {
            return null;
        }

        if (_row.Items.IsEmpty && ByPlace() is { } regions)
        {
            return Switched(regions);
        }

        foreach (var remark in _text.Clauses.Select(c => c.Remark).Where(r => r.Length > 0).Distinct())
        {
            Ask(
                $"“{remark}”没有进入规则，请核对。",
                $"The rule does not say “{remark}”; see whether it should.");
        }

        return _row.Items.IsEmpty ? WithoutItems() : WithItems();
    }

    private Said? WithoutItems()
    {
        // 国家≥55，省级≥53: both who ask and what they ask.
        var asking = _text.Clauses.Select(c => c.Label).Where(l => l.Length > 0 && !IsOwn(l)).ToList();
        if (asking.Exists(PlaceWords.IsNation)
            && asking.TrueForAll(l => PlaceWords.IsNation(l) || l is "省" or "省级" or "市级" or "县级"))
        {
            Ask(
                $"“{string.Join("”“", asking)}”各有要求，按都要达到来判，请核对。",
                "Several levels ask, and all of it is required here; compare them.");
        }
        else if (asking.Count > 0)
        {
            return null;
        }

        if (_text.Lines.Length > 1)
        {
            Ask(
                "指标值分几行印，按全部都要达到来判，请核对。",
                "The target has several lines, all of which are required here; compare them.");
        }

        return Joined(_text.Lines.Select(l => Line(l, c => On(_row.Own, c))));
    }

    // The clauses of each kind of place that is named beside them; null where none or not all are named.
    private List<(string Id, List<TargetClause> Clauses)>? ByPlace()
    {
        var groups = new List<(string[] Labels, List<TargetClause> Clauses)>();
        foreach (var clause in _text.Clauses)
        {
            var label = clause.Label.Length > 0 ? clause.Label : clause.Remark;
            if (label.Length == 0 && clause.Link == Link.Or && groups.Count > 0)
            {
                groups[^1].Clauses.Add(clause);
            }
            else if (label.Length == 0 || clause.Link == Link.Or || IsOwn(label))
            {
                return null;
            }
            else
            {
                var remark = clause.Label.Length > 0 ? clause.Remark : "";
                groups.Add((label.Split(['、', '和', '与', '及', '/']), [clause with { Remark = remark }]));
            }
        }

        string[] labels = [.. groups.SelectMany(g => g.Labels.Select(l => l.Trim(' ', ':')))];
        if (labels.Any(PlaceWords.IsNation) || PlaceWords.Find([.. _row.UpperPlaces, .. _row.OwnPlaces], labels) is not var (place, ids))
        {
            return null;
        }

        // （省级） says who asks.
        if (place.Id == "Level" && _text.Clauses.All(c => c.Label.Length == 0))
        {
            return null;
        }

        _place = place;
        var at = 0;
        return [.. groups.SelectMany(g => g.Labels.Select(_ => (ids[at++], g.Clauses)).ToList()).OrderBy(g => g.Item1.Length == 0)];
    }

    private Said? Switched(List<(string Id, List<TargetClause> Clauses)> regions)
    {
        foreach (var remark in regions.SelectMany(r => r.Clauses).Select(c => c.Remark).Where(r => r.Length > 0).Distinct())
        {
            Ask($"“{remark}”没有进入规则，请核对。", $"The rule does not say “{remark}”; see whether it should.");
        }

        if (regions.Exists(r => r.Clauses.Count > 1))
        {
            Ask("“或”后面的要求只算在紧挨着的一类地区里，请核对。", "What stands after 或 is read for the nearest kind of place alone.");
        }

        var place = _place!;
        var name = place.Name.Zh;
        var isUpper = _row.UpperPlaces.Contains(place);
        if (!isUpper && place.Id != PlaceWords.Climate.Id)
        {
            Ask(
                place.Id == "Level" ? "指标值按级别分印，先按本地的级别来判；如果说的是哪一级提的要求，请改。"
                    : $"指标值按{name}分印，本地按所属的一类来判；一地兼有几类的，是按主要的一类还是加权，请核对。",
                $"The target depends on the place ({place.Name.En}); see what holds where a place is of several kinds.");
        }

        // The remark of a region does not make a figure of its own.
        var parts = regions.ConvertAll(r => (r.Id, Said: r.Clauses.Exists(c => c.Demand is Demand.State) ? null
            : Line([.. r.Clauses.Select(c => c with { Label = "" })], c => On(_row.Own, c))));
        if (parts.Exists(p => p.Said is null))
        {
            return null;
        }

        if (place.Kind == AttributeKind.Shares)
        {
            return Weighted(place, regions);
        }

        var arms = parts.Select(p => $"{(p.Id.Length == 0 ? "_" : $"{place.Id}.{p.Id}")} => {p.Said!.Rule}").ToList();
        if (!parts.Exists(p => p.Id.Length == 0))
        {
            arms.Add($"_ => Unknown(\"表中没有印其他{name}的指标值\")");
        }

        return new(
            $"Place.{place.Id} switch {{ {string.Join(", ", arms)} }}",
            string.Join(' ', parts.Select(p => $"[{p.Id}]{p.Said!.Words}")), "");
    }

    // 山区≥60，丘陵区≥40 where the upper scheme asks for the shares of both.
    private Said? Weighted(PlaceAttribute place, List<(string Id, List<TargetClause> Clauses)> regions)
    {
        var bounds = regions.ConvertAll(r =>
            r.Clauses is [{ Demand: Demand.Bound { Kind: not null } bound }] && r.Id.Length > 0 ? bound : null);
        if (bounds.Contains(null) || bounds.Select(b => b!.Kind).Distinct().Count() > 1)
        {
            return null;
        }

        Ask(
            $"指标值按{place.Name.Zh}分印，先按占比加权来判，请核对。",
            $"The target depends on {place.Name.En}; it is weighted by the shares.");
        var sum = string.Join(" + ", regions.Select((r, i) => $"{Digits(bounds[i]!.Number)} * Place.{place.Id}.{r.Id}"));
        return new($"{bounds[0]!.Kind}({sum})", "", "");
    }

    private Said? WithItems()
    {
        var lines = _text.Lines;
        var clauses = _text.Clauses.ToList();
        if (clauses.TrueForAll(c => c.Label.Length == 0))
        {
            return lines.Length == 1 ? OfEach(lines[0])
                : lines.Length == _row.Items.Length ? Joined(lines.Select((l, i) => Line(l, c => On(_row.Items[i], c))))
                : null;
        }

        // ≥95 above 农膜≥80: what has no name is the row's own.
        var own = clauses.TakeWhile(c => c.Label.Length == 0).ToList();
        if (own.Count > 0)
        {
            if (own.Count != lines.TakeWhile(l => l.All(c => c.Label.Length == 0)).Sum(l => l.Length))
            {
                return null;
            }

            Ask("没有写名称的要求按本项的合计来判，分项的另判，请核对。",
                "What names no item is required of the row's own figure, beside its items.");
            clauses.RemoveRange(0, own.Count);
        }

        var named = clauses.ConvertAll(c => c.Label.Length > 0 ? Named(c.Label) : null);
        if (named.Contains(null) || named.Distinct().Count() < named.Count || clauses.Exists(c => c.Link == Link.Or))
        {
            return null;
        }

        foreach (var missing in _row.Items.Except(named.OfType<TargetFigure>()))
        {
            Ask(
                $"分项“{missing.Name}”没有印指标值，没有进入规则。",
                $"No target is printed for the item “{missing.Name}”.");
        }

        return Joined(own.Select(c => On(_row.Own, c)).Concat(clauses.Select((c, i) => On(named[i]!, c))));
    }

    // One target for a row with items: the task is the row's, all else applies to each item.
    private Said? OfEach(ImmutableArray<TargetClause> line)
    {
        if (_row.HasTotal && line.Any(c => c.Demand is not Demand.Task))
        {
            Ask(
                "本项既有合计又有分项，指标值按各分项都要达到来判，请核对。",
                "The row has a total and items; each item is judged here.");
        }

        if (!_row.Items.All(i => UnitName.Same(i.Unit, _row.Items[0].Unit))
            && line.Any(c => c.Demand is not (Demand.Task or Demand.Change)))
        {
            Ask("各分项的单位不同，却只印了一个指标值，请核对。", "The items differ in their units, but there is one target.");
        }

        return Line(line, c => c.Demand is Demand.Task ? On(_row.Own, c) : Each(c));
    }

    private Said? Each(TargetClause clause)
    {
        if (clause.Demand is Demand.State)
        {
            Ask(
                "本项有几个分项，状态按各分项都要达到来判，请核对。",
                "The row has items; each of them must be in the state.");
            return Joined(_row.Items.Select(i => On(i, clause)));
        }

        var all = _row.Items.Select(i => On(i, clause)).ToList();
        if (all.Contains(null))
        {
            return null;
        }

        var alike = all.Select(s => (s!.Rule[$"Items.{s.Figure}.".Length..], s.Words[$"[{s.Figure}]".Length..])).Distinct().ToList();
        return alike is [var (rule, words)] ? new($"EachItem(i => i.{rule})", $"[*]{words}", "") : Joined(all);
    }

    private Said? Line(ImmutableArray<TargetClause> line, Func<TargetClause, Said?> read)
    {
        var areOr = line.Skip(1).Select(c => c.Link == Link.Or).Distinct().ToList();
        if (areOr.Count > 1)
        {
            return null;
        }

        // Of two states of one figure, one includes the other; which, no table says.
        if (line.Count(c => c.Demand is Demand.State) > 1)
        {
            return null;
        }

        var isOr = areOr is [true];
        // Of two numbers for one figure, it is unknown which holds, unless one is from below and one from above.
        var bounds = line.Select(c => c.Demand).OfType<Demand.Bound>()
            .Select(b => b.Kind is BoundKind.AtLeast or BoundKind.MoreThan).ToList();
        if (bounds.Count > 1 && (isOr || bounds.Distinct().Count() < bounds.Count))
        {
            Ask("印了几个数，请核对各适用于哪里。", "Several numbers are printed; see where each applies.");
        }

        return Joined(line.Select(read), isOr ? " | " : " & ");
    }

    private Said? On(TargetFigure figure, TargetClause clause)
    {
        if (clause.Demand is Demand.Task)
        {
            return new("SuperiorTask.Completed()", "task", "");
        }

        if (clause.Unit.Length > 0 && !IsSame(clause.Unit, figure.Unit))
        {
            if (!figure.IsWithoutUnit)
            {
                Ask($"指标值的单位“{clause.Unit}”与“{figure.Unit}”不同，不作换算。",
                    $"The target is in “{clause.Unit}”, the row in “{figure.Unit}”; units are never converted.");
                return null;
            }

            Ask(
                $"表里没有印单位，指标值用的是“{clause.Unit}”，请核对。",
                $"The row has no unit, the target is in “{clause.Unit}”.");
        }

        return clause.Demand switch
        {
            Demand.Bound bound => Bounded(figure, bound),
            Demand.Range range => Ranged(figure, range),
            Demand.Around around => Asked(figure, $"About({Digits(around.Number)})", $"about {Digits(around.Number)}"),
            Demand.Change change => Changed(figure, change),
            Demand.State state => Stated(figure, state),
            _ => null,
        };
    }

    private Said? Bounded(TargetFigure figure, Demand.Bound bound)
    {
        var kind = bound.Kind ?? Understood(figure, bound);
        if (figure.IsShare && bound.Number is < 0 or > 100 && kind is BoundKind.AtLeast or BoundKind.MoreThan)
        {
            Ask($"单位是 %，指标值却是 {Digits(bound.Number)}，请核对。",
                $"The unit is %, but the target is {Digits(bound.Number)}.");
        }

        Learn(figure, kind is BoundKind.AtLeast or BoundKind.MoreThan ? Direction.Higher : Direction.Lower);
        return Asked(figure, $"{kind}({Digits(bound.Number)})", $"{Sign(kind)}{Digits(bound.Number)}");
    }

    // 100 % and 0 % of a whole leave no room beyond; any other number alone may be a floor, a ceiling or exact.
    private BoundKind Understood(TargetFigure figure, Demand.Bound bound)
    {
        var way = figure.Direction != Direction.None ? figure.Direction : figure.Suggested;
        var kind = way == Direction.Lower || (way == Direction.None && bound.Number == 0) ? BoundKind.AtMost : BoundKind.AtLeast;
        if (figure.IsShare && bound is { Number: 100, IsLimit: false } && figure.Direction != Direction.Lower)
        {
            return BoundKind.AtLeast;
        }

        if (figure.IsShare && bound.Number == 0 && figure.Direction != Direction.Higher)
        {
            return BoundKind.AtMost;
        }

        if (bound.IsLimit)
        {
            Ask($"“控制在{Digits(bound.Number)}”按不高于来判，请核对。",
                $"“控制在{Digits(bound.Number)}” is taken as a maximum.");
            return BoundKind.AtMost;
        }

        // 达到 implies that higher is better.
        if (bound.IsReached && figure.Direction == Direction.Higher)
        {
            return BoundKind.AtLeast;
        }

        var shown = Digits(bound.Number);
        Ask(
            $"只印了“{shown}”，按{(kind == BoundKind.AtLeast ? "不低于" : "不高于")}来判；"
                + "也可能要正好等于，请核对。",
            $"The number {shown} stands alone; it is taken as a {(kind == BoundKind.AtLeast ? "minimum" : "maximum")}.");
        return kind;
    }

    private Said Ranged(TargetFigure figure, Demand.Range range)
    {
        if (!figure.IsBalanced || figure.Direction != Direction.None)
        {
            Ask("印的是一个区间，按两端之间才算达标来判；更好的数算不算，请核对。",
                "The target is a range, and only figures within are met; see whether better ones are.");
        }

        var (low, high) = (Digits(range.Low), Digits(range.High));
        return Asked(figure, $"Between({low}, {high})", $"{low}..{high}");
    }

    private Said? Changed(TargetFigure figure, Demand.Change change)
    {
        if (!change.IsPlain)
        {
            Ask(
                "没有说清与哪一年比、怎样算，按与上一年比来判，请核对。",
                "It is not said what to compare with; the year before is taken.");
        }

        if (change.Kind is Course.NotReduced or Course.ChangeAtMost)
        {
            if (figure.IsWithoutUnit)
            {
                Ask(
                    "没有单位，不知道填数还是填文字；按填数来判，请核对。",
                    "There is no unit; figures are expected, not words.");
            }

            return change.Kind == Course.NotReduced ? Asked(figure, "NotReduced()", "not-reduced")
                : Asked(figure, "ChangeAtMost(0)", "not-increased");
        }

        var known = figure.Direction != Direction.None ? figure.Direction : change.Towards;
        var way = known != Direction.None ? known : figure.Suggested;
        if (way == Direction.None)
        {
            Ask(
                $"不知道“{figure.Name}”是越高越好还是越低越好。",
                $"Whether “{figure.Name}” should rise or fall is not known.");
            return null;
        }

        if (figure.IsWithoutUnit)
        {
            Ask(
                "没有单位，不知道填数还是填文字；按填数来判，请核对。",
                "There is no unit; figures are expected, not words.");
        }

        var shown = way == Direction.Lower ? ("越低越好", "lower is better") : ("越高越好", "higher is better");
        if (known == Direction.None)
        {
            Ask(
                $"“{figure.Name}”按{shown.Item1}来判，这是从名称推断的。",
                $"“{figure.Name}”: {shown.Item2}, judging by its name.");
        }
        else if ((figure.Suggested != Direction.None && figure.Suggested != way && figure.Direction == Direction.None)
            || (change.Towards != Direction.None && change.Towards != way))
        {
            Ask($"“{figure.Name}”按{shown.Item1}来判，与名称或别处所印的不一致，请核对。",
                $"“{figure.Name}”: {shown.Item2}, which its name or another target contradicts.");
        }

        Learn(figure, way);
        return change.Kind == Course.Improving ? Asked(figure, "Improving()", "improving")
            : Asked(figure, "StableOrImproving()", "stable-or-improving");
    }

    private Said? Stated(TargetFigure figure, Demand.State state)
    {
        if (!figure.IsWithoutUnit)
        {
            Ask(
                $"单位是“{figure.Unit}”，指标值却是文字“{state.Word}”。",
                $"The unit is “{figure.Unit}”, but the target is “{state.Word}”.");
            return null;
        }

        if (WaterClasses.Is(state.Word) && !_row.Own.Name.Contains('水'))
        {
            return null;
        }

        if (state.Word == "无")
        {
            Ask("“无”是没有这项要求，还是要求一件也没有，请核对。",
                "“无” may mean that nothing is required, or that there must be none.");
        }

        var id = _row.StateId(figure, state.Word);
        _states.Add((figure.Id, state));
        return Asked(figure, $"{(state.IsReached ? "Reached" : "Is")}(State.{id})", $"{(state.IsReached ? "reached" : "is")} {state.Word}");
    }

    private static Said Asked(TargetFigure figure, string rule, string words) => figure.Id.Length == 0
        ? new(rule, words, "")
        : new($"Items.{figure.Id}.{rule}", $"[{figure.Id}]{words}", figure.Id);

    private void Learn(TargetFigure figure, Direction way)
    {
        _directions[figure.Id] = _directions.TryGetValue(figure.Id, out var before) && before != way ? Direction.None : way;
    }

    private bool IsOwn(string label) => _row.Own.Name.EndsWith(label, StringComparison.Ordinal) && label.Length > 1;

    private TargetFigure? Named(string label)
    {
        List<TargetFigure> exact = [.. _row.Items.Where(i => i.Name == label)];
        List<TargetFigure> begun = exact.Count > 0 ? exact : [.. _row.Items.Where(i => i.Name.StartsWith(label, StringComparison.Ordinal))];
        if (label.Length < 2 || begun.Count > 1)
        {
            return null;
        }

        if (begun is [var sure])
        {
            return sure;
        }

        if (_row.Items.Where(i => i.Name.Contains(label, StringComparison.Ordinal)).ToList() is not [var one])
        {
            return null;
        }

        Ask($"“{label}”按分项“{one.Name}”来判，请核对。", $"“{label}” is taken for the item “{one.Name}”.");
        return one;
    }

    private static bool IsSame(string one, string other) => UnitName.Same(Plain(one), Plain(other));

    private static string Plain(string unit) => unit == "个百分点" ? "百分点" : unit;

    private static Said? Joined(IEnumerable<Said?> parts, string by = " & ")
    {
        var all = parts.ToList();
        return all.Contains(null) || all.Count == 0 ? null
            : all is [var one] ? one
            : new(
                string.Join(by, all.Select(p => p!.Rule.Contains(" | ", StringComparison.Ordinal) ? $"({p.Rule})" : p.Rule)),
                string.Join(by, all.Select(p => p!.Words.Contains(" | ", StringComparison.Ordinal) ? $"({p.Words})" : p.Words)), "");
    }

    private static string Digits(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Sign(BoundKind kind) => kind switch
    {
        BoundKind.AtLeast => "≥",
        BoundKind.MoreThan => ">",
        BoundKind.AtMost => "≤",
        _ => "<",
    };

    private void Ask(string zh, string en) => _questions.Add(new(zh, en));

    /// <summary>A part of a rule, and the words printed for it.</summary>
    private sealed record Said(string Rule, string Words, string Figure);
}
