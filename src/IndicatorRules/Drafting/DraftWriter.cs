using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Drafting;

/// <summary>Writes the scheme and the facts of a draft. Not thread-safe; one draft.</summary>
internal sealed class DraftWriter
{
    private const string ToFillIn = "（请填写）";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = VisibleText.Json };

    private readonly PluginDraftOptions _options;
    private readonly string _title;
    private readonly string _document;
    private readonly List<DraftEntry> _entries;
    private readonly List<(int Column, int Year, string Name)> _stages;
    private readonly ImmutableArray<int> _years;
    private readonly List<LocalizedText> _notices;
    private readonly UpperRows _upper;
    private readonly DraftPlaces _places;
    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Domain, string Task), string> _tasks = [];

    internal DraftWriter(
        PluginDraftOptions options, string title, string document, List<DraftEntry> entries,
        List<(int Column, int Year, string Name)> stages, ImmutableArray<int> years, List<LocalizedText> notices)
    {
        (_options, _title, _document, _entries, _stages, _years, _notices) = (options, title, document, entries, stages, years, notices);
        _upper = new(options.Uppers);
        _places = new([.. _upper.Places]);
    }

    internal List<DraftRow> Rows { get; } = [];

    internal JsonObject Scheme { get; private set; } = [];

    internal JsonObject Facts { get; private set; } = [];

    internal static string Text(JsonNode node) => node.ToJsonString(Layout) + "\n";

    internal void Write()
    {
        Number();
        Headings();
        var indicators = new JsonArray();
        var readings = new List<(string Id, RowReading Reading)>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (entry, i) in _entries.Select((e, i) => (e, i)))
        {
            var uppers = _upper.Match(entry.Name);
            var upper = uppers is [var (_, first), ..] ? first : null;
            var conflict = UpperRows.Conflict(uppers);
            entry.Questions.AddRange(conflict is null ? [] : [conflict]);
            var isTakenOver = upper is not null && conflict is null && Agrees(entry, upper);
            var reading = RowReading.Read(entry, upper, isTakenOver, _places);
            if (isTakenOver && reading.LacksState)
            {
                isTakenOver = false;
                reading = RowReading.Read(entry, upper, isTakenOver, _places);
            }

            var id = upper is not null && ids.Add(upper.Id) ? upper.Id : Free(ids, entry, i);
            if (isTakenOver)
            {
                _upper.Take(uppers);
            }

            readings.Add((id, reading));
            indicators.Add(Indicator(entry, id, isTakenOver ? uppers : [], reading));
        }

        Scheme = Head(indicators);
        Facts = FactsOf(readings);
    }

    private static string Free(HashSet<string> ids, DraftEntry entry, int index)
    {
        var number = entry.Number.Length is > 0 and < 10 && entry.Number.All(char.IsAsciiDigit) ? entry.Number : null;
        var id = $"row-{number}";
        if (number is null || !ids.Add(id))
        {
            for (var n = index + 1; !ids.Add(id = string.Create(CultureInfo.InvariantCulture, $"row-{n}")); n += 1000)
            {
            }
        }

        return id;
    }

    // The same target, unit and items in the same words.
    private static bool Agrees(DraftEntry entry, Indicator upper)
    {
        var items = upper.Items.Where(i => i.Printed).ToList();
        var own = string.Join('\n', ((string[])[entry.Target, .. entry.Items.Select(i => i.Target)]).Where(t => t.Length > 0));
        return Bare(own) == Bare(upper.Target.Zh)
            && (entry.Unit.Length == 0 || entry.Items.Count > 0 || Bare(entry.Unit) == Bare(upper.Unit))
            && entry.Items.Count == items.Count
            && entry.Items.All(i => items.Exists(u => FoldedName.Of(u.Name.Zh) == FoldedName.Of(i.Name)
                && (i.Unit.Length == 0 || Bare(i.Unit) == Bare(u.Unit))));
    }

    private static string Bare(string text) => string.Concat(TargetText.Narrow(text).Where(c => !char.IsWhiteSpace(c)));

    private void Number()
    {
        bool AreUnique(Func<DraftEntry, string> within) => _entries.Where(e => e.Number.Length > 0).GroupBy(within)
            .All(g => g.Select(e => PrintedNumber.Key(e.Number)).Distinct(StringComparer.Ordinal).Count() == g.Count());
        var blank = _entries.Where(e => e.Number.Length == 0).ToList();
        if (blank.Count < _entries.Count && _entries.TrueForAll(e => e.Number.Length <= 20 && !e.Number.Any(char.IsWhiteSpace))
            && (AreUnique(_ => "") || (blank.Count == 0 && AreUnique(e => e.Domain))))
        {
            foreach (var entry in blank)
            {
                entry.Number = Between(_entries.IndexOf(entry));
            }

            return;
        }

        _notices.Add(blank.Count == _entries.Count
            ? new("表中没有序号，按次序编了号。", "The table has no numbers; they are given in order.")
            : new("表中的序号有缺、有重，改按次序编号。", "Numbers are missing or occur twice; they are given anew, in order."));
        for (var i = 0; i < _entries.Count; i++)
        {
            _entries[i].Number = string.Create(CultureInfo.InvariantCulture, $"{i + 1}");
        }
    }

    // The number that the ones around leave free; else one that is none of the table's.
    private string Between(int at)
    {
        var before = at > 0 ? PrintedNumber.Whole(_entries[at - 1].Number) ?? -1 : 0;
        var next = at + 1 < _entries.Count ? PrintedNumber.Whole(_entries[at + 1].Number) : null;
        var free = string.Create(CultureInfo.InvariantCulture, $"{before + 1}");
        if (before >= 0 && (next is null || next == before + 2) && !_entries.Exists(e => PrintedNumber.Key(e.Number) == free))
        {
            return free;
        }

        var n = 1;
        while (_entries.Exists(e => e.Number == string.Create(CultureInfo.InvariantCulture, $"补{n}")))
        {
            n++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"补{n}");
    }

    private void Headings()
    {
        foreach (var entry in _entries)
        {
            entry.Domain = entry.Domain.Length > 0 ? entry.Domain : entry.Task.Length > 0 ? entry.Task : "指标";
            entry.Task = entry.Task.Length > 0 ? entry.Task : entry.Domain;
            _tasks.TryAdd((entry.Domain, entry.Task), string.Create(CultureInfo.InvariantCulture, $"task-{_tasks.Count + 1}"));
        }
    }

    private JsonObject Head(JsonArray indicators)
    {
        var spoken = typeof(Verdict).Assembly.GetName().Version!;
        var scheme = new JsonObject
        {
            ["$schema"] = $"{_options.Schemas}/scheme.schema.json",
            ["id"] = _options.Id,
            ["version"] = "0.1.0",
            ["contract"] = $"[{spoken.ToString(3)},{spoken.Major + 1}.0.0)",
            ["title"] = _title,
            ["issuer"] = $"{ToFillIn}发布单位",
            ["level"] = "county",
            ["note"] = "由印出的表起草：带“待定”的各项见 REVIEW.md，定下之前不要据以上报。",
        };
        if (_years.Length > 0)
        {
            scheme["baseYear"] = _years.Max();
        }

        scheme["source"] = new JsonObject { ["document"] = _document };
        if (_options.Uppers.Count > 0)
        {
            scheme["extends"] = _upper.Extends();
        }

        if (_places.Declared() is { Count: > 0 } declared)
        {
            scheme["place"] = declared;
        }

        if (_stages.Count > 0)
        {
            scheme["stages"] = new JsonArray([.. _stages.Select(s => (JsonNode)new JsonObject
            {
                ["id"] = StageId(s.Year), ["name"] = s.Name, ["year"] = s.Year,
            })]);
        }

        if (_kinds.Count > 0)
        {
            // The two kinds that need no declaration come first.
            List<(string Id, string Name)> kinds = [("binding", "约束性"), ("reference", "参考性")];
            kinds.AddRange(_kinds.Select(k => (k.Value, k.Key)));
            scheme["kinds"] = new JsonArray([.. kinds.Select(k => (JsonNode)new JsonObject { ["id"] = k.Id, ["name"] = k.Name })]);
        }

        if (_entries.GroupBy(e => PrintedNumber.Key(e.Number)).Any(g => g.Count() > 1))
        {
            scheme["numbering"] = "domain";
        }

        scheme["domains"] = new JsonArray([.. _entries.Select(e => e.Domain).Distinct().Select((domain, i) => (JsonNode)new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"domain-{i + 1}"),
            ["name"] = domain,
            ["tasks"] = new JsonArray([.. _tasks.Where(t => t.Key.Domain == domain).Select(t => (JsonNode)new JsonObject
            {
                ["id"] = t.Value, ["name"] = t.Key.Task,
            })]),
        })]);
        scheme["indicators"] = indicators;
        return scheme;
    }

    private static string StageId(int year) => string.Create(CultureInfo.InvariantCulture, $"stage-{year}");

    private JsonObject Indicator(DraftEntry entry, string id, List<(Scheme Scheme, Indicator Row)> uppers, RowReading reading)
    {
        // None are given where the row is the table's own.
        var isTakenOver = uppers.Count > 0;
        var questions = new List<LocalizedText>(entry.Questions);
        var (kind, binding) = Kind(entry, questions);
        if (!isTakenOver && entry.Values.Values.Concat(entry.Items.SelectMany(i => i.Values.Values)).FirstOrDefault(IsNothing) is { } none)
        {
            questions.Add(new(
                $"现状值是“{none}”：本县没有此类事物时算不适用还是另判，要写在 `absence` 里。",
                $"The value is “{none}”: say by `absence` how a place is judged that has nothing of the kind."));
        }

        var row = new JsonObject { ["id"] = id };
        var printed = reading.Printed.Length > 0 ? reading.Printed : "-";
        var (rule, certainty) = isTakenOver ? (uppers[0].Row.Rule.Code, Certainty.Sure) : (reading.Target.Rule, reading.Target.Certainty);
        var capped = certainty == Certainty.Sure && questions.Count > 0 && !isTakenOver ? Certainty.Guess : certainty;
        questions.AddRange(isTakenOver ? [] : reading.Target.Questions);
        if (isTakenOver)
        {
            TakeOver(row, entry, uppers, kind, binding);
        }
        else
        {
            Own(row, entry, reading, kind, binding);
            row["target"] = printed;
            row["rule"] = rule;
        }

        var stages = new List<DraftStage>();
        var written = new JsonArray();
        foreach (var (column, year, _) in _stages)
        {
            if (reading.Stages.TryGetValue(column, out var stage))
            {
                var sure = stage.Reading.Certainty == Certainty.Sure && capped == Certainty.Guess && entry.Questions.Count > 0
                    ? Certainty.Guess : stage.Reading.Certainty;
                stages.Add(new(year, stage.Text, stage.Reading.Rule, sure));
                written.Add(new JsonObject { ["id"] = StageId(year), ["target"] = stage.Text, ["rule"] = stage.Reading.Rule });
                questions.AddRange(stage.Reading.Questions.Select(q => new LocalizedText($"{year}年：{q.Zh}", $"{year}: {q.En}")));
            }
        }

        if (written.Count > 0)
        {
            row["stages"] = written;
        }

        var asked = questions.Distinct().ToList();
        var note = string.Join("；", asked.Select(q => q.Zh.TrimEnd('。')).Prepend(asked.Count > 0 ? "待定" : "").Append(entry.Note)
            .Where(n => n.Length > 0));
        if (note.Length > 0)
        {
            row["note"] = note.Length > 2000 ? note[..2000] : note;
        }

        Rows.Add(new(id, entry.Number, entry.Name, printed, rule, capped) { Questions = [.. asked], Stages = [.. stages] });
        return row;
    }

    private (string? Kind, string? Binding) Kind(DraftEntry entry, List<LocalizedText> questions)
    {
        var lines = entry.Kind.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Distinct().ToList();
        var text = lines.FirstOrDefault("");
        if (lines.Count > 1)
        {
            questions.Add(new(
                $"指标属性有几行（{string.Join('、', lines)}），取了第一行，请核对。",
                $"The kind has several lines; the first is taken."));
        }

        if (text.StartsWith("约束", StringComparison.Ordinal))
        {
            return (null, "binding");
        }

        if (text.Length == 0 || text is "-" || text.StartsWith("参考", StringComparison.Ordinal))
        {
            if (text.Length is 0 or 1 && !_notices.Exists(n => n.Zh.StartsWith("有的指标没有写属性", StringComparison.Ordinal)))
            {
                _notices.Add(new("有的指标没有写属性，暂记为参考性。", "Some rows have no kind; they count as reference rows."));
            }

            return (null, "reference");
        }

        if (!_kinds.TryGetValue(text, out var id))
        {
            _kinds[text] = id = text.StartsWith("预期", StringComparison.Ordinal) ? "expected"
                : string.Create(CultureInfo.InvariantCulture, $"kind-{_kinds.Count + 1}");
        }

        return (id, null);
    }

    private void Own(JsonObject row, DraftEntry entry, RowReading reading, string? kind, string? binding)
    {
        row["number"] = PrintedNumber.Whole(entry.Number) is { } whole and <= 1_000_000 ? whole : entry.Number;
        row["task"] = _tasks[(entry.Domain, entry.Task)];
        row["name"] = entry.Name;
        row["unit"] = Unit(entry.Unit);
        Put(row, "direction", Word(reading.DirectionOf(reading.Own)));
        Put(row, kind is null ? "binding" : "kind", kind ?? binding);
        if (entry.Starred)
        {
            row["star"] = true;
        }

        if (entry.Items.Count > 0)
        {
            row["items"] = new JsonArray([.. entry.Items.Select((item, i) => (JsonNode)ItemOf(entry, reading, i))]);
        }

        if (States(reading.StatesOf("")) is { } states)
        {
            row["states"] = states;
        }
    }

    private static JsonObject ItemOf(DraftEntry entry, RowReading reading, int at)
    {
        var item = entry.Items[at];
        var node = new JsonObject { ["id"] = reading.ItemIds[at], ["name"] = item.Name };
        if (item.Unit.Length > 0 && item.Unit != entry.Unit)
        {
            node["unit"] = Unit(item.Unit);
        }

        Put(node, "direction", Word(reading.DirectionOf(reading.Items[at])));
        if (item.Target.Length > 0)
        {
            node["target"] = item.Target;
        }

        if (item.Starred)
        {
            node["star"] = true;
        }

        if (States(reading.StatesOf(reading.ItemIds[at])) is { } states)
        {
            node["states"] = states;
        }

        return node;
    }

    // What the table prints otherwise than the upper scheme is the table's.
    private void TakeOver(JsonObject row, DraftEntry entry, List<(Scheme Scheme, Indicator Row)> uppers, string? kind, string? binding)
    {
        row["from"] = new JsonArray([.. uppers.Select(u => u.Row.Id == (string)row["id"]! ? (JsonNode)u.Scheme.Id
            : new JsonObject { ["scheme"] = u.Scheme.Id, ["indicator"] = u.Row.Id })]);
        var changed = new JsonObject { ["task"] = _tasks[(entry.Domain, entry.Task)] };
        if (uppers.Exists(u => PrintedNumber.Key(entry.Number) != PrintedNumber.Key(u.Row.Number)))
        {
            changed["number"] = PrintedNumber.Whole(entry.Number) is { } whole and <= 1_000_000 ? whole : entry.Number;
        }

        if (entry.Kind.Length > 0)
        {
            changed[kind is null ? "binding" : "kind"] = kind ?? binding;
        }

        if (entry.Starred != uppers.Exists(u => u.Row.Starred))
        {
            changed["star"] = entry.Starred;
        }

        changed["because"] = "照表中所印";
        row["override"] = changed;
    }

    private static bool IsNothing(string value) => value.Length < 30
        && (value.StartsWith('无') || value.StartsWith("没有", StringComparison.Ordinal) || value.Contains("不涉及", StringComparison.Ordinal));

    private static JsonArray? States(IReadOnlyList<(string Id, string Word)> states) => states.Count == 0 ? null
        : new JsonArray([.. states.Select(s => (JsonNode)new JsonObject { ["id"] = s.Id, ["text"] = s.Word })]);

    private static string Unit(string unit) => unit.Replace("\n", "", StringComparison.Ordinal).Trim() is var text
        && TargetFigure.SaysNone(text) ? "-" : text;

    private static string? Word(Direction direction) => direction switch
    {
        Direction.Higher => "higher",
        Direction.Lower => "lower",
        _ => null,
    };

    private static void Put(JsonObject node, string key, string? value)
    {
        if (value is not null)
        {
            node[key] = value;
        }
    }

    private JsonObject FactsOf(List<(string Id, RowReading Reading)> readings) => new()
    {
        ["$schema"] = $"{_options.Schemas}/facts.schema.json",
        ["scheme"] = _options.Id,
        ["document"] = _document,
        ["place"] = new JsonObject
        {
            ["code"] = _options.Place ?? $"{ToFillIn}行政区划代码",
            ["name"] = _options.Place ?? $"{ToFillIn}行政区",
            ["level"] = "county",
            ["attributes"] = new JsonArray([.. _places.All.Select(p => (JsonNode)Attribute(p))]),
        },
        ["years"] = new JsonArray([.. (_years.Length > 0 ? _years : [_options.Year ?? _stages.Select(s => s.Year - 1).FirstOrDefault(2025)])
            .Select(year => (JsonNode)new JsonObject
            {
                ["year"] = year,
                ["indicators"] = new JsonArray([.. _entries.Select((e, i) => (JsonNode)Fact(e, readings[i], year))]),
            })]),
    };

    // Left empty: rules that need it are Undetermined, and the report says what to fill in.
    private static JsonObject Attribute(PlaceAttribute attribute) => attribute.Kind switch
    {
        AttributeKind.Choice => new() { ["id"] = attribute.Id, ["choice"] = "" },
        AttributeKind.Number => new() { ["id"] = attribute.Id },
        _ => new() { ["id"] = attribute.Id, ["shares"] = new JsonObject() },
    };

    private JsonObject Fact(DraftEntry entry, (string Id, RowReading Reading) of, int year)
    {
        var fact = new JsonObject { ["id"] = of.Id };
        if (entry.Values.GetValueOrDefault(year) is { Length: > 0 } value)
        {
            Put(fact, entry, string.Join('，', value.Split('\n').Where(l => l.Length > 0)), entry.Unit, "", of.Reading);
        }

        var items = entry.Items.Select((item, i) => (Item: item, Id: of.Reading.ItemIds[i], Value: item.Values.GetValueOrDefault(year, "")))
            .Where(i => i.Value.Length > 0).ToList();
        if (items.Count > 0)
        {
            fact["items"] = new JsonArray([.. items.Select(i => (JsonNode)Put(
                new JsonObject { ["id"] = i.Id }, entry, i.Value, i.Item.Unit.Length > 0 ? i.Item.Unit : entry.Unit, i.Id, of.Reading))]);
        }

        var met = entry.Met.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Distinct().ToList();
        if (year == _years.DefaultIfEmpty(year).Max() && met is [var said] && Claim(said) is { } claim)
        {
            fact["met"] = claim;
        }

        return fact;
    }

    // A value in another unit would be an error of the facts, and none is converted.
    private JsonObject Put(JsonObject fact, DraftEntry entry, string value, string unit, string figure, RowReading reading)
    {
        var read = ReadingParser.Parse(value);
        var isState = reading.StatesOf(figure).Count > 0;
        if (!isState && read.Unit is { } written && !UnitName.Same(written, Unit(unit)))
        {
            fact["remark"] = $"表中印的是“{value}”";
            _notices.Add(new(
                $"第{entry.Number}项“{entry.Name}”的现状值“{value}”与单位“{Unit(unit)}”不同，没有作为数值写进 facts.json。",
                $"The value “{value}” of row {entry.Number} is not in the unit “{Unit(unit)}” and is not in facts.json."));
            return fact;
        }

        if (!isState && read.Reading.Kind == ReadingKind.Words)
        {
            _notices.Add(new(
                $"第{entry.Number}项“{entry.Name}”的现状值“{value}”不是一个数，暂时无法判定，请核对 facts.json。",
                $"The value “{value}” of row {entry.Number} is no figure; compare facts.json."));
        }

        fact["value"] = value;
        return fact;
    }

    private static bool? Claim(string said) => said switch
    {
        "是" or "达标" or "已达标" or "√" or "✓" => true,
        "否" or "未达标" or "不达标" or "×" or "✗" => false,
        _ => null,
    };
}
