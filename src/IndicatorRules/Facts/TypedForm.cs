using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Facts;

/// <summary>A reading written as a JSON object with exactly one meaning; no field is ignored. Immutable.</summary>
internal sealed class TypedForm
{
    private const int LongestCell = 20_000;

    private static readonly string[] Fields =
        ["low", "high", "atLeast", "moreThan", "atMost", "lessThan", "done", "assigned", "state", "words", "absent"];

    private static readonly string[] Absences = ["not-reported", "nothing-of-the-kind", "not-assessed", "not-measurable"];

    private static readonly string[] LowerBounds = ["atLeast", "moreThan"];
    private static readonly string[] UpperBounds = ["atMost", "lessThan"];

    private static readonly (string One, string Other)[] Pairs =
        [("low", "high"), ("high", "low"), ("done", "assigned"), ("assigned", "done")];

    private readonly decimal? _low;
    private readonly decimal? _high;
    private readonly bool _lowOpen;
    private readonly bool _highOpen;
    private readonly decimal? _done;
    private readonly decimal? _assigned;
    private readonly string _unit;

    internal TypedForm(JObject o)
    {
        (_low, _lowOpen) = o.NumberOrNull("low") is { } low ? (low, false)
            : o.NumberOrNull("atLeast") is { } least ? (least, false)
            : (o.NumberOrNull("moreThan"), true);
        (_high, _highOpen) = o.NumberOrNull("high") is { } high ? (high, false)
            : o.NumberOrNull("atMost") is { } most ? (most, false)
            : (o.NumberOrNull("lessThan"), true);
        (_done, _assigned, _unit) = (o.NumberOrNull("done"), o.NumberOrNull("assigned"), o.Text("unit"));
        Fault = Twice(o) ?? Alone(o) ?? Impossible() ?? Nothing(o);
    }

    /// <summary>Whether an object states a reading by its own fields, of which a unit alone is none.</summary>
    internal static bool IsOne(JObject o) => Fields.Any(o.ContainsKey);

    /// <summary>What a cell says: words or figures, or a typed form in JSON where words cannot say it.</summary>
    internal static CellReading ReadCell(string cell)
    {
        if (!cell.StartsWith('{') || cell.Length > LongestCell
            || JsonText.Read(Encoding.UTF8.GetBytes(cell), "").Value?.Root is not JObject o || !o.Properties().All(IsKnown))
        {
            return ReadingParser.Parse(cell);
        }

        var form = new TypedForm(o);
        return form.Fault is null && IsOne(o) ? new(form.Read(o), o.TextOrNull("unit")) : ReadingParser.Parse(cell);
    }

    private static bool IsKnown(JProperty property) => property.Name switch
    {
        "state" or "words" or "unit" => property.Value.Type == JTokenType.String,
        "absent" => property.Value.Type == JTokenType.String && Absences.Contains((string)property.Value!),
        var name => Fields.Contains(name) && property.Value.Type is JTokenType.Integer or JTokenType.Float,
    };

    /// <summary>The reading of a form without a fault.</summary>
    internal Reading Read(JObject o) => o.TextOrNull("absent") is { } kind ? Reading.Absent(Absence(kind), o.Text("words", "-"))
        : o.TextOrNull("state") is { } state ? Reading.Words(state)
        : o.TextOrNull("words") is { } words ? Reading.Words(words)
        : ToReading();

    private static AbsenceKind Absence(string kind) => kind switch
    {
        "nothing-of-the-kind" => AbsenceKind.NothingOfTheKind,
        "not-assessed" => AbsenceKind.NotAssessed,
        "not-measurable" => AbsenceKind.NotMeasurable,
        _ => AbsenceKind.NotReported,
    };

    /// <summary>Its fault; null when it is valid.</summary>
    internal LocalizedText? Fault { get; }

    /// <summary>The reading of a form with numbers.</summary>
    private Reading ToReading() => (_low, _high) switch
    {
        _ when _done is { } done && _assigned is { } assigned => Reading.Quota(done, assigned, _unit),
        ({ } low, { } high) => _lowOpen || _highOpen ? Reading.OpenRange(low, _lowOpen, high, _highOpen) : Reading.Range(low, high),
        ({ } low, null) => _lowOpen ? Reading.MoreThan(low) : Reading.AtLeast(low),
        (null, { } high) => _highOpen ? Reading.LessThan(high) : Reading.AtMost(high),
        _ => throw new InvalidOperationException("The form holds no numbers."),
    };

    // Exclusions: one form only, and at most one lower and one upper bound.
    private static LocalizedText? Twice(JObject o)
    {
        string?[] forms =
        [
            First(o, "low", "high"), First(o, "atLeast", "moreThan", "atMost", "lessThan"), First(o, "done", "assigned"), First(o, "state"),
            First(o, "absent") ?? First(o, "words"),
        ];
        var given = forms.OfType<string>().ToList();
        if (given.Count < 2)
        {
            given = [.. LowerBounds.Where(o.ContainsKey)];
        }

        if (given.Count < 2)
        {
            given = [.. UpperBounds.Where(o.ContainsKey)];
        }

        return given.Count < 2 ? null : new(
            $"`{given[0]}` 和 `{given[1]}` 是两种写法，只能留一种", $"`{given[0]}` and `{given[1]}` are two forms; keep one of them");
    }

    private static string? First(JObject o, params string[] names) => names.FirstOrDefault(o.ContainsKey);

    // Fields that need each other.
    private static LocalizedText? Alone(JObject o)
    {
        foreach (var (one, other) in Pairs)
        {
            if (o.ContainsKey(one) && !o.ContainsKey(other))
            {
                return new($"写了 `{one}`，没有写 `{other}`", $"`{one}` is there and `{other}` is not");
            }
        }

        return null;
    }

    private LocalizedText? Impossible()
    {
        if (_low is { } low && _high is { } high && (low > high || (low == high && (_lowOpen || _highOpen))))
        {
            var (from, to) = (Reading.Plain(low), Reading.Plain(high));
            return low > high
                ? new($"下限 {from} 大于上限 {to}", $"the lower end {from} lies above the upper end {to}")
                : new($"下限和上限都是 {from}，中间没有数", $"both ends are {from} and one is excluded, so that no number is left");
        }

        return _done is < 0 || _assigned is < 0
            ? new("完成数和下达数不能是负数", "`done` and `assigned` are never negative")
            : null;
    }

    private LocalizedText? Nothing(JObject o) =>
        _low is null && _high is null && _done is null && !o.ContainsKey("absent") && !o.ContainsKey("state") && !o.ContainsKey("words")
            ? new("没有写出任何数值或文字", "it says no number and no words")
            : null;
}
