using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using Sylvan.Data.Csv;

namespace IndicatorRules.Tables.Formats;

/// <summary>The encoding, delimiter and headings of a CSV file, detected from its first bytes. Immutable.</summary>
/// <param name="Encoding">UTF-8, UTF-16, or GB18030, in which Chinese spreadsheets save. Malformed bytes are an error.</param>
/// <param name="Delimiter">The delimiter between cells.</param>
/// <param name="IsDeclared">Whether the first line declares the delimiter.</param>
/// <param name="Heading">The headings and where they are.</param>
internal sealed partial record CsvOpening(Encoding Encoding, char Delimiter, bool IsDeclared, TableHeading Heading)
{
    /// <summary>The full-width comma, read as a comma.</summary>
    internal const char FullWidthComma = '，';

    private const int HeadSize = 1 << 16;
    private const int Sample = 1 << 12;
    private const string Delimiters = ",\t;|，";

    /// <summary>The scheme of the first row, if the table is a result of the tool, which has its scheme and version in each row.</summary>
    internal string? Scheme { get; private init; }

    /// <summary>A number such as 28,500 in a file whose delimiter leaves the comma to numbers; null if there is none.</summary>
    internal string? Commas { get; private init; }

    /// <summary>The encoding's name in messages.</summary>
    internal string EncodingName => Encoding switch
    {
        UTF8Encoding => "UTF-8",
        UnicodeEncoding => "UTF-16",
        _ => "GB18030",
    };

    /// <summary>Examines the beginning of a stream and restores its position.</summary>
    /// <exception cref="DiagnosticException">The stream is not a table.</exception>
    internal static CsvOpening Of(Stream stream, string name)
    {
        var head = new byte[HeadSize];
        var start = stream.Position;
        var read = stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false);
        stream.Position = start;
        var bytes = head.AsSpan(0, read);
        if (IsOffice(bytes))
        {
            throw new DiagnosticException(DiagnosticCatalog.FileIsWorkbook, new Location(name));
        }

