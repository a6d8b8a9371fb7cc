using System.Security.Cryptography;

namespace IndicatorRules.Watching;

/// <summary>Detects changes of files by content.</summary>
internal static class FileMark
{
    /// <summary>One hash per file; a file that cannot be read counts as empty.</summary>
    internal static string Of(IEnumerable<string> files) => string.Join('\n', files.Select(Hash));

    private static string Hash(string file)
    {
        try
        {
            using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(content));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is being written; the reading that follows reports faults.
            return "";
        }
    }
}
