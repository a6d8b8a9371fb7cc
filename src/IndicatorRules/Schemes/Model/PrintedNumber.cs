using System.Globalization;

namespace IndicatorRules.Schemes.Model;

/// <summary>The number of a row as its table prints it (序号): <c>4</c>, <c>4.1</c>, <c>4（2）</c>, <c>参考1</c>.</summary>
internal static class PrintedNumber
{
    /// <summary>The whole number that it is; null for all others, among them one with leading zeros.</summary>
    internal static int? Whole(string number) =>
        number.Length is > 0 and <= 9 && number[0] is >= '1' and <= '9' && number.All(char.IsAsciiDigit)
            ? int.Parse(number, CultureInfo.InvariantCulture)
            : null;

    /// <summary>Equal for all ways to write one number.</summary>
    internal static string Key(string number) => string.Concat(
        number.Where(c => !char.IsWhiteSpace(c))
            .Select(c => char.ToUpperInvariant(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c)));
}

/// <summary>Within what the numbers of rows are unique (编号方式).</summary>
internal enum Numbering : byte
{
    /// <summary>Within the table.</summary>
    Table = 0,

    /// <summary>Within a domain: each starts over.</summary>
    Domain = 1,

    /// <summary>Within the rows of a kind: each kind starts over.</summary>
    Kind = 2,
}
