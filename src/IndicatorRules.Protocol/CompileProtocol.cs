using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IndicatorRules.Protocol;

/// <summary>The messages between host and compile worker: JSON in length-prefixed frames over the worker's pipes.</summary>
internal static class CompileProtocol
{
    /// <summary>The maximum size of a frame in bytes.</summary>
    public const int MaxFrame = Frame.Largest;

    /// <summary>Sends a request.</summary>
    public static void Write(Stream to, CompileRequest request) => WriteFrame(to, request, CompileJson.Default.CompileRequest);

    /// <summary>Sends a response.</summary>
    public static void Write(Stream to, CompileResponse response) => WriteFrame(to, response, CompileJson.Default.CompileResponse);

    /// <summary>Reads the next request; null once the other side has closed the pipe.</summary>
    public static CompileRequest? ReadRequest(Stream from) => ReadFrame(from, CompileJson.Default.CompileRequest);

    /// <summary>Reads the next response; null once the other side has closed the pipe.</summary>
    public static CompileResponse? ReadResponse(Stream from) => ReadFrame(from, CompileJson.Default.CompileResponse);

    private static void WriteFrame<T>(Stream to, T message, JsonTypeInfo<T> type) =>
        Frame.Write(to, JsonSerializer.SerializeToUtf8Bytes(message, type));

    private static T? ReadFrame<T>(Stream from, JsonTypeInfo<T> type)
        where T : class => Frame.Read(from) is { } body
            ? JsonSerializer.Deserialize(body, type) ?? throw new InvalidDataException("A frame is empty.")
            : null;
}

/// <summary>Identifies requests by content, so that equal ones are compiled once.</summary>
internal static class CompileKey
{
    /// <summary>SHA-256 over the whole request, in lower-case hexadecimal.</summary>
    internal static string Of(CompileRequest request)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(request, CompileJson.Default.CompileRequest);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}

/// <summary>The JSON metadata of the messages, generated at build time so that a worker starts without reflection.</summary>
/// <remarks>Metadata only: the generated serializers would turn a missing image into an empty one.</remarks>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CompileRequest))]
[JsonSerializable(typeof(CompileResponse))]
internal sealed partial class CompileJson : JsonSerializerContext
{
}
