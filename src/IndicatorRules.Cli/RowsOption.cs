using System.CommandLine;
using System.Text;

namespace IndicatorRules.Cli;

/// <summary>An option that takes kinds of rows, and rows by number or name.</summary>
internal sealed class RowsOption : Option<string[]>
{
    internal RowsOption(string name, string[] kinds)
        : base(name)
    {
        AllowMultipleArgumentsPerToken = true;
        CompletionSources.Add(kinds);
    }

    /// <summary>Whether a word can only be a printed number, so that it needs no comma before it: 29, 4.1.</summary>
    internal static bool IsNumber(string word) =>
        word.Normalize(NormalizationForm.FormKC) is { Length: > 0 } plain
        && plain.All(c => char.IsAsciiDigit(c) || c == '.') && char.IsAsciiDigit(plain[0]);
}
