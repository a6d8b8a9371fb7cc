using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Service.Answering;

/// <summary>A parameter of a question.</summary>
/// <param name="Name">The name.</param>
/// <param name="Says">What it says.</param>
/// <param name="Kinds">The kinds of questions that take it.</param>
/// <param name="Values">Its values; none where any text may be one.</param>
internal sealed record Parameter(string Name, LocalizedText Says, ImmutableArray<QuestionKind> Kinds, params ImmutableArray<string> Values)
{
    /// <summary>Whether it may be given several times.</summary>
    internal bool Repeats { get; init; }

    /// <summary>Whether it is a year.</summary>
    internal bool IsYear { get; init; }
}

/// <summary>The parameters of questions, and how they are read. One list for requests, the description of the API and the ledger.</summary>
internal static class Parameters
{
    private const int Longest = 200;
    private const int Most = 50;

    // More than all parameters have together; of a longer list the first faults tell enough.
    private const int MostGiven = 4 * Most;

    private static readonly ImmutableArray<QuestionKind> Every = [.. Enum.GetValues<QuestionKind>()];

    private static readonly ImmutableArray<string> Flag = ["true", "false"];

    internal static ImmutableArray<Parameter> All { get; } =
    [
        new(
            "scheme",
            new("指标体系，代号或代号@版本范围；默认用填报数据所写的", "The scheme as id or id@range; by default the one the facts name."),
            Every)
        {
            Repeats = true,
        },
        new("year", new("年份，默认最近一年", "The year; the latest by default."), Every) { IsYear = true },
        new("evidence", new("declared：自报的也算；measured：只认有据的", "Which evidence counts."), Every, "declared", "measured"),
        new("place", new("表格里有几个行政区时，看哪一个（代码或名称）", "One place of a table, by code or name."), Every),
        new("lang", new("语言；默认按 Accept-Language", "The language; by default that of Accept-Language."), Every, "zh", "en"),
        new("partial", new("true：填报数据有错的行不判，其余照判", "true judges the rows without errors."), Every, [.. Flag]),
        new("indicator", new("序号、名称或代号", "Number, name or id of the row."), [QuestionKind.Explain]),
        new("set", new("假设的数值，例如 29=48.5", "A value to suppose, such as 29=48.5."), [QuestionKind.Diff]) { Repeats = true },
        new("beforeYear", new("和这一年比较", "Compares with this year."), [QuestionKind.Diff]) { IsYear = true },
        new("beforeScheme", new("和按这个指标体系的评判比较", "Compares with the verdicts by this scheme."), [QuestionKind.Diff]),
    ];

    internal static IEnumerable<Parameter> Of(QuestionKind kind) => All.Where(p => p.Kinds.Contains(kind));

    /// <summary>Reads a question.</summary>
    /// <param name="question">The question without parameters.</param>
    /// <param name="given">The parameters, each as often as it was given.</param>
    internal static Result<Question> Read(Question question, IEnumerable<KeyValuePair<string, string>> given)
    {
        var bag = new DiagnosticBag();
        var known = Of(question.Kind).ToDictionary(p => p.Name, StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, value) in given.Take(MostGiven))
        {
            var at = new Location(name);
            if (!known.TryGetValue(name, out var parameter))
            {
                var guess = bag.Guess(name, known.Keys);
                bag.AddWithSuggestion(DiagnosticCatalog.ServiceParameterUnknown, at, guess, name, string.Join(" ", known.Keys));
                continue;
            }

            var times = seen[name] = seen.GetValueOrDefault(name) + 1;
            if (Wrong(parameter, value, times) is { } asked)
            {
                bag.Add(DiagnosticCatalog.ServiceParameterWrong, at, name, value, asked);
                continue;
            }

            question = With(question, name, value);
        }

