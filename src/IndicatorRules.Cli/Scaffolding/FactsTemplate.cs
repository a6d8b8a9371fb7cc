using System.Text;
using System.Text.Json.Nodes;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli.Scaffolding;

/// <summary>
/// Facts with every row of a scheme and no figure of the years to fill in: each row is Undetermined until it is filled in.
/// </summary>
/// <param name="id">The scheme that the facts name.</param>
/// <param name="scheme">The scheme whose rows they have; null for the example row of a new scheme.</param>
/// <param name="years">The years to fill in, earliest first.</param>
/// <param name="last">Last year's facts, whose latest year and place are carried over; null for none.</param>
internal sealed class FactsTemplate(string id, Scheme? scheme, IReadOnlyList<int> years, PlaceFacts? last = null)
{
    private const int YearWithoutBase = 2025;
    private const string NoCode = "（请填写行政区划代码）";
    private const string NoName = "（请填写行政区）";

    private static readonly string[] Headings =
    [
        "行政区代码", "行政区名称", "年份", "指标编号", "序号", "指标名称", "分项", "单位", "现状值", "类型", "完成数", "下达数",
        "数据年份", "填报达标", "趋势", "上级任务", "任务名称", "任务单位", "任务目标", "任务方向", "任务完成", "备注",
    ];

    private readonly YearFacts? _carried = last?.Find(last.LatestYear) is { } year && !years.Contains(year.Year) ? year : null;

    /// <summary>The year of a template where none is given: the one after the last facts, or the scheme's base year.</summary>
    internal static int YearOf(Scheme? scheme, PlaceFacts? last) => last?.LatestYear + 1 ?? scheme?.BaseYear ?? YearWithoutBase;

    /// <summary>As a JSON facts file.</summary>
    /// <param name="schemas">The folder of the JSON Schemas as the file sees it.</param>
    internal JsonObject Json(string schemas) => new()
    {
        ["$schema"] = $"{schemas}/facts.schema.json",
        ["scheme"] = id,
        ["place"] = new JsonObject
        {
            ["code"] = last?.Place.Code ?? NoCode,
            ["name"] = last?.Place.Name ?? NoName,
            ["level"] = last is { Place.Level.Length: > 0 } ? last.Place.Level : "county",
            ["attributes"] = new JsonArray([.. Attributes.Select(a => (JsonNode)Attribute(a, last?.Place.Find(a.Id)))]),
        },
        ["years"] = new JsonArray([.. Columns.Select(c => (JsonNode)c)]),
    };

    /// <summary>As a table in CSV, with the rows' numbers, names and units to read by.</summary>
    /// <remarks>It names its scheme as the tool's results do.</remarks>
    internal string Csv()
    {
        var text = new StringBuilder();
        var attributes = Attributes.SelectMany(Cells).ToList();
        Write(text, [.. Headings[..2], .. attributes.Select(a => a.Heading), .. Headings[2..], "体系", "版本"]);
        var (code, name) = (last?.Place.Code ?? NoCode, last?.Place.Name ?? NoName);
        var isFirst = true;
        foreach (var year in _carried is { } carried ? [carried.Year, .. years] : years)
        {
            foreach (var row in Rows(year))
            {
                Write(text, [code, name, .. attributes.Select(a => isFirst ? a.Value : ""), .. row, id, $"{scheme?.Version}"]);
                isFirst = false;
            }
        }

        return text.ToString();
    }

    private IEnumerable<PlaceAttribute> Attributes =>
        (scheme?.Lineage() ?? []).Reverse().SelectMany(s => s.Place).DistinctBy(a => a.Id);

    private IEnumerable<BackgroundFigure> Background =>
        (scheme?.Lineage() ?? []).Reverse().SelectMany(s => s.Background).DistinctBy(f => f.Id);

    private IEnumerable<JsonObject> Columns
    {
        get
        {
            if (_carried is { } carried)
            {
                yield return Column(carried.Year, i => Carried(i, carried.Find(i.Id)), carried.Background);
            }

            foreach (var year in years)
            {
                yield return Column(year, Blank, []);
            }
        }
    }

