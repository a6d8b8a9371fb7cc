using System.Text;
using System.Text.Json;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Json;

/// <summary>Says in the author's terms what the JSON reader stumbled over.</summary>
internal static class JsonFault
{
    internal static void Report(JsonException fault, LineIndex lines, DiagnosticBag bag)
    {
        var offset = lines.Offset(fault.LineNumber ?? 0, fault.BytePositionInLine ?? 0);
        var text = lines.Text.Span;
        var at = lines.At(offset);
        if (offset >= text.Length)
        {
            bag.Add(DiagnosticCatalog.JsonEnds, at);
            return;
        }

        var before = Previous(text, offset);
        switch ((char)text[offset])
        {
            case '[' or '{' when fault.Message.Contains("depth", StringComparison.Ordinal):
                bag.Add(DiagnosticCatalog.JsonDepth, at, $"{StrictJson.MaxDepth}");
                break;
            case '/' or '#':
                bag.Add(DiagnosticCatalog.JsonComment, at);
                break;
            case '}' or ']' when before >= 0 && text[before] == ',':
                bag.Add(DiagnosticCatalog.JsonTrailingComma, lines.At(before));
                break;
            case 'N' or 'I' or '+' or '.' or 'e' or 'E' or 'x' or 'X' or (>= '0' and <= '9'):
                bag.Add(DiagnosticCatalog.JsonNumber, at, Word(text, offset));
                break;
            case '-':
                bag.Add(DiagnosticCatalog.JsonNumber, at, Word(text, offset));
                break;
            case < ' ':
                bag.Add(DiagnosticCatalog.JsonText, at);
                break;
            default:
                ReportOther(fault, text, offset, at, bag);
                break;
        }
    }

    private static void ReportOther(JsonException fault, ReadOnlySpan<byte> text, int offset, Location at, DiagnosticBag bag)
    {
        if (fault.Message.Contains("escap", StringComparison.Ordinal) || fault.Message.Contains("hex digit", StringComparison.Ordinal))
        {
            bag.Add(DiagnosticCatalog.JsonText, at);
        }
        else
        {
            bag.Add(DiagnosticCatalog.JsonSyntax, at, Word(text, offset));
        }
    }

    private static int Previous(ReadOnlySpan<byte> text, int offset)
    {
        var at = offset - 1;
        while (at >= 0 && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at--;
        }

        return at;
    }

    // The run of letters, digits and signs around the fault, or the one character there.
    private static string Word(ReadOnlySpan<byte> text, int offset)
    {
        var start = offset;
        while (start > 0 && IsWord(text[start - 1]) && offset - start < 32)
        {
            start--;
        }

        var end = offset;
        while (end < text.Length && IsWord(text[end]) && end - offset < 32)
        {
            end++;
        }

        if (end > start)
        {
            return Encoding.ASCII.GetString(text[start..end]);
        }

        Rune.DecodeFromUtf8(text[offset..], out var rune, out _);
        return rune.ToString();
    }

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'-' or (byte)'.';
}
