namespace IndicatorRules.Tables.Formats;

/// <summary>Replaces the full-width commas between cells, but not those in quotes, by commas. Not thread-safe.</summary>
internal sealed class CommaReader(TextReader text) : TextReader
{
    private bool _isQuoted;

    public override int Peek() => throw new NotSupportedException("The CSV library reads blocks.");

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var read = text.Read(buffer);
        foreach (ref var c in buffer[..read])
        {
            _isQuoted ^= c == '"';
            c = c == CsvOpening.FullWidthComma && !_isQuoted ? ',' : c;
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }
}