        Validate(question, bag);
        return bag.HasErrors ? new(null, bag.ToImmutable()) : new(question, []);
    }

    /// <summary>The parameters of a question, all written out in one order: reading them gives the question again.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Write(Question question)
    {
        foreach (var scheme in question.Schemes)
        {
            yield return new("scheme", scheme);
        }

        foreach (var (name, value) in new (string, string?)[]
        {
            ("year", question.Year?.ToString(CultureInfo.InvariantCulture)),
            ("evidence", question.Evidence == Evidence.Measured ? "measured" : "declared"),
            ("place", question.Place),
            ("lang", question.Language == Language.En ? "en" : "zh"),
            ("partial", question.Partial ? "true" : "false"),
            ("indicator", question.Indicator),
            ("beforeYear", question.BeforeYear?.ToString(CultureInfo.InvariantCulture)),
            ("beforeScheme", question.BeforeScheme),
        })
        {
            if (value is not null)
            {
                yield return new(name, value);
            }
        }

        foreach (var change in question.Changes)
        {
            yield return new("set", $"{change.Asked}={change.Value}");
        }
    }

    // What it should be instead; null if it is right.
    private static LocalizedText? Wrong(Parameter parameter, string value, int times) =>
        times > (parameter.Repeats ? Most : 1)
            ? new($"一次{(parameter.Repeats ? $"，最多 {Most} 次" : "")}", parameter.Repeats ? $"it {Most} times at most" : "it once")
        : !parameter.Values.IsEmpty ? parameter.Values.Contains(value) ? null : (LocalizedText)string.Join(" / ", parameter.Values)
        : parameter.IsYear ? YearOf(value) is null ? new("四位数的年份，例如 2022", "a year of four digits, such as 2022") : null
        : value.Trim().Length is 0 or > Longest ? new($"1 到 {Longest} 个字符", $"1 to {Longest} characters")
        // Never the path of a plugin on the server: diagnostics about a file of that name would be shown.
        : parameter.Name is "scheme" or "beforeScheme" && value.AsSpan().ContainsAny('/', '\\')
            ? new("代号或代号@版本范围", "an id or id@range")
        : parameter.Name == "set" && ChangeOf(value) is null ? new("序号=数值，例如 29=48.5", "number=value, such as 29=48.5")
        : null;

    private static Question With(Question question, string name, string value) => name switch
    {
        "scheme" => question with { Schemes = question.Schemes.Add(value.Trim()) },
        "year" => question with { Year = YearOf(value) },
        "evidence" => question with { Evidence = value == "measured" ? Evidence.Measured : Evidence.Declared },
        "place" => question with { Place = value.Trim() },
        "lang" => question with { Language = value == "en" ? Language.En : Language.Zh },
        "partial" => question with { Partial = value == "true" },
        "indicator" => question with { Indicator = value.Trim() },
        "set" => question with { Changes = question.Changes.Add(ChangeOf(value)!) },
        "beforeYear" => question with { BeforeYear = YearOf(value) },
        "beforeScheme" => question with { BeforeScheme = value.Trim() },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such parameter."),
    };

    private static void Validate(Question question, DiagnosticBag bag)
    {
        if (question is { Kind: QuestionKind.Explain, Indicator: null } && !bag.HasErrors)
        {
            bag.Add(DiagnosticCatalog.ServiceRowMissing, new Location("indicator"));
        }

        if (question.Kind != QuestionKind.Assess && question.Schemes.Length > 1)
        {
            bag.Add(
                DiagnosticCatalog.ServiceParameterWrong, new Location("scheme"), "scheme", string.Join(" ", question.Schemes),
                new LocalizedText("一个指标体系", "one scheme"));
        }

        if (question is { Kind: QuestionKind.Diff, Before: null, BeforeYear: null, BeforeScheme: null, Changes.IsEmpty: true }
            && !bag.HasErrors)
        {
            bag.Add(DiagnosticCatalog.ServiceNothingToCompare, new Location("set"));
        }
    }

    private static int? YearOf(string value) =>
        value.Length == 4 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1000
            ? year : null;

    private static FactChange? ChangeOf(string word)
    {
        var at = word.AsSpan().IndexOfAny('=', '＝');
        var (asked, value) = at < 0 ? ("", "") : (word[..at].Trim(), word[(at + 1)..].Trim());
        return asked.Length > 0 && value.Length > 0 ? new FactChange(asked, value) : null;
    }
}
