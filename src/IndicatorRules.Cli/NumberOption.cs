using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace IndicatorRules.Cli;

/// <summary>An option that takes a whole number; anything else is told in both languages.</summary>
/// <remarks>Kept as text: an option over a number type is code that is compiled at every start.</remarks>
internal sealed class NumberOption : Option<string?>
{
    internal NumberOption(string name)
        : base(name) => Validators.Add(Check);

    /// <summary>The number given; null when none was.</summary>
    internal int? In(ParseResult parsed) => parsed.GetValue(this) is { } text && TryRead(text, out var number) ? number : null;

    private void Check(OptionResult result)
    {
        if (result.Tokens is [var token] && !TryRead(token.Value, out _))
        {
            result.AddError($"`{Name}` 要填整数，不能是 `{token.Value}` / `{Name}` takes a whole number, not `{token.Value}`");
        }
    }

    private static bool TryRead(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