    private JsonObject Column(int year, Func<Indicator, JsonObject> row, IEnumerable<BackgroundFact> background)
    {
        var column = new JsonObject { ["year"] = year };
        if (Background.Any())
        {
            column["background"] = new JsonArray([.. Background.Select(f => (JsonNode)new JsonObject
            {
                ["id"] = f.Id,
                ["value"] = background.FirstOrDefault(b => b.Id == f.Id) is { } known ? Value(known.Fact) : "",
            })]);
        }

        column["indicators"] = scheme is null
            ? new JsonArray(new JsonObject { ["id"] = "example-indicator", ["value"] = "" })
            : new JsonArray([.. scheme.Indicators.Where(i => i.TakesFacts).Select(i => (JsonNode)row(i))]);
        return column;
    }

    // Left empty: rules that need it are Undetermined, and the report says what to fill in.
    private static JsonObject Attribute(PlaceAttribute attribute, AttributeValue? known) => attribute.Kind switch
    {
        AttributeKind.Choice => new() { ["id"] = attribute.Id, ["choice"] = known?.Choice ?? "" },
        AttributeKind.Number when known?.Number is { } number => new() { ["id"] = attribute.Id, ["number"] = number },
        AttributeKind.Number => new() { ["id"] = attribute.Id },
        _ => new()
        {
            ["id"] = attribute.Id,
            ["shares"] = new JsonObject((known?.Shares ?? []).Select(s => KeyValuePair.Create(s.Part, (JsonNode?)s.Percent))),
        },
    };

    private JsonObject Blank(Indicator indicator)
    {
        var row = new JsonObject { ["id"] = indicator.Id };
        if (indicator.Items.IsEmpty)
        {
            row["value"] = "";
        }
        else
        {
            row["items"] = new JsonArray([.. indicator.Items.Select(i => (JsonNode)new JsonObject { ["id"] = i.Id, ["value"] = "" })]);
        }

        if (AsksTask(scheme!, indicator))
        {
            row["task"] = new JsonObject { ["words"] = "" };
        }

        return row;
    }

    private static JsonObject Carried(Indicator indicator, IndicatorFacts? known)
    {
        var row = Entry(indicator.Id, known?.Own);
        var items = indicator.Items.Where(i => known?.Items.Any(f => f.Id == i.Id) == true).ToList();
        if (items.Count > 0)
        {
            row["items"] = new JsonArray([.. items.Select(i => (JsonNode)Entry(i.Id, known!.Item(i.Id)))]);
        }

        return row;
    }

    private static JsonObject Entry(string id, Fact? fact)
    {
        var entry = new JsonObject { ["id"] = id };
        if (fact is not null && !fact.Equals(Fact.Unknown))
        {
            entry["value"] = Value(fact);
            Set(entry, "unit", fact.Unit);
            Set(entry, "ofYear", fact.OfYear);
            if (fact.Value.IsEstimated)
            {
                entry["estimated"] = true;
            }
        }

        return entry;
    }

    private static void Set(JsonObject entry, string name, JsonNode? value)
    {
        if (value is not null)
        {
            entry[name] = value;
        }
    }

    // As it was handed in, where that is read as the same again.
    private static JsonNode Value(Fact fact)
    {
        var value = fact.Value;
        if (value is { Kind: ReadingKind.Number, Low: { } number } && value.Text == Reading.Plain(number))
        {
            return number;
        }

        var again = ReadingParser.Parse(value.Text);
        return again.Reading.Equals(value) || value.IsEstimated ? value.Text
            : value.Kind == ReadingKind.Quota ? new JsonObject { ["done"] = value.Done, ["assigned"] = value.Assigned }
            : value.IsAbsent ? new JsonObject { ["absent"] = Kebab(value.Absence), ["words"] = value.Text }
            : value.Kind == ReadingKind.Words ? new JsonObject { ["words"] = value.Text }
            : Bounds(value);
    }

