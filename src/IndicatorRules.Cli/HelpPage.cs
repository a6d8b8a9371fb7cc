using System.CommandLine;
using System.Text;
using IndicatorRules.Contract;

namespace IndicatorRules.Cli;

/// <summary>The help in one language: options of daily use first, examples at the end.</summary>
internal sealed class HelpPage(Language language, int width)
{
    private const int Column = 30;

    private static readonly (string Zh, string En, string[] Options)[] Groups =
    [
        ("常用", "Daily",
        [
            "--scheme", "--year", "--place", "--format", "--out", "--set", "--only", "--sort", "--annotate",
            "--extends", "--facts", "--to", "--from", "--id",
        ]),
        ("判定", "Judging", ["--evidence", "--fail-on", "--reasons", "--rules", "--cost", "--lineage"]),
        ("批量", "Batches", ["--strict", "--resume"]),
        ("服务", "Service",
        [
            "--ledger", "--entry", "--chain-only", "--listen", "--host-name", "--max-bytes", "--max-rate", "--max-at-once",
            "--timeout",
        ]),
        ("存档", "Archiving", ["--lock", "--locked", "--lock-file"]),
        ("安全", "Safety", ["--isolate", "--token-file", "--trust", "--trust-extension", "--sign", "--cert"]),
    ];

    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["assess"] =
        [
            "indicator-rules assess 填报数据.json", "indicator-rules assess 填报数据.json --out 结果.csv",
            "indicator-rules assess 填报数据.json --set 29=48.5",
            "indicator-rules assess 填报数据.json --only not-met,tight --sort margin",
            "indicator-rules assess 全省.csv --scheme national-revised --reasons --out 结果.csv",
        ],
        ["explain"] =
        [
            "indicator-rules explain 填报数据.json 29", "indicator-rules explain 填报数据.json 29 --rules",
            "indicator-rules explain 填报数据.json rural-sewage --lang en",
        ],
        ["check"] =
        [
            "indicator-rules check 填报数据.json", "indicator-rules check 填报数据.json --format json --out 结果.json",
            "indicator-rules check 填报数据.json --fail-on findings",
            "indicator-rules check 填报表.xlsx --annotate 填报表-意见.xlsx",
        ],
        ["stages"] =
        [
            "indicator-rules stages 填报数据.json", "indicator-rules stages 填报数据.json --out 结果.csv",
            "indicator-rules stages 填报数据.json --year 2022 --format json",
        ],
        ["list"] = ["indicator-rules list", "indicator-rules list --plugins plugins", "indicator-rules list --lang en"],
        ["show"] =
        [
            "indicator-rules show national-revised", "indicator-rules show national-revised 29",
            "indicator-rules show jingle-county --lineage",
        ],
        ["validate"] =
        [
            "indicator-rules validate plugins/my-county", "indicator-rules validate plugins/my-county --cost",
            "indicator-rules validate plugins/my-county --lang en",
        ],
        ["test"] =
        [
            "indicator-rules test plugins/my-county",
            "indicator-rules test plugins/my-county --record 全县2023年 --facts 填报数据.json",
        ],
        ["watch"] =
        [
            "indicator-rules watch 填报数据.json", "indicator-rules watch 填报数据.json --plugins plugins",
            "indicator-rules watch 填报数据.json --scheme national-revised --scheme shanxi-trial",
        ],
        ["serve"] =
        [
            "indicator-rules serve", "indicator-rules serve --plugins plugins --listen 127.0.0.1:8080",
            "indicator-rules serve --listen 0.0.0.0:5080 --token-file tokens.txt --ledger ledger.db",
        ],
        ["ledger"] =
        [
            "indicator-rules ledger verify --ledger 台账.db", "indicator-rules ledger list --ledger 台账.db",
            "indicator-rules ledger export --ledger 台账.db --entry 3 --out 第3条",
        ],
        ["new"] =
        [
            "indicator-rules new my-county --extends national-revised --out plugins", "indicator-rules new my-county",
            "indicator-rules new my-city --extends shanxi-trial --out plugins",
        ],
        ["draft"] =
        [
            "indicator-rules draft 规划.docx --id my-county --out plugins", "indicator-rules draft 指标表.xlsx --id my-county --format json",
            "indicator-rules draft 规划.docx --id my-county --extends national-revised --out plugins",
        ],
        ["convert"] =
        [
            "indicator-rules convert 填报表.xlsx 填报数据.json",
            "indicator-rules convert 填报数据.json 填报数据.csv",
            "indicator-rules convert 各县.csv 各县.xlsx --scheme jingle-county",
        ],
        ["template"] =
        [
            "indicator-rules template jingle-county --out 填报表.xlsx",
            "indicator-rules template jingle-county --facts 上年.json --out 填报表.xlsx",
            "indicator-rules template jingle-county --years 2021-2025 --out 填报数据.csv",
        ],
        ["pack"] = ["indicator-rules pack plugins/my-county --out packages"],
        ["add"] = ["indicator-rules add my-county.1.0.0.nupkg --to plugins"],
    };

    /// <summary>One language of a description, which is written as <c>中文 / English</c>.</summary>
    internal static string In(string? description, Language language)
    {
        var text = description ?? "";
        var at = text.IndexOf(" / ", StringComparison.Ordinal);
        return at < 0 ? text : language == Language.Zh ? text[..at] : text[(at + 3)..];
    }

    /// <summary>One example of a verb.</summary>
    internal static string Example(string verb, Language language) =>
        Named(Examples.TryGetValue(verb, out var some) ? some[0] : $"indicator-rules {verb}", language);

    /// <summary>The options of a verb in the order of the help.</summary>
    internal static IEnumerable<Option> Ordered(Command verb) =>
    [
        .. Groups.SelectMany(g => Of(verb, g.Options)),
        .. verb.Options.Where(o => !Array.Exists(Groups, g => g.Options.Contains(o.Name))),
    ];

    // The verbs by what people do with them; verbs not listed are in the last group.
    private static readonly (LocalizedText Name, string[] Of)[] Commands =
    [
        (new("填报", "Facts"), ["template", "convert", "check"]),
        (new("评判", "Judging"), ["assess", "explain", "stages", "watch"]),
        (new("指标体系", "Schemes"), ["list", "show", "draft", "new", "validate", "test"]),
        (new("发布和服务", "Publishing and serving"), []),
    ];

    /// <summary>The page of all verbs.</summary>
    internal string Of(IEnumerable<Verb> verbs)
    {
        var text = new StringBuilder();
        text.Append(Say(
            "按指标体系评判填报数据。\n\n用法：indicator-rules 命令 …\n",
            "Judges facts against indicator schemes.\n\nUsage: indicator-rules COMMAND ...\n"));
        var shown = verbs.Where(v => !v.Hidden).ToList();
        foreach (var (name, of) in Commands)
        {
            text.Append(Say($"\n{name.Zh}：\n", $"\n{name.En}:\n"));
            foreach (var verb in shown.Where(v => of.Contains(v.Name) || (of.Length == 0 && !Commands.Any(c => c.Of.Contains(v.Name)))))
            {
                Line(text, verb.Name, In(verb.Description, language));
            }
        }

        text.Append(Say("\n例如：\n", "\nExamples:\n"));
        foreach (var verb in (string[])["template", "assess", "explain"])
        {
            text.Append("  ").Append(Example(verb, language)).Append('\n');
        }

        return text.Append(Say(
            "\n某个命令的选项：indicator-rules 命令 --help；英文说明另加 --lang en；版本：--version\n",
            "\nThe options of a command: indicator-rules COMMAND --help; the version: --version\n")).ToString();
    }

    /// <summary>The page of one verb.</summary>
    internal string Of(Verb verb)
    {
        var text = new StringBuilder();
        text.Append(In(verb.Description, language));
        text.Append(Say("。\n\n用法：", ".\n\nUsage: ")).Append("indicator-rules ").Append(verb.Name);
        foreach (var argument in verb.Arguments)
        {
            var name = argument.HelpName ?? argument.Name;
            text.Append(argument.Arity.MinimumNumberOfValues == 0 ? $" [{name}]" : $" {name}");
        }

        text.Append(Say(" [选项]\n\n", " [OPTIONS]\n\n"));
        foreach (var argument in verb.Arguments)
        {
            Line(text, argument.HelpName ?? argument.Name, In(argument.Description, language));
        }

        var left = verb.Options.Where(o => !o.Hidden).ToList();
        foreach (var (zh, en, names) in Groups)
        {
            Section(text, Say(zh, en), Of(verb, names));
            left.RemoveAll(o => names.Contains(o.Name));
        }

        Section(text, Say("其他", "Other"), left);
        text.Append(Say("\n例如：\n", "\nExamples:\n"));
        foreach (var example in Examples.GetValueOrDefault(verb.Name) ?? [$"indicator-rules {verb.Name}"])
        {
            text.Append("  ").Append(Named(example, language)).Append('\n');
        }

        return text.ToString();
    }

    // The files in examples have names in the reader's language.
    private static string Named(string example, Language language) => language == Language.Zh ? example : example
        .Replace("填报数据.", "facts.", StringComparison.Ordinal)
        .Replace("填报表.xlsx", "form.xlsx", StringComparison.Ordinal)
        .Replace("规划.docx", "plan.docx", StringComparison.Ordinal)
        .Replace("指标表.xlsx", "table.xlsx", StringComparison.Ordinal)
        .Replace("上年.json", "last-year.json", StringComparison.Ordinal)
        .Replace("各县.", "counties.", StringComparison.Ordinal)
        .Replace("全省.csv", "province.csv", StringComparison.Ordinal)
        .Replace("结果.", "result.", StringComparison.Ordinal);

    private static IEnumerable<Option> Of(Command verb, string[] names) =>
        names.Select(n => verb.Options.FirstOrDefault(o => o.Name == n && !o.Hidden)).OfType<Option>();

    private void Section(StringBuilder text, string title, IEnumerable<Option> options)
    {
        var all = options.ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append(Say("：\n", ":\n"));
        foreach (var option in all)
        {
            var choices = CommandWords.Choices(option);
            var value = option.ValueType == typeof(bool) ? ""
                : choices.Count > 0 ? " " + string.Join('|', choices)
                : $" {option.HelpName ?? "N"}";
            Line(text, option.Name + value, In(option.Description, language));
        }
    }

    private void Line(StringBuilder text, string name, string what)
    {
        text.Append("  ").Append(name);
        var column = 2 + name.Length;
        if (column + 2 > Column)
        {
            text.Append('\n');
            column = 0;
        }

        text.Append(' ', Column - column);
        column = Column;
        foreach (var piece in Pieces(what))
        {
            var wide = piece.Sum(Width);
            if (column + wide > width - 1 && column > Column)
            {
                text.Append('\n').Append(' ', Column);
                column = Column;
            }

            var shown = column == Column ? piece.TrimStart(' ') : piece;
            text.Append(shown);
            column += shown.Sum(Width);
        }

        text.Append('\n');
    }

    // A line may break between Chinese characters, but not before their punctuation, and at the space before an English word.
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == ' ' || (Width(text[i]) == 2 && !"，。；：、）”".Contains(text[i], StringComparison.Ordinal)))
            {
                yield return text[start..i];
                start = i;
            }
        }

        yield return text[start..];
    }

    private static int Width(char c) => c >= 0x1100 ? 2 : 1;

    private string Say(string zh, string en) => language == Language.Zh ? zh : en;
}
