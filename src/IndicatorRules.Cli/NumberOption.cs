using System.CommandLine;
using System.Globalization;
using System.Text;
using IndicatorRules.Contract;

namespace IndicatorRules.Cli;

/// <summary>An option that takes a whole number.</summary>
internal sealed class NumberOption : Option<int?>
{
    internal NumberOption(string name)
        : base(name) => CustomParser = given => TryRead(given.Tokens[0].Value, out var number) ? number : null;

    /// <summary>The message for a value that is not a whole number.</summary>
    internal static string Fault(string name, string word, Language language) => language == Language.Zh
        ? $"`{name}` 要填整数，不能是 `{word}`。"
        : $"`{name}` takes a whole number, not `{word}`.";

    // Read like a year in a table: half-width or full-width digits, with or without 年.
    internal static bool TryRead(string text, out int number)
    {
        var plain = Ascii.IsValid(text) ? text
            : string.Concat(text.TrimEnd('年').Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
