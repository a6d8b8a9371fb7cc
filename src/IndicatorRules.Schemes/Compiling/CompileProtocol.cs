using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>How host and compile worker speak: frames of a four-byte length and JSON, over the worker's pipes.</summary>
public static class CompileProtocol
{
    /// <summary>The largest frame either side accepts, in bytes.</summary>
    public const int MaxFrame = 64 * 1024 * 1024;

    /// <summary>Sends a request.</summary>
    public static void Write(Stream to, CompileRequest request) => WriteFrame(to, request, CompileJson.Default.CompileRequest);

    /// <summary>Sends a response.</summary>
    public static void Write(Stream to, CompileResponse response) => WriteFrame(to, response, CompileJson.Default.CompileResponse);

    /// <summary>The next request; null when the other side has closed the pipe.</summary>
    public static CompileRequest? ReadRequest(Stream from) => ReadFrame(from, CompileJson.Default.CompileRequest);

    /// <summary>The next response; null when the other side has closed the pipe.</summary>
    public static CompileResponse? ReadResponse(Stream from) => ReadFrame(from, CompileJson.Default.CompileResponse);

    private static void WriteFrame<T>(Stream to, T message, JsonTypeInfo<T> type)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, type);
        Span<byte> head = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(head, body.Length);
        to.Write(head);
        to.Write(body);
        to.Flush();
    }

    private static T? ReadFrame<T>(Stream from, JsonTypeInfo<T> type)
        where T : class
    {
        Span<byte> head = stackalloc byte[sizeof(int)];
        if (from.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > MaxFrame)
        {
            throw new InvalidDataException($"A frame of {length} bytes is not one of ours.");
        }

        var body = new byte[length];
        return from.ReadAtLeast(body, length, throwOnEndOfStream: false) < length ? null : JsonSerializer.Deserialize(body, type);
    }
}
