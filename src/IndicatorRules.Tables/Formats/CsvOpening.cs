using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using IndicatorRules.Contract;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Tables.Formats;

/// <summary>The encoding, delimiter and heading line of a CSV file, detected from its first bytes. Immutable.</summary>
/// <param name="Encoding">UTF-8, UTF-16 with a byte order mark, or GB18030, in which Chinese spreadsheets save.</param>
/// <param name="Delimiter">The delimiter between cells.</param>
/// <param name="HeadingLine">The line of the headings, from 1.</param>
/// <param name="Notices">Diagnostics about the file as a whole.</param>
internal sealed record CsvOpening(Encoding Encoding, char Delimiter, int HeadingLine, ImmutableArray<Diagnostic> Notices)
{
    private const int HeadSize = 1 << 16;
    private const int LinesLookedAt = 4;
    private const string FullWidthComma = "，";

    /// <summary>Examines the beginning of a stream and restores its position.</summary>
    /// <exception cref="DiagnosticException">The stream is not a table, or its headings cannot be read.</exception>
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
        var lines = Lines(encoding, bytes);
        var declared = lines.Count > 0 && lines[0].Trim('"', ' ') is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var separator]
            ? separator
            : (char?)null;
        var first = declared is null ? 0 : 1;
        var delimiter = declared ?? DelimiterOf(lines);
        if (delimiter == FullWidthComma[0])
        {
            throw new DiagnosticException(DiagnosticCatalog.TableDelimiter, new Location(name, 1, 1));
        }

        var known = lines.Skip(first).Select(l => Known(l, delimiter)).ToList();
        return Found(new CsvOpening(encoding, delimiter, first + 1, []), known, first, name);
    }

    // The heading line is the one with the most required columns. The lines above it are a title.
    private static CsvOpening Found(CsvOpening opening, List<HashSet<string>> lines, int first, string name)
    {
        var best = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            best = lines[i].Count > lines[best].Count ? i : best;
        }

        if (lines.Count == 0 || lines[best].Count < 2)
        {
            return opening;
        }

        foreach (var other in (int[])[best - 1, best + 1])
        {
            if (other >= 0 && other < lines.Count && lines[other].Count > 0 && !FactsTable.RequiredColumns.All(lines[best].Contains)
                && FactsTable.RequiredColumns.All(c => lines[best].Contains(c) || lines[other].Contains(c)))
            {
                var upper = first + Math.Min(best, other) + 1;
                var at = new Location(name, upper, 1);
                throw new DiagnosticException(DiagnosticCatalog.TableHeadingInTwoLines, at, $"{upper}", $"{upper + 1}");
            }
        }

        var line = first + best + 1;
        var title = new Diagnostic(DiagnosticCatalog.TableTitle, new Location(name, first + 1, 1), [$"{first + 1}", $"{line}"]);
        return opening with
        {
            HeadingLine = line,
            Notices = best == 0 ? [] : [title],
        };
    }

    // The delimiter that yields the most known headings; a comma if none does.
    private static char DelimiterOf(List<string> lines)
    {
        var (best, most) = (',', 0);
        foreach (var candidate in ",\t;|" + FullWidthComma)
        {
            var known = lines.Select(l => Known(l, candidate).Count).DefaultIfEmpty().Max();
            (best, most) = known > most ? (candidate, known) : (best, most);
        }

        return most > 1 ? best : ',';
    }

    private static HashSet<string> Known(string line, char delimiter) =>
        [.. line.Split(delimiter).Select(h => FactsTable.FindColumn(h.Trim().Trim('"').Trim())).OfType<string>()];

    // A zip archive (.xlsx, .docx) or a compound file (.xls, .et, .doc, .wps).
    private static bool IsOffice(ReadOnlySpan<byte> bytes) =>
        bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..];

    private static List<string> Lines(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var lenient = encoding == Gb18030
            ? CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!
            : Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        var text = lenient.GetString(bytes).TrimStart('\uFEFF');
        return [.. text.Split('\n').Take(LinesLookedAt).Select(l => l.TrimEnd('\r'))];
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => IsUtf8(bytes) ? new UTF8Encoding(true, throwOnInvalidBytes: true) : Gb18030,
    };

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

    private static Encoding Gb18030 { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
