namespace IndicatorRules.Packaging.Feeds;

/// <summary>Takes bytes up to a limit and one more, by which its reader sees that there were too many. One thread at a time.</summary>
internal sealed class CappedBuffer(int limit) : Stream
{
    private readonly MemoryStream _bytes = new();

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    /// <summary>Whether there were too many.</summary>
    internal bool IsFull { get; private set; }

    public override long Length => _bytes.Length;

    public override long Position
    {
        get => _bytes.Position;
        set => _bytes.Position = value;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var room = Math.Max(0, limit + 1 - (int)_bytes.Position);
        _bytes.Write(buffer[..Math.Min(room, buffer.Length)]);
        if (room < buffer.Length)
        {
            IsFull = true;
            throw new PackageTooLargeException();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => _bytes.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => _bytes.Seek(offset, origin);

    public override void SetLength(long value) => _bytes.SetLength(value);

    public override void Flush()
    {
        // Memory has it already.
    }

    internal byte[] ToArray() => _bytes.ToArray();

    protected override void Dispose(bool disposing)
    {
        _bytes.Dispose();
        base.Dispose(disposing);
    }
}
