using System.Security.Cryptography;

namespace IndicatorRules.Packaging.Tests.Support;

/// <summary>What a plugins directory holds, as hosts see it: every file but those in the folder that is worked in.</summary>
internal static class Snapshot
{
    internal static string Of(string directory) => !Directory.Exists(directory) ? "" : string.Join('\n', Directory
        .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(directory, f))
        .Where(f => !f.StartsWith(".indicator-rules", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(f => $"{f} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(directory, f))))}"));
}
