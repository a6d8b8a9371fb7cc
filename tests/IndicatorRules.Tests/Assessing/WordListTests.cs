using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Tests.Assessing;

/// <summary>plugins/WORDS.md lists every word that scripts may use, and each example gives what it says.</summary>
[Trait("Category", "Slow")]
public sealed partial class WordListTests
{
    private static readonly string[] Sections = ["Rules", "Checks", "Conclusions"];

    [Theory]
    [InlineData("WORDS.md")]
    [InlineData("WORDS.zh-CN.md")]
    public void Words_AreThoseThatTheGateAllows(string page)
    {
        foreach (var section in Sections)
        {
            var allowed = Words(section).Select(NameOf).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(allowed, Rows(page, section).SelectMany(r => r.Words).Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Pages_HaveTheSameExamples() => Assert.All(Sections, s => Assert.Equal(
        Rows("WORDS.md", s).Select(r => (string.Join(' ', r.Words), r.Example)),
        Rows("WORDS.zh-CN.md", s).Select(r => (string.Join(' ', r.Words), r.Example))));

    [Fact]
    public void Examples_UseTheirWords() => Assert.All(
        Sections.SelectMany(s => Rows("WORDS.md", s)),
        r => Assert.All(r.Words, w => Assert.Contains(w, r.Example, StringComparison.Ordinal)));

    [Fact]
    public void Examples_OfRules_GiveWhatThePagesSay()
    {
        var rows = Rows("WORDS.md", "Rules").ToList();
        using var folder = new TempFolder();
        var indicators = new JArray(rows.Select((r, i) => Row($"row-{i}", i + 1, r.Example)).Append(Row("other", 1000, "AtLeast(50)")));
        folder.Write("words/scheme.json", Scheme("words", indicators).ToString());
        var upper = Scheme("upper", new JArray(rows.Select((_, i) => Row($"row-{i}", i + 1, "AtLeast(60)", isUpper: true))));
        upper["level"] = "province";
        folder.Write("upper/scheme.json", upper.ToString());

        var assessed = Judged(folder, "words", rows.Select((r, i) => ($"row-{i}", HasStates(r.Example))));

        foreach (var (language, page) in new[] { (Language.En, "WORDS.md"), (Language.Zh, "WORDS.zh-CN.md") })
        {
            Assert.Equal(
                Rows(page, "Rules").Select(r => $"{r.Example}: {r.Gives}"),
                rows.Select((r, i) => $"{r.Example}: {new Wording(language).Of(assessed.Find($"row-{i}")!.Status)}"));
        }
    }

    [Fact]
    public void Examples_OfChecks_GiveWhatThePagesSay()
    {
        var rows = Rows("WORDS.md", "Checks").ToList();
        using var folder = new TempFolder();
        var scheme = Scheme("words", [Row("row", 1, "AtLeast(60)"), Row("other", 2, "AtLeast(50)")]);
        scheme["checks"] = new JArray(rows.Select((r, i) =>
            new JObject { ["id"] = $"check-{i}", ["title"] = "校核", ["script"] = r.Example }));
        folder.Write("words/scheme.json", scheme.ToString());
        using var host = Hosts.Over(folder.Path);

        var review = host.FindContradictions(Facts("words", [("row", false)]));

        Assert.Empty(review.Diagnostics);
        var found = review.Value!.Contradictions.Select(c => c.Check.Id).ToHashSet();
        Assert.Equal(rows.Select(r => $"{r.Example}: {r.Gives}"),
            rows.Select((r, i) => $"{r.Example}: {(found.Contains($"check-{i}") ? "found" : "none")}"));
        Assert.Equal(Rows("WORDS.zh-CN.md", "Checks").Select(r => r.Gives),
            rows.Select((_, i) => found.Contains($"check-{i}") ? "有矛盾" : "无矛盾"));
    }

    [Fact]
    public void Examples_OfConclusions_GiveWhatThePagesSay()
    {
        var rows = Rows("WORDS.md", "Conclusions").ToList();
        using var folder = new TempFolder();
        for (var i = 0; i < rows.Count; i++)
        {
            var other = Row("other", 2, "AtLeast(50)");
            other["binding"] = "reference";
            var scheme = Scheme($"words-{i}", [Row("row", 1, "AtLeast(60)"), other]);
            scheme["conclusion"] = JObject.Parse("""
                { "grades": [ { "id": "Failed", "name": { "zh": "不合格", "en": "Failed" } },
                    { "id": "Qualified", "name": { "zh": "合格", "en": "Qualified" } },
                    { "id": "Good", "name": { "zh": "良好", "en": "Good" } } ],
                  "points": { "row": 60, "other": { "most": 40, "deduct": { "points": 1 } } },
                  "adjustments": [ { "id": "Bonus", "name": "加分", "atMost": 5 } ] }
                """);
            scheme["conclusion"]!["script"] = rows[i].Example;
            folder.Write($"words-{i}/scheme.json", scheme.ToString());
        }

        const string Bonus = """[ { "id": "Bonus", "points": 2, "reason": "甲" } ]""";
        var got = rows.Select((_, i) => Judged(folder, $"words-{i}", [("row", false)], Bonus).Conclusion!).ToList();
        Assert.Equal(rows.Select(r => $"{r.Example}: {r.Gives}"),
            rows.Zip(got, (r, c) => $"{r.Example}: {c.Grade?.Name.En}, {c.Points}"));
        Assert.Equal(Rows("WORDS.zh-CN.md", "Conclusions").Select(r => r.Gives), got.Select(c => $"{c.Grade?.Name.Zh}，{c.Points}分"));
    }

    [Fact]
    public void Context_IsGeneratedFromTheContract() => ExpectedText.Same(Repo.In("plugins", "CONTEXT.md"), Context());

    private static string Context()
    {
        var members = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "IndicatorRules.Contract.xml")).Descendants("member")
            .ToDictionary(m => m.Attribute("name")!.Value);
        var page = new StringBuilder("# What scripts see\n\nGenerated from the contract and the gate's list; a test compares it. "
            + "[WORDS.md](WORDS.md) has an example of each.\n");
        foreach (var section in Sections)
        {
            page.Append("\n## ").Append(section).Append("\n\n");
            foreach (var id in Words(section)
                .OrderBy(id => NameOf(id), StringComparer.Ordinal).ThenBy(id => id, StringComparer.Ordinal))
            {
                var member = members.GetValueOrDefault(id);
                page.Append("- `").Append(Shown(id, Documented(member, members))).Append("`: ").Append(Summary(member)).Append('\n');
            }
        }

        return page.ToString();
    }

    // A member that inherits its documentation has the parameters of the other.
    private static XElement? Documented(XElement? member, Dictionary<string, XElement> members) =>
        member?.Element("inheritdoc")?.Attribute("cref") is { } other && !member.Elements("param").Any()
            ? members.GetValueOrDefault(other.Value)
            : member;

    // OwnerType.Word(type name, …), with the line that the compiler fills in left out.
    private static string Shown(string id, XElement? member)
    {
        var open = id.IndexOf('(', StringComparison.Ordinal);
        var head = (open < 0 ? id : id[..open])[2..].Split('.');
        var names = member?.Elements("param").Select(p => p.Attribute("name")!.Value).ToList() ?? [];
        var types = open < 0 ? [] : Parameter().Matches(id[(open + 1)..^1]).Select(m => m.Value).ToList();
        var shown = types.Select((t, i) => $"{TypeOf(t)} {(i < names.Count ? names[i] : "")}".Trim())
            .Where((p, i) => p != "int line" && !(p == "int" && i == types.Count - 1));
        return $"{Generic().Replace(head[^2], "")}.{head[^1]}" + (open < 0 ? id[0] == 'M' ? "()" : "" : $"({string.Join(", ", shown)})");
    }

    private static string TypeOf(string type) => Generic().Replace(type, "").Split('{') switch
    {
        ["System.Decimal"] => "decimal",
        ["System.Int32"] => "int",
        ["System.String"] => "string",
        [var plain] => plain.Split('.')[^1],
        [_, var inner, ..] => $"({string.Join(" => ", inner.TrimEnd('}').Split(',').Select(TypeOf))})",
        _ => type,
    };

    private static string Summary(XElement? member)
    {
        var summary = member?.Element("summary");
        if (summary is null)
        {
            return "see its overload.";
        }

        var text = string.Concat(summary.Nodes().Select(n => n switch
        {
            XText t => t.Value,
            XElement { Name.LocalName: "see" } see =>
                (see.Attribute("cref") ?? see.Attribute("langword"))!.Value.Split('(')[0].Split('.')[^1],
            XElement e => e.Attribute("name")?.Value ?? e.Value,
            _ => "",
        }));
        return Space().Replace(text, " ").Trim();
    }

    private static IEnumerable<string> Allowed() =>
        File.ReadAllLines(Repo.In("src", "IndicatorRules.Compiler", "Subset", "symbols.allowed.txt"))
            .Where(l => l.Length > 2 && l[1] == ':').Select(l => l[..l.LastIndexOf(' ')])
            .Where(id => id.Contains(".Contract.", StringComparison.Ordinal));

    // The words of one kind of script; operators have signs.
    private static IEnumerable<string> Words(string section) => Allowed().Where(id =>
        id.Contains($".Contract.{section}.", StringComparison.Ordinal) && !NameOf(id).StartsWith("op_", StringComparison.Ordinal));

    private static string NameOf(string id) => id.Split('(')[0].Split('.')[^1].Split('`')[0];

    private static IEnumerable<(string[] Words, string Example, string Gives)> Rows(string page, string section)
    {
        var heading = page == "WORDS.md" ? section : section switch { "Rules" => "规则", "Checks" => "校核", _ => "总评" };
        return File.ReadAllLines(Repo.In("plugins", page)).SkipWhile(l => l != "## " + heading).Skip(1)
            .TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => Column().Split(l).Select(c => c.Trim()).ToArray())
            .Select(c => (c[1].Trim('`').Split("` `"), c[3].Trim('`').Replace("\\|", "|", StringComparison.Ordinal), c[4]));
    }

