using System.Globalization;
using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Reasons;

/// <summary>
/// Names what went wrong in a script by a key of the report's texts; the words of the platform stay out of a county's table.
/// </summary>
/// <remarks>A key that has more to say is followed by it, each part behind a colon: <c>years:AverageOver:0</c>.</remarks>
internal static class ScriptFault
{
    internal const string Function = "function";

    internal const string PlaceBlank = "place-blank";

    internal const string Overflow = "overflow";

    internal const string UnitsDiffer = "units-differ";

    internal const string DivisionByZero = "division-by-zero";

    internal const string Undecided = "undecided";

    /// <summary>The most years that one word may look back.</summary>
    internal const int MostYears = 50;

    internal static string Key(Exception fault) => fault switch
    {
        DivideByZeroException => DivisionByZero,
        OverflowException => Overflow,
        SwitchExpressionException => "no-branch",
        PlaceBlankException blank => $"{PlaceBlank}:{blank.Attribute.Zh}:{blank.Attribute.En}",
        _ => "fault",
    };

    /// <summary>The fault of a number of years that no word can look back; null for 1 to <see cref="MostYears"/>.</summary>
    internal static string? Years(string word, int years) =>
        years is < 1 or > MostYears ? $"years:{word}:{years.ToString(CultureInfo.InvariantCulture)}" : null;

    /// <summary>A tolerance or width below 0.</summary>
    internal static string Negative(string word, string argument, decimal value) => $"negative:{word}:{argument}:{Reading.Plain(value)}";

    /// <summary>A multiple that is 0 or less.</summary>
    internal static string Times(string word, decimal times) => $"times:{word}:{Reading.Plain(times)}";

    /// <summary>A floor and a target that are one number.</summary>
    internal static string Same(string word, decimal value) => $"same:{word}:{Reading.Plain(value)}";

    /// <summary>A lower end above the upper one.</summary>
    internal static string Order(string word, decimal low, decimal high) => $"order:{word}:{Reading.Plain(low)}:{Reading.Plain(high)}";

    /// <summary>A name that the scheme does not have.</summary>
    internal static string Unknown(string word, string named) => $"unknown:{word}:{named}";

    /// <summary>A target that is due in or before the year that its course begins in.</summary>
    internal static string Due(string word, int by, int from) =>
        $"due:{word}:{by.ToString(CultureInfo.InvariantCulture)}:{from.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The steps of a course, written in a way that cannot be read.</summary>
    internal static string Steps(string word, string steps) => $"steps:{word}:{steps}";

    /// <summary>A part of a whole, of which either is 0 or less.</summary>
    internal static string Part(string word, int part, int whole) =>
        $"part:{word}:{part.ToString(CultureInfo.InvariantCulture)}:{whole.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A figure worked out from others that are worked out from others, and so on.</summary>
    internal static string TooDeep(string word) => $"deep:{word}";
}
