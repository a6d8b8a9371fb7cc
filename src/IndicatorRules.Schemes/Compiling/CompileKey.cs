using System.Security.Cryptography;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>Names a request by its content, so that equal requests are compiled once.</summary>
internal static class CompileKey
{
    /// <summary>SHA-256 over all of the request, in lower-case hexadecimal.</summary>
    internal static string Of(CompileRequest request) => Convert.ToHexStringLower(SHA256.HashData(RequestBytes.Of(request)));
}