    private static bool HasStates(string example) => example.Contains("State.", StringComparison.Ordinal);

    private static JObject Row(string id, int number, string rule, bool isUpper = false)
    {
        var row = new JObject
        {
            ["id"] = id,
            ["number"] = number,
            ["task"] = "task",
            ["name"] = id,
            ["unit"] = HasStates(rule) ? "-" : "%",
            ["direction"] = "higher",
            ["binding"] = "binding",
            ["target"] = "见规则",
            ["rule"] = rule,
        };
        if (HasStates(rule))
        {
            row["states"] = JArray.Parse("""[ { "id": "Drafting", "text": "正在制定" }, { "id": "InForce", "text": "制定实施" } ]""");
        }
        else if (id != "other")
        {
            row["items"] = JArray.Parse("""[ { "id": "Straw", "name": "秸秆" }, { "id": "Film", "name": "农膜" } ]""");
        }

        if (rule.Contains("Upper(", StringComparison.Ordinal))
        {
            row["from"] = new JArray("upper");
            row.Remove("target");
            foreach (var taken in (string[])["number", "task", "name", "unit", "direction", "binding", "items"])
            {
                row.Remove(taken);
            }
        }

        return row;
    }

    private static JObject Scheme(string id, JArray indicators)
    {
        var scheme = JObject.Parse("""
            { "$schema": "scheme.schema.json", "version": "1.0.0", "contract": "[1.0.0,2.0.0)", "title": "用词", "issuer": "县",
              "level": "county", "baseYear": 2021, "source": { "document": "用词" },
              "place": [ { "id": "Climate", "kind": "choice", "name": "气候区",
                "choices": [ { "id": "Humid", "text": "湿润地区" }, { "id": "Arid", "text": "干旱地区" } ] } ],
              "background": [ { "id": "Total", "name": "总量", "unit": "吨" }, { "id": "PartOne", "name": "甲", "unit": "吨" },
                { "id": "PartTwo", "name": "乙", "unit": "吨" } ],
              "domains": [ { "id": "air", "name": "大气", "tasks": [ { "id": "task", "name": "任务" } ] } ] }
            """);
        scheme["id"] = id;
        scheme["indicators"] = indicators;
        if (indicators.Any(i => i["from"] is not null))
        {
            scheme["extends"] = JArray.Parse("""[ { "id": "upper", "version": "[1.0.0,2.0.0)" } ]""");
            scheme["extends"]![0]!["leaveOut"] = new JArray(indicators.Where(i => i["from"] is null && (string?)i["id"] != "other")
                .Select(i => new JObject { ["id"] = i["id"], ["because"] = "不是上级的" }));
            scheme["level"] = "county";
        }

        return scheme;
    }

