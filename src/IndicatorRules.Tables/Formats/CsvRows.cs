using System.Collections.Immutable;
using System.Text;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using Sylvan.Data.Csv;

namespace IndicatorRules.Tables.Formats;

/// <summary>The rows of a CSV file as saved by Excel or WPS.</summary>
internal sealed class CsvRows : ITableRows
{
    private const int BufferSize = 1 << 16;

    private readonly string _name;
    private readonly Stream _stream;
    private readonly CsvDataReader _csv;
    private readonly char _delimiter;
    private readonly string _encoding = "UTF-8";
    private readonly Encoding _decoding = Encoding.UTF8;
    private int _next;

    internal CsvRows(Stream stream, string path)
    {
        _name = path;
        _stream = stream;
        try
        {
            var opening = CsvOpening.Of(_stream, path);
            (_delimiter, _encoding) = (opening.Delimiter == CsvOpening.FullWidthComma ? ',' : opening.Delimiter, opening.EncodingName);
            _decoding = opening.Encoding;
            TextReader text = new StreamReader(_stream, opening.Encoding, detectEncodingFromByteOrderMarks: false, BufferSize);
            _next = 1;
            if (opening.IsDeclared)
            {
                text.ReadLine();
                _next++;
            }

            var title = _next;
            _csv = CsvDataReader.Create(
                CsvOpening.Delimited(text, opening.Delimiter), CsvOpening.Options(opening.Delimiter, BufferSize));
            for (var i = 0; i < opening.Heading.First + opening.Heading.Count && _csv.Read(); i++)
            {
                HeadingLine = i <= opening.Heading.First ? _next : HeadingLine;
                _next += _csv.GetRawRecordSpan().Count('\n');
                if (_csv.RowFieldCount > TableCaps.Columns)
                {
                    throw new DiagnosticException(
                        DiagnosticCatalog.TableTooLarge, new Location(path, HeadingLine, 1),
                        new($"表格有 {_csv.RowFieldCount} 列", $"The table has {_csv.RowFieldCount} columns"), $"{TableCaps.Columns}");
                }
            }

            HeadingLine = Math.Max(1, HeadingLine);
            Notices = opening.Notices(path, title, HeadingLine);
            (Headings, Scheme) = (opening.Heading.Names, opening.Scheme);
        }
        catch (Exception e)
        {
            var fault = FaultOf(e);
            _stream.Dispose();
            if (fault is not null)
            {
                throw fault;
            }

            throw;
        }
    }

    public ImmutableArray<string> Headings { get; }

    public string? Scheme { get; }

    public int HeadingLine { get; }

    public ImmutableArray<Diagnostic> Notices { get; }

    public int CellCount => _csv.RowFieldCount;

    public int Line { get; private set; } = 1;

    public long Position => _stream.Position;

    public long Length => _stream.Length;

    public bool Read()
    {
        try
        {
            if (!_csv.Read())
            {
                return false;
            }
        }
        catch (Exception e) when (FaultOf(e) is { } fault)
        {
            throw fault;
        }

        Line = _next;
        _next += _csv.GetRawRecordSpan().Count('\n');
        return true;
    }

    // Empty if the row has quotes or apostrophes, since its cells then differ from the raw text.
    public ReadOnlySpan<char> Plain =>
        _csv.GetRawRecordSpan() is var row && (_delimiter != ',' || row.ContainsAny('"', '\'')) ? [] : row.TrimEnd("\r\n");

    public ReadOnlySpan<char> Cell(int column) => column < _csv.RowFieldCount ? CsvCell.Read(_csv.GetFieldSpan(column)) : [];

    public void Dispose()
    {
        _csv.Dispose();
        _stream.Dispose();
    }

    private DiagnosticException? FaultOf(Exception e) => e switch
    {
        DecoderFallbackException => FaultyLine() is var line ? new DiagnosticException(
            DiagnosticCatalog.TableEncoding, new Location(_name, line, 1), $"{line}", _encoding) : null,
        CsvRecordTooLargeException =>
            Syntax(new("这一行长得不像一行，可能有双引号没有闭合", "the line is too long; a quote may not be closed")),
        CsvFormatException => Syntax(new("双引号不成对", "a quote is not closed, or something follows it")),
        DiagnosticException or IOException or UnauthorizedAccessException or OutOfMemoryException => null,
        // The library documents no exceptions for malformed input, so every other one counts as such.
        _ => Syntax(new("读不懂这一行", "the line cannot be read")),
    };

    // Text is decoded ahead of the rows, so that the line is found by decoding once more.
    private int FaultyLine()
    {
        if (!_stream.CanSeek)
        {
            return _next;
        }

        var line = 1;
        try
        {
            _stream.Position = 0;
            var decoder = _decoding.GetDecoder();
            Span<byte> one = stackalloc byte[1];
            Span<char> characters = stackalloc char[4];
            for (var read = _stream.ReadByte(); read >= 0; read = _stream.ReadByte())
            {
                one[0] = (byte)read;
                line += characters[..decoder.GetChars(one, characters, flush: false)].Count('\n');
            }
        }
        catch (DecoderFallbackException)
        {
            return line;
        }

        return line;
    }

    private DiagnosticException Syntax(Contract.LocalizedText why) =>
        new DiagnosticException(DiagnosticCatalog.TableSyntax, new Location(_name, Math.Max(1, _next), 1), why);
}
