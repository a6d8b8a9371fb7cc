using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IndicatorRules.Protocol;

/// <summary>How host and compile worker speak: frames of a four-byte length and JSON, over the worker's pipes.</summary>
internal static class CompileProtocol
{
    /// <summary>The largest frame either side accepts, in bytes.</summary>
    public const int MaxFrame = Frame.Largest;

    /// <summary>Sends a request.</summary>
    public static void Write(Stream to, CompileRequest request) => WriteFrame(to, request, CompileJson.Default.CompileRequest);

    /// <summary>Sends a response.</summary>
    public static void Write(Stream to, CompileResponse response) => WriteFrame(to, response, CompileJson.Default.CompileResponse);

    /// <summary>The next request; null when the other side has closed the pipe.</summary>
    public static CompileRequest? ReadRequest(Stream from) => ReadFrame(from, CompileJson.Default.CompileRequest);

    /// <summary>The next response; null when the other side has closed the pipe.</summary>
    public static CompileResponse? ReadResponse(Stream from) => ReadFrame(from, CompileJson.Default.CompileResponse);

    private static void WriteFrame<T>(Stream to, T message, JsonTypeInfo<T> type) =>
        Frame.Write(to, JsonSerializer.SerializeToUtf8Bytes(message, type));

    private static T? ReadFrame<T>(Stream from, JsonTypeInfo<T> type)
        where T : class => Frame.Read(from) is { } body
            ? JsonSerializer.Deserialize(body, type) ?? throw new InvalidDataException("A frame holds nothing.")
            : null;
}

/// <summary>Names a request by its content, so that equal requests are compiled once.</summary>
internal static class CompileKey
{
    /// <summary>SHA-256 over all of the request, in lower-case hexadecimal.</summary>
    internal static string Of(CompileRequest request) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, CompileJson.Default.CompileRequest)));
}

/// <summary>The JSON of the frames, generated at build so that a worker starts without reflection.</summary>
/// <remarks>Metadata alone: the generated writers would turn a missing image into an empty one.</remarks>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CompileRequest))]
[JsonSerializable(typeof(CompileResponse))]
internal sealed partial class CompileJson : JsonSerializerContext
{
}
