using System.Text.Json;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>A request as bytes, for its name alone: equal requests give equal bytes, others give others.</summary>
internal static class RequestBytes
{
    /// <summary>As it is sent, so that nothing the compiler is told can be missing from the name.</summary>
    internal static byte[] Of(CompileRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, CompileJson.Default.CompileRequest);
}
