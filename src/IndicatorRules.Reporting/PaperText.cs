using System.Text;
using IndicatorRules.Contract;

namespace IndicatorRules.Reporting;

/// <summary>Sentences as official papers print them: in Chinese without spaces between characters and figures.</summary>
internal static class PaperText
{
    private const string Signs = "≥≤＞＜+−-%‰";

    internal static string Of(string sentence, Language language)
    {
        if (language != Language.Zh || !sentence.Contains(' '))
        {
            return sentence;
        }

        var text = new StringBuilder(sentence.Length);
        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i] != ' ' || i == 0 || i == sentence.Length - 1 || !IsSeam(sentence[i - 1], sentence[i + 1]))
            {
                text.Append(sentence[i]);
            }
        }

        return text.ToString();
    }

    private static bool IsSeam(char before, char after) =>
        (IsChinese(before) && IsFigure(after)) || (IsFigure(before) && IsChinese(after));

    private static bool IsFigure(char c) => char.IsAsciiLetterOrDigit(c) || Signs.Contains(c, StringComparison.Ordinal);

    // Characters and their punctuation, but not full-width signs.
    private static bool IsChinese(char c) => c is >= '\u3001' and <= '\uFF5E' && !IsFigure(c);
}
