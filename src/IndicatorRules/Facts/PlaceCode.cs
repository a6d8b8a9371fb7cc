using System.Text;
using System.Text.RegularExpressions;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>Place codes as damaged by spreadsheets: 1.40926E+11, 140926.0, without leading zeros, in full-width digits.</summary>
internal static partial class PlaceCode
{
    /// <summary>Reports a code that a spreadsheet turned into a number, with or without loss of digits.</summary>
    internal static void Validate(string code, Location at, DiagnosticBag bag)
    {
        var plain = Plain(code);
        if (Rounded().IsMatch(plain))
        {
            bag.Add(DiagnosticCatalog.PlaceCodeRounded, at, code);
        }
        else if (WholeDigits(plain) is { } digits && digits.Length < plain.Length)
        {
            bag.Add(DiagnosticCatalog.PlaceCodeNumber, at, code, digits);
        }
    }

    /// <summary>The normal form of a code, equal for all its spellings; most codes are their own.</summary>
    internal static string Key(string code)
    {
        var plain = Plain(code);
        var digits = WholeDigits(plain);
        return digits is not null ? digits.TrimStart('0') : plain;
    }

    // 140926.0 without its decimals; null when the text is not a whole number.
    private static string? WholeDigits(string plain)
    {
        var digits = plain.IndexOf('.') is var point and > 0 && plain.AsSpan(point + 1) is { IsEmpty: false } decimals
            && decimals.TrimEnd('0').IsEmpty
            ? plain[..point]
            : plain;
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    private static string Plain(string code)
    {
        if (code.Length > 0 && !code.AsSpan().ContainsAnyInRange('\uFF01', '\uFF5E')
            && !char.IsWhiteSpace(code[0]) && !char.IsWhiteSpace(code[^1]))
        {
            return code;
        }

        var plain = new StringBuilder(code.Length);
        foreach (var c in code.Trim())
        {
            plain.Append(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"^[0-9](\.[0-9]+)?[eE]\+?[0-9]{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rounded();
}
