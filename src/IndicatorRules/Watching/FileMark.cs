using System.Security.Cryptography;

namespace IndicatorRules.Watching;

/// <summary>Tells whether files still hold what they held, by content.</summary>
internal static class FileMark
{
    /// <summary>One line per file; a file that cannot be read now counts as empty.</summary>
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
            // Being written; the reading that follows says what is wrong.
            return "";
        }
    }
}
