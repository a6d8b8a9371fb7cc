using System.Globalization;
using System.Text.RegularExpressions;

namespace IndicatorRules.Packaging.Packing;

/// <summary>Which paths a plugin's files may have: a short closed list, so that no other can lead out of its folder.</summary>
internal static partial class PluginPath
{
    private const int MaxLength = 180;

    // Devices on Windows, whatever follows the first point.
    private static readonly HashSet<string> Reserved = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. Enumerable.Range(0, 10).SelectMany(i => (string[])[$"COM{i}", $"LPT{i}"]),
            .. "¹²³".SelectMany(i => (string[])[$"COM{i}", $"LPT{i}"]),
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a plugin may hold a file of that path, and a package carry it.</summary>
    /// <param name="path">Within the plugin, with forward slashes.</param>
    internal static bool Belongs(string path) =>
        path.Length <= MaxLength && Place().IsMatch(path) && path.Split('/').All(IsPlainName);

    // A name that means one file on every system and shows what it is.
    private static bool IsPlainName(string name) =>
        name.Length > 0 && name[0] is not ('.' or ' ') && name[^1] is not ('.' or ' ')
        && !Reserved.Contains(name.Split('.')[0].TrimEnd())
        && name.IndexOfAny(['<', '>', ':', '"', '|', '?', '*', '\\', '%', '#', '~']) < 0
        && name.All(IsPlain);

    private static bool IsPlain(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    [GeneratedRegex(@"^(scheme\.json|(README|CHANGELOG|LICENSE)[A-Za-z0-9._-]*|rules/[^/]+\.csx|cases/[^/]+\.json|extensions/([^/]+/){0,4}[^/]+\.(dll|json))\z")]
    private static partial Regex Place();
}
