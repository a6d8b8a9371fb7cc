using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Findings;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Assessing;

/// <summary>The words that reports share, in one language. Immutable.</summary>
/// <param name="Language">The language.</param>
public readonly record struct Wording(Language Language)
{
    /// <summary>达标, 未达标, 不适用, 无法判定.</summary>
    public string Of(Status status) => status switch
    {
        Status.Met => Say("达标", "met"),
        Status.NotMet => Say("未达标", "not met"),
        Status.NotApplicable => Say("不适用", "not applicable"),
        _ => Say("无法判定", "undetermined"),
    };

    /// <summary>实测, 申报; a dash where nothing was decided.</summary>
    public string Of(Basis? basis) => basis switch
    {
        Basis.Measured => Say("实测", "measured"),
        Basis.Declared => Say("申报", "declared"),
        _ => "—",
    };

    /// <summary>A margin with its sign: +8, −2.5, 0.</summary>
    public static string Signed(decimal margin) => margin switch
    {
        > 0 => "+" + Number(margin),
        0 => "0",
        _ => "−" + Number(-margin),
    };

    /// <summary>A figure with its unit; a unit of "-" is left out.</summary>
    public static string WithUnit(string figure, string unit) => unit is "" or "-" ? figure : $"{figure} {unit}";

    /// <summary>A number without trailing zeros.</summary>
    public static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>One of two texts.</summary>
    public string Say(string zh, string en) => Language == Language.Zh ? zh : en;

    internal string Name(FigureInfo? figure) => figure?.Name.In(Language) ?? "";

    internal static string Number(decimal value) => Reading.Plain(Readable(value));

    // Only a quotient has so many decimals; JSON holds them all. What would round to nothing is shown as it is.
    internal static decimal Readable(decimal value) =>
        Trimmed(value) is var trimmed && trimmed.Scale > 10 && Math.Round(trimmed, 4) is var rounded and not 0 ? Trimmed(rounded) : trimmed;

    internal static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "?";

    internal static string Value(Finding finding) => Value(finding.Reading, finding.Unit);

    /// <summary>A reading in the unit that the finding is in.</summary>
    internal static string Value(Reading? reading, string unit) => reading switch
    {
        null => "-",
        { IsNumeric: true } => WithUnit(reading.Text.TrimEnd('%', '％'), unit),
        _ => reading.Text,
    };
}
