using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;

namespace IndicatorRules.Scripting.Caching;

/// <summary>Who a compiler is, told from its files.</summary>
internal static class CompilerFolder
{
    /// <summary>
    /// A hash over the name and the module version of every assembly in the folder; null when it cannot be told. A
    /// deterministic build gives a module its version from all that it holds, embedded lists included, so the files
    /// themselves, some twelve megabytes, need not be read.
    /// </summary>
    internal static string? Identity(string folder)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file) + '\0'));
                hash.AppendData(ModuleVersion(file).ToByteArray());
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Guid ModuleVersion(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var pe = new PEReader(stream);
        var reader = pe.GetMetadataReader();
        return reader.GetGuid(reader.GetModuleDefinition().Mvid);
    }
}
