using System.Security.Cryptography;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting.Caching;

/// <summary>Who a compiler is, told from its files.</summary>
internal static class CompilerFolder
{
    // What is made together with this program and has no version of its own; the rest is named by the list of dependencies.
    private static readonly string[] OwnAssemblies = ["IndicatorRules.Compiler", "IndicatorRules.Contract", "IndicatorRules.Schemes"];

    /// <summary>
    /// A hash over the list of the compiler's dependencies, which names each package with its version and hash, and the module
    /// versions of our own assemblies; null when it cannot be told. A deterministic build gives a module its version from all that it
    /// holds, embedded lists included, so the files themselves, some twelve megabytes, need not be read.
    /// </summary>
    internal static string? Identity(string folder)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(File.ReadAllBytes(Path.Combine(folder, OwnAssemblies[0] + ".deps.json")));
            foreach (var assembly in OwnAssemblies)
            {
                hash.AppendData(ModuleVersion.OfFile(Path.Combine(folder, assembly + ".dll")).ToByteArray());
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
