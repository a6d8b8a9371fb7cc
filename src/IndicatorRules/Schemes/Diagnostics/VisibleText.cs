using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>
/// Makes untrusted text safe to display. Characters that move the cursor, change the writing direction or are invisible are written as
/// <c>&lt;U+001B&gt;</c>.
/// </summary>
/// <remarks>
/// All text from schemes, facts, file names and packages passes through it before a terminal, report or message shows it. Thread-safe.
/// </remarks>
public static class VisibleText
{
    private const int LongestArgument = 1000;

    private static readonly Lazy<JavaScriptEncoder> Encoder = new(MakeEncoder);

    /// <summary>Escapes the same characters in JSON that people read.</summary>
    public static JavaScriptEncoder Json => Encoder.Value;

    /// <summary>Characters that facts and schemes may not contain. Tabs and line breaks are allowed.</summary>
    internal static SearchValues<char> Unshowable { get; } = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    /// <summary>The text on one line. A line break becomes ↵.</summary>
    public static string OneLine(string text) => Show(text, Blanks.Nothing);

    /// <summary>The text with its line breaks, each as one line feed.</summary>
    public static string Lines(string text) => Show(text, Blanks.Breaks);

    /// <summary>Text that a program has laid out: keeps line breaks and tabs.</summary>
    public static string Layout(string text) => Show(text, Blanks.Layout);

    /// <summary>Shortens a text to a maximum number of characters, with an ellipsis.</summary>
    public static string Cut(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
    }

    /// <summary>An argument of a message, shortened.</summary>
    internal static string Argument(string text) => Cut(text, LongestArgument);

    private enum Blanks
    {
        Nothing,
        Breaks,
        Layout,
    }

    private static string Show(string text, Blanks blanks)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsSuspect(text[i]) && !(blanks != Blanks.Nothing && text[i] == '\n') && !(blanks == Blanks.Layout && text[i] == '\t'))
            {
                return Show(text, i, blanks);
            }
        }

        return text;
    }

    private static string Show(string text, int clean, Blanks blanks)
    {
        var shown = new StringBuilder(text, 0, clean, text.Length + 16);
        for (var i = clean; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                shown.Append(CultureInfo.InvariantCulture, $"<U+{(int)text[i]:X4}>");
            }
            else if (rune.Value is '\r' or '\n')
            {
                length = text.AsSpan(i).StartsWith("\r\n") ? 2 : 1;
                shown.Append(blanks == Blanks.Nothing ? "↵" : blanks == Blanks.Layout && length == 2 ? "\r\n" : "\n");
            }
            else if (IsHidden(rune) && !(blanks == Blanks.Layout && rune.Value == '\t'))
            {
                shown.Append(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>");
            }
            else
            {
                shown.Append(text, i, length);
            }

            i += length;
        }

        return shown.ToString();
    }

    // Fast check: text without suspect characters is returned unchanged.
    private static bool IsSuspect(char c) =>
        c < ' ' || (c >= '\u007F' && (char.IsSurrogate(c) || IsHidden(new Rune(c))));

    private static bool IsHidden(Rune rune) => rune.Value switch
    {
        < ' ' => true,
        < '\u007F' => false,
        // Letters and marks without width, and noncharacters.
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or (>= 0x180B and <= 0x180F) or 0xFFFE or 0xFFFF => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator,
    };

    private static JavaScriptEncoder MakeEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        for (var c = '\0'; c < char.MaxValue; c++)
        {
            if (!char.IsSurrogate(c) && IsHidden(new Rune(c)))
            {
                settings.ForbidCharacter(c);
            }
        }

        return JavaScriptEncoder.Create(settings);
    }
}
