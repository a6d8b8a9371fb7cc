using System.Buffers.Binary;

namespace IndicatorRules.Protocol;

/// <summary>Length-prefixed message framing: a four-byte little-endian length, then the bytes.</summary>
internal static class Frame
{
    /// <summary>The maximum length in bytes.</summary>
    internal const int Largest = 64 * 1024 * 1024;

    internal static void Write(Stream to, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(to);
        Span<byte> head = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(head, body.Length);
        to.Write(head);
        to.Write(body);
        to.Flush();
    }

    /// <summary>Reads the next frame; null once the other side has closed the pipe.</summary>
    /// <exception cref="InvalidDataException">The length is invalid.</exception>
    internal static byte[]? Read(Stream from)
    {
        ArgumentNullException.ThrowIfNull(from);
        Span<byte> head = stackalloc byte[sizeof(int)];
        if (from.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > Largest)
        {
            throw new InvalidDataException($"A frame cannot have {length} bytes.");
        }

        var body = new byte[length];
        return from.ReadAtLeast(body, length, throwOnEndOfStream: false) < length ? null : body;
    }
}
