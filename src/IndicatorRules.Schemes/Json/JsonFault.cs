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
        // After a comma the reader reports the end of data at an earlier place.
        if (offset >= text.Length || Says("end of data") && !Says("single JSON value"))
        {
            bag.Add(DiagnosticCatalog.JsonEnds, lines.At(text.Length));
            return;
        }

        var at = lines.At(offset);
        var before = Previous(text, offset);
        var sign = (char)text[offset];
        if (Says("JSON string") || Says("escap") || Says("hex digit"))
        {
            bag.Add(DiagnosticCatalog.JsonText, at);
        }
        else if (Says("depth") && sign is '[' or '{')
        {
            bag.Add(DiagnosticCatalog.JsonDepth, at, $"{StrictJson.MaxDepth}");
        }
        else if (Says("within a number") || Says("leading zero") || (Says("end of a number") && IsWord(text[offset])) || (Says("start of a value") && LooksLikeNumber(Word(text, offset))))
        {
            bag.Add(DiagnosticCatalog.JsonNumber, at, Word(text, IsWord(text[offset]) ? offset : offset - 1));
        }
        else if (sign is '/' or '#')
        {
            bag.Add(DiagnosticCatalog.JsonComment, at);
        }
        else if (sign is '}' or ']' && before >= 0 && text[before] == ',')
        {
            bag.Add(DiagnosticCatalog.JsonTrailingComma, lines.At(before));
        }
        else
        {
            bag.Add(DiagnosticCatalog.JsonSyntax, at, Word(text, offset));
        }

        bool Says(string words) => fault.Message.Contains(words, StringComparison.Ordinal);
    }

    private static bool LooksLikeNumber(string word) =>
        word[0] is '+' or '.' || word.Contains("NaN", StringComparison.Ordinal) || word.Contains("Infinity", StringComparison.Ordinal);

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
        if (!IsWord(text[offset]))
        {
            Rune.DecodeFromUtf8(text[offset..], out var rune, out _);
            return rune.ToString();
        }

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

        return Encoding.ASCII.GetString(text[start..end]);
    }

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'-' or (byte)'.' or (byte)'_';
}
