using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Assessing;

/// <summary>The words that reports share, in one language. Immutable.</summary>
/// <param name="Language">The language.</param>
public readonly record struct Wording(Language Language)
{
    // More decimals than this are shown only when rounding would change the meaning.
    private const int Decimals = 4;

    /// <summary>达标, 未达标, 不适用, 无法判定.</summary>
    public string Of(Status status) => status switch
    {
        Status.Met => Say("达标", "met"),
        Status.NotMet => Say("未达标", "not met"),
        Status.NotApplicable => Say("不适用", "not applicable"),
        _ => Say("无法判定", "undetermined"),
    };

    /// <summary>有据, 自报; a dash when nothing was decided.</summary>
    public string Of(Basis? basis) => basis switch
    {
        Basis.Measured => Say("有据", "measured"),
        Basis.Declared => Say("自报", "declared"),
        _ => "—",
    };

    /// <summary>A margin with its sign: +8, −2.5, 0.</summary>
    public static string Signed(decimal margin) => margin switch
    {
        > 0 => "+" + Number(margin),
        0 => "0",
        _ => "−" + Number(-margin),
    };

    /// <summary>A figure with its unit; omits a unit that is a dash, and puts no space before a sign like %.</summary>
    public static string WithUnit(string figure, string unit) => unit switch
    {
        null => throw new ArgumentNullException(nameof(unit)),
        "" or "-" or "—" or "–" or "－" or "/" => figure,
        // 9 per 1/10万 would read as one number.
        _ when char.IsAsciiDigit(unit[0]) => $"{figure}（{unit}）",
        _ => UnitName.Behind(figure, unit),
    };

    /// <summary>A figure as it was typed, with its unit behind it unless that was typed too.</summary>
    public static string WithUnit(Reading figure, string unit)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return UnitName.HasUnit(figure) ? figure.Text : WithUnit(figure.Text, unit);
    }

    /// <summary>A number without trailing zeros.</summary>
    public static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>One of two texts.</summary>
    public string Say(string zh, string en) => Language == Language.Zh ? zh : en;

    /// <summary>The difference of two figures with its unit: percentages differ by percentage points.</summary>
    /// <param name="figure">The difference as written.</param>
    /// <param name="unit">The unit of the two figures.</param>
    internal string Difference(string figure, string unit) => unit is "%" or "％"
        ? $"{figure} {Say("个百分点", figure is "1" or "+1" or "−1" ? "percentage point" : "percentage points")}"
        : WithUnit(figure, unit);

    internal string Name(FigureInfo? figure) => figure?.Name.In(Language) ?? "";

    /// <summary>A calculated number, rounded if it has more decimals than anyone reads.</summary>
    public static string Number(decimal value) => Reading.Plain(Readable(value));

    /// <summary>A calculated number, as short as possible while it stays on the same side of another.</summary>
    internal static string Number(decimal value, decimal? against)
    {
        for (var decimals = Decimals; decimals < 28; decimals++)
        {
            var rounded = Math.Round(value, decimals);
            if ((rounded == 0) == (value == 0) && (against is not { } other || rounded.CompareTo(other) == value.CompareTo(other)))
            {
                return Reading.Plain(Trimmed(rounded));
            }
        }

        return Reading.Plain(Trimmed(value));
    }

    // Only quotients have so many decimals; the JSON report has all of them. A number that would round to 0 keeps more.
    internal static decimal Readable(decimal value)
    {
        var trimmed = Trimmed(value);
        for (var decimals = Decimals; trimmed.Scale > 10 && decimals < 28; decimals++)
        {
            if (Math.Round(trimmed, decimals) is var rounded and not 0)
            {
                return Trimmed(rounded);
            }
        }

        return trimmed;
    }

    /// <summary>The reading of a reason in its unit; words in quotes.</summary>
    internal string Value(FigureReason reason) => Value(reason.Reading, reason);

    internal string Value(Reading? reading, FigureReason reason)
    {
        var against = reason switch
        {
            BoundReason f => f.Bound,
            RangeReason f => f.Low,
            OtherFigureReason f => f.Bound,
            CourseReason f => f.Amount,
            OnTrackReason f => f.Required,
            AboutReason f => f.Value,
            SuperiorTaskReason f => f.Task?.Required,
            _ => null,
        };
        var isWorkedOut = reason.Figure.IsDerived;
        return reading switch
        {
            null => "-",
            { Kind: ReadingKind.Quota } => reading.Text,
            { IsNumeric: false } => Quoted(reading, reason.Figure),
            { Kind: ReadingKind.Number } => WithUnit(isWorkedOut ? Short(reading.Low!.Value) : AsTyped(reading), reason.Unit),
            { Low: { } low, High: { } high } when isWorkedOut && IsOneNumber(reading, low, high) =>
                WithUnit(Short(low == against ? high : low), reason.Unit),
            { Low: { } low, High: { } high } =>
                WithUnit($"{End(reading.LowOpen, "＞")}{Short(low)}–{End(reading.HighOpen, "＜")}{Short(high)}", reason.Unit),
            { Low: { } low } => WithUnit((reading.LowOpen ? "＞" : "≥") + Short(low), reason.Unit),
            _ => WithUnit((reading.HighOpen ? "＜" : "≤") + Short(reading.High!.Value), reason.Unit),
        };

        string Short(decimal number) => WithMinus(isWorkedOut ? Number(number, against) : Number(number));
    }

    // A number that a decimal cannot hold, such as a root, lies between two that it can.
    private static bool IsOneNumber(Reading reading, decimal low, decimal high) =>
        reading is { LowOpen: true, HighOpen: true } && high - low <= Math.Max(1, Math.Abs(low)) * 0.00000000000000000001m;

    /// <summary>Words as handed in; in English, a state by its English name.</summary>
    internal string Quoted(Reading reading, FigureInfo? figure)
    {
        var text = Language == Language.En && figure?.StateOf(reading.Text) is { } state ? state.Text.En : reading.Text;
        return $"“{text}”";
    }

    /// <summary>Two texts joined: in Chinese, with a space only next to a letter or figure.</summary>
    internal string Then(string first, string second) =>
        Language == Language.Zh && first.Length > 0 && second.Length > 0
            && (IsLatin(first[^1]) != IsLatin(second[0])) && !IsClosed(first[^1])
            ? $"{first} {second}"
            : first + second;

    /// <summary>Alternatives or conditions in one sentence: A；或 B.</summary>
    internal string Join(string zh, string en, IEnumerable<string> parts)
    {
        var words = this;
        return Language == Language.En ? string.Join($"; {en} ", parts)
            : string.Join('；', parts.Select((part, i) => i == 0 ? part : words.Then(zh, part)));
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || "≥≤＞＜+−-%‰".Contains(c, StringComparison.Ordinal);

    private static bool IsClosed(char c) => "（：；，、”）".Contains(c, StringComparison.Ordinal);

    /// <summary>A number as in rules and targets; with a typographic minus.</summary>
    internal static string Stated(decimal value) => WithMinus(Number(value));

    private static string WithMinus(string number) => number.Replace('-', '−');

    private static string End(bool isOpen, string sign) => isOpen ? sign : "";

    // 94.50 stays 94.50; a number typed with words or units around it is written plainly.
    private static string AsTyped(Reading reading)
    {
        var number = reading.Low!.Value;
        var plain = Reading.Plain(number);
        return WithMinus(reading.Text == plain && number.Scale <= 10 ? plain : Number(number));
    }
}