    private static Assessment Judged(
        TempFolder folder, string scheme, IEnumerable<(string Id, bool HasStates)> rows, string adjustments = "[]")
    {
        using var host = Hosts.Over(folder.Path);
        var assessed = host.Assess(Facts(scheme, rows, adjustments));
        Assert.True(assessed.Diagnostics.IsEmpty, string.Join('\n', assessed.Diagnostics.Select(d => d.Format(Language.En))));
        return assessed.Value!;
    }

    private static FactsFile Facts(string scheme, IEnumerable<(string Id, bool HasStates)> rows, string adjustments = "[]")
    {
        var years = new JArray();
        foreach (var (year, value) in new[] { (2021, 50), (2022, 60), (2023, 70) })
        {
            var indicators = new JArray(rows.Select(r =>
                r.HasStates ? new JObject { ["id"] = r.Id, ["value"] = "制定实施" } : Figures(r.Id, year, value)));
            indicators.Add(new JObject { ["id"] = "other", ["value"] = 40 });
            var background = year == 2021 ? "[]" : $$"""
                [ { "id": "Total", "value": {{(year == 2023 ? 10 : 9)}} }, { "id": "PartOne", "value": 11 },
                  { "id": "PartTwo", "value": 1 } ]
                """;
            years.Add(new JObject
            {
                ["year"] = year,
                ["indicators"] = indicators,
                ["background"] = JArray.Parse(background),
                ["adjustments"] = JArray.Parse(year == 2023 ? adjustments : "[]"),
            });
        }

        var facts = JObject.Parse("""
            { "$schema": "facts.schema.json", "place": { "code": "x", "name": "示例县", 
              "attributes": [ { "id": "Climate", "choice": "湿润地区" } ] } }
            """);
        facts["scheme"] = scheme;
        facts["years"] = years;
        return TinyFacts.Read(facts.ToString()).OrThrow();
    }

    private static JObject Figures(string id, int year, int value)
    {
        var row = new JObject { ["id"] = id, ["value"] = value };
        if (year == 2023)
        {
            row["items"] = JArray.Parse("""[ { "id": "Straw", "value": 92 }, { "id": "Film", "value": 85 } ]""");
            row["parentAverage"] = JObject.Parse("""{ "value": 65 }""");
            row["task"] = JObject.Parse("""{ "figures": [ { "name": "造林", "unit": "亩", "required": 100, "actual": 120 } ] }""");
        }

        return row;
    }

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex Column();

    [GeneratedRegex(@"[^,{]+(\{[^}]*\})?", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex("`+[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Generic();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
