using System.Globalization;

namespace IndicatorRules.Schemes.Files;

/// <summary>Validates file names that mean the same file on every system.</summary>
internal static class PlainName
{
    // Device names on Windows, whatever follows the first dot.
    private static readonly HashSet<string> Reserved = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. Enumerable.Range(0, 10).SelectMany(i => (string[])[$"COM{i}", $"LPT{i}"]),
            .. "¹²³".SelectMany(i => (string[])[$"COM{i}", $"LPT{i}"]),
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the name is valid and means the same file on every system.</summary>
    internal static bool Is(string name) =>
        name.Length > 0 && name[0] is not ('.' or ' ') && name[^1] is not ('.' or ' ')
        && !IsReserved(name)
        && name.IndexOfAny(['<', '>', ':', '"', '|', '?', '*', '\\', '/', '%', '#', '~']) < 0
        && name.All(IsPlain);

    /// <summary>Whether the name is a device on Windows.</summary>
    internal static bool IsReserved(string name) => Reserved.Contains(name.Split('.')[0].TrimEnd());

    private static bool IsPlain(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
