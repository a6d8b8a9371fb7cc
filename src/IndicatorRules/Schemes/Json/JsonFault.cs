using System.Text;
using System.Text.Json;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Json;

/// <summary>Reports JSON syntax errors in the author's terms.</summary>
internal static class JsonFault
{
    private static readonly LocalizedText Comma = new("英文逗号", "comma");
    private static readonly LocalizedText Colon = new("英文冒号", "colon");
    private static readonly LocalizedText Quote = new("英文引号", "quote");
    private static readonly LocalizedText Bracket = new("英文括号", "bracket");

    // Characters that Chinese keyboards, word processors and other notations produce instead of JSON's own.
    private static readonly (string Signs, LocalizedText Name, string Meant, LocalizedText Write)[] Lookalikes =
    [
        ("，", new("中文逗号", "Chinese comma"), ",", Comma),
        ("、", new("顿号", "Chinese enumeration comma"), ",", Comma),
        ("；", new("中文分号", "Chinese semicolon"), ",", Comma),
        (";", new("分号", "semicolon"), ",", Comma),
        ("：", new("中文冒号", "Chinese colon"), ":", Colon),
        ("=", new("等号", "sign for equality"), ":", Colon),
        ("“”„‟「」『』＂", new("中文引号", "typographic quote"), "\"", Quote),
        ("'‘’‚‛＇", new("单引号", "single quote"), "\"", new("英文双引号", "straight quote")),
        ("【［〔", new("中文括号", "Chinese bracket"), "[", Bracket),
        ("】］〕", new("中文括号", "Chinese bracket"), "]", Bracket),
        ("｛", new("中文括号", "Chinese bracket"), "{", Bracket),
        ("｝", new("中文括号", "Chinese bracket"), "}", Bracket),
        ("\u3000", new("中文空格", "Chinese space"), " ", new("英文空格", "space")),
        ("\u00A0", new("不间断空格", "no-break space"), " ", new("普通空格", "space")),
    ];

    internal static void Report(JsonException fault, LineIndex lines, DiagnosticBag bag)
    {
        var offset = lines.Offset(fault.LineNumber ?? 0, fault.BytePositionInLine ?? 0);
        var text = lines.Text.Span;
        // After a comma the reader reports the end of data too early.
        if (offset >= text.Length || Says("end of data") && !Says("single JSON value"))
        {
            bag.Add(DiagnosticCatalog.JsonEnds, lines.At(text.Length));
            return;
        }

        var at = lines.At(offset);
        var before = Previous(text, offset);
        var sign = (char)text[offset];
        if (Says("JSON string") && sign is '\r' or '\n' && ReportQuote(text, offset, lines, bag))
        {
            return;
        }

        if (Says("JSON string") || Says("escap") || Says("hex digit"))
        {
            bag.Add(DiagnosticCatalog.JsonText, at);
        }
        else if (Says("depth") && sign is '[' or '{')
        {
            bag.Add(DiagnosticCatalog.JsonDepth, at, $"{StrictJson.MaxDepth}");
        }
        else if (Says("within a number") || Says("leading zero") || (Says("end of a number") && IsWord(text[offset]))
            || (Says("start of a value") && LooksLikeNumber(Word(text, offset))))
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
        else if (!ReportLookalike(text, offset, lines, bag))
        {
            (string, LocalizedText)? wanted = Says("after a value") ? (",", Comma) : Says("after a property name") ? (":", Colon) : null;
            ReportSyntax(text, before, offset, lines, bag, wanted);
        }

        bool Says(string words) => fault.Message.Contains(words, StringComparison.Ordinal);
    }

    private static bool ReportLookalike(ReadOnlySpan<byte> text, int offset, LineIndex lines, DiagnosticBag bag)
    {
        Rune.DecodeFromUtf8(text[offset..], out var rune, out _);
        var sign = rune.ToString();
        foreach (var (signs, name, meant, write) in Lookalikes)
        {
            if (signs.Contains(sign, StringComparison.Ordinal))
            {
                bag.Add(DiagnosticCatalog.JsonLookalike, lines.At(offset), name, sign, write, meant);
                return true;
            }
        }

        if (rune.Value is > 0xFF00 and < 0xFF5F && rune.Value is not ('（' or '）'))
        {
            bag.Add(
                DiagnosticCatalog.JsonLookalike, lines.At(offset), new LocalizedText("全角字符", "full-width character"), sign,
                new LocalizedText("半角字符", "ASCII character"), $"{(char)(rune.Value - 0xFEE0)}");
            return true;
        }

        var word = Word(text, offset);
        if (word.ToLowerInvariant() is not ("true" or "false" or "null") || !word.AsSpan().ContainsAnyInRange('A', 'Z'))
        {
            return false;
        }

        bag.Add(
            DiagnosticCatalog.JsonLookalike, lines.At(offset), new LocalizedText("大写字母", "word in capitals"), word,
            new LocalizedText("小写字母", "word"), word.ToLowerInvariant());
        return true;
    }

    private static void ReportSyntax(
        ReadOnlySpan<byte> text, int before, int offset, LineIndex lines, DiagnosticBag bag, (string Sign, LocalizedText Name)? wanted)
    {
        if (before >= 0 && before == offset - 1 && text[before] == '"' && IsWord(text[offset]))
        {
            // The quote before the word closed a string instead of opening one: that string contains quotes or was closed by a typographic
            // one.
            if (!ReportQuote(text, before, lines, bag))
            {
                bag.Add(DiagnosticCatalog.JsonSyntax, lines.At(offset), Word(text, offset));
            }
        }
        else if (wanted is var (sign, name) && (text[offset] is (byte)'"' or (byte)'{' or (byte)'[' || IsWord(text[offset])))
        {
            // Reported where it is missing, usually at the end of the previous line.
            bag.Add(DiagnosticCatalog.JsonSignMissing, lines.At(before + 1), name, sign);
        }
        else
        {
            bag.Add(DiagnosticCatalog.JsonSyntax, lines.At(offset), Word(text, offset));
        }
    }

    // Looks for a typographic quote in the string that ends at a position of its line, or is not closed there.
    private static bool ReportQuote(ReadOnlySpan<byte> text, int end, LineIndex lines, DiagnosticBag bag)
    {
        var start = text[..end].LastIndexOf((byte)'\n') + 1;
        var open = text[start..end].LastIndexOf((byte)'"');
        if (open < 0)
        {
            return false;
        }

        start += open + 1;
        var quote = text[start..end].IndexOf("”"u8) is var closing and >= 0 ? closing : text[start..end].IndexOf("“"u8);
        return quote >= 0 && ReportLookalike(text, start + quote, lines, bag);
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

    // The run of letters, digits and signs around the offset, or the single character there.
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