        var encoding = EncodingOf(bytes);
        return Of(encoding, TextOf(encoding, bytes));
    }

    /// <summary>Diagnostics about the file as a whole.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="titleLine">The line of the first row.</param>
    /// <param name="headingLine">The line of the headings.</param>
    internal ImmutableArray<Diagnostic> Notices(string name, int titleLine, int headingLine)
    {
        var all = ImmutableArray.CreateBuilder<Diagnostic>();
        if (Delimiter == FullWidthComma)
        {
            all.Add(new(DiagnosticCatalog.TableDelimiter, new Location(name, headingLine, 1), []));
        }

        if (Commas is { } number)
        {
            var read = number.Replace(",", "", StringComparison.Ordinal);
            all.Add(new(DiagnosticCatalog.TableCommas, new Location(name, headingLine, 1), [number, read]));
        }

        if (Heading.First > 0)
        {
            all.Add(new(DiagnosticCatalog.TableTitle, new Location(name, titleLine, 1), [$"{titleLine}", $"{headingLine}"]));
        }

        if (Heading.Count > 1)
        {
            var at = new Location(name, headingLine, 1);
            all.Add(new(DiagnosticCatalog.TableHeadingInTwoLines, at, [$"{headingLine}", $"{headingLine + 1}"]));
        }

        return all.ToImmutable();
    }

    /// <summary>The same characters with the delimiter that the library takes.</summary>
    internal static TextReader Delimited(TextReader text, char delimiter) => delimiter == FullWidthComma ? new CommaReader(text) : text;

    /// <summary>The options for reading the file.</summary>
    internal static CsvDataReaderOptions Options(char delimiter, int bufferSize) => new()
    {
        Delimiter = delimiter == FullWidthComma ? ',' : delimiter,
        // No comments: a row taken for one would be lost without notice.
        Comment = '\0',
        HasHeaders = false,
        BufferSize = bufferSize,
        // A longer record means that a quote is not closed.
        MaxBufferSize = TableCaps.Row,
    };

    private static CsvOpening Of(Encoding encoding, string text)
    {
        var line = text.IndexOf('\n') is var end and >= 0 ? text[..end] : text;
        char? declared = line.Trim('"', ' ', '\r') is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var separator] ? separator : null;
        var body = declared is null ? text : text[Math.Min(text.Length, line.Length + 1)..];
        var best = TableHeading.Find([]);
        var (delimiter, most, first) = (declared ?? ',', -1, (IReadOnlyList<string>)[]);
        foreach (var candidate in declared is { } only ? $"{only}" : Delimiters)
        {
            var rows = Rows(body, candidate);
            var heading = TableHeading.Find(rows);
            var known = TableHeading.Known(heading.Names);
            if (known > Math.Max(most, most < 0 ? -1 : 1))
            {
                (best, delimiter, most, first) = (heading, candidate, known, rows.ElementAtOrDefault(heading.First + heading.Count) ?? []);
            }
        }

        return new CsvOpening(encoding, delimiter, declared is not null, best)
        {
            Scheme = best.SchemeOf(first),
            Commas = delimiter == ';' ? Thousands().Match(body) is { Success: true, Value: var number } ? number : null : null,
        };
    }

    // One comma before three digits.
    [GeneratedRegex("(?<=(?:^|[;\"])[ ]*)[1-9][0-9]{0,2},[0-9]{3}(?=[ ]*(?:[;\"\r\n]|\\z))", RegexOptions.Multiline)]
    private static partial Regex Thousands();

    // The first rows, up to one that cannot be read.
    private static List<IReadOnlyList<string>> Rows(string text, char delimiter)
    {
        var rows = new List<IReadOnlyList<string>>();
        try
        {
            using var csv = CsvDataReader.Create(Delimited(new StringReader(text), delimiter), Options(delimiter, HeadSize));
            while (rows.Count < TableHeading.MostRows && csv.Read())
            {
                var width = Math.Min(csv.RowFieldCount, TableCaps.Columns);
                rows.Add([.. Enumerable.Range(0, width).Select(i => csv.GetFieldSpan(i).ToString())]);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The reader of the whole file reports it.
            return rows;
        }

        return rows;
    }

    // A zip archive (.xlsx, .docx) or a compound file (.xls, .et, .doc, .wps).
    private static bool IsOffice(ReadOnlySpan<byte> bytes) =>
        bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..];

    private static string TextOf(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var lenient = encoding == Gb18030
            ? CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!
            : Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        return lenient.GetString(bytes).TrimStart('\uFEFF');
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Utf16(isBigEndian: false),
        [0xFE, 0xFF, ..] => Utf16(isBigEndian: true),
        [0xEF, 0xBB, 0xBF, ..] => StrictUtf8,
        _ => UnmarkedUtf16(bytes) ?? (IsUtf8(bytes) || !IsGb18030(bytes) ? StrictUtf8 : Gb18030),
    };

    // Digits and delimiters have a zero byte each in UTF-16, on one side; few Chinese characters have one (一). Other encodings have
    // none.
    private static UnicodeEncoding? UnmarkedUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(Sample, bytes.Length & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        return even == odd ? null : Utf16(isBigEndian: even > odd);
    }

    // Of two encodings, neither valid perhaps, the one in which more headings are known; damaged characters are reported later.
    private static bool IsGb18030(ReadOnlySpan<byte> bytes)
    {
        var difference = TableHeading.Known(Of(Gb18030, TextOf(Gb18030, bytes)).Heading.Names)
            - TableHeading.Known(Of(StrictUtf8, TextOf(StrictUtf8, bytes)).Heading.Names);
        return difference > 0 || (difference == 0 && IsValid(Gb18030, bytes));
    }

    private static bool IsValid(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var characters = new char[bytes.Length];
            encoding.GetDecoder().GetChars(bytes, characters, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // The last bytes may be an incomplete character.
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return true;
        }

        while (Rune.DecodeFromUtf8(bytes, out _, out var used) is var status && status != OperationStatus.InvalidData)
        {
            if (status == OperationStatus.NeedMoreData)
            {
                return true;
            }

            bytes = bytes[used..];
        }

        return false;
    }

    private static UnicodeEncoding Utf16(bool isBigEndian) =>
        new(isBigEndian, byteOrderMark: true, throwOnInvalidBytes: true);

    private static Encoding StrictUtf8 { get; } = new UTF8Encoding(true, throwOnInvalidBytes: true);

    private static Encoding Gb18030 { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