    private static JsonObject Bounds(Reading value)
    {
        var bounds = new JsonObject();
        Set(bounds, value.LowOpen ? "moreThan" : "atLeast", value.Low);
        Set(bounds, value.HighOpen ? "lessThan" : "atMost", value.High);
        return bounds;
    }

    private static string Kebab(AbsenceKind kind) => kind switch
    {
        AbsenceKind.NothingOfTheKind => "nothing-of-the-kind",
        AbsenceKind.NotAssessed => "not-assessed",
        AbsenceKind.NotMeasurable => "not-measurable",
        _ => "not-reported",
    };

    // Rules of the row, its stages and the rows that it takes over.
    private static bool AsksTask(Scheme scheme, Indicator indicator) =>
        indicator.Rule.Code.Contains("SuperiorTask", StringComparison.Ordinal)
        || indicator.Stages.Any(s => s.Rule.Code.Contains("SuperiorTask", StringComparison.Ordinal))
        || indicator.From.Any(from => scheme.Uppers.FirstOrDefault(u => u.Id == from.SchemeId) is { } upper
            && upper.Find(from.IndicatorId) is { } row && AsksTask(upper, row));

    private IEnumerable<string[]> Rows(int year)
    {
        var known = _carried?.Year == year ? _carried : null;
        foreach (var indicator in (scheme?.Indicators ?? []).Where(i => i.TakesFacts))
        {
            var facts = known?.Find(indicator.Id);
            var number = $"{indicator.Number}";
            if (indicator.Items.IsEmpty || facts?.Own.Equals(Fact.Unknown) == false)
            {
                yield return Row(year, indicator.Id, number, indicator.Name.Zh, "", indicator.MeasuredIn ?? indicator.Unit, facts?.Own);
            }

            foreach (var item in indicator.Items)
            {
                yield return Row(
                    year, indicator.Id, number, indicator.Name.Zh, item.Name.Zh, item.MeasuredIn ?? item.Unit, facts?.Item(item.Id));
            }
        }

        foreach (var figure in Background)
        {
            yield return Row(
                year, figure.Id, "", figure.Name.Zh, "", figure.Unit, known?.Background.FirstOrDefault(b => b.Id == figure.Id)?.Fact);
        }
    }

    private static string[] Row(int year, string id, string number, string name, string item, string unit, Fact? fact)
    {
        var row = new string[Headings.Length - 2];
        Array.Fill(row, "");
        string[] known =
        [
            $"{year}", id, number, name, item, unit, .. fact is null || fact.Equals(Fact.Unknown) ? [] : Cells(fact.Value),
        ];
        known.CopyTo(row, 0);
        row[Array.IndexOf(Headings, "数据年份") - 2] = fact?.OfYear is { } of ? $"{of}" : "";
        return row;
    }

    // Value, kind, done and assigned, so that it is read as the same again.
    private static string[] Cells(Reading value) =>
        value.Kind == ReadingKind.Quota ? ["", "", Digits(value.Done), Digits(value.Assigned)]
        : ReadingParser.Parse(value.Text).Reading.Equals(value) || value.IsEstimated ? [value.Text]
        : value.Kind == ReadingKind.Words ? [value.Text, "文字"]
        : value.IsAbsent ? [value.Text, Kebab(value.Absence)]
        : [value.ToString()];

    private static string Digits(decimal? number) => number is { } known ? Reading.Plain(known) : "";

    private IEnumerable<(string Heading, string Value)> Cells(PlaceAttribute attribute)
    {
        var known = last?.Place.Find(attribute.Id);
        return attribute.Kind == AttributeKind.Shares
            ? attribute.Choices.Select(c => (
                $"{attribute.Name.Zh}.{c.Text.Zh}",
                known?.Shares.FirstOrDefault(s => c.Answers(s.Part)) is { } share ? Reading.Plain(share.Percent) : ""))
            : [(attribute.Name.Zh, known?.Choice ?? (known?.Number is { } number ? Reading.Plain(number) : ""))];
    }

    private static void Write(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Quoted)).Append('\n');

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny("\",\r\n") < 0
        ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
