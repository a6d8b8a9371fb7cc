using System.Text.RegularExpressions;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Packaging.Packing;

/// <summary>Which paths a plugin's files may have: a short closed list, so that no other can lead out of its folder.</summary>
internal static partial class PluginPath
{
    private const int MaxLength = 180;

    /// <summary>Whether a plugin may hold a file of that path, and a package carry it.</summary>
    /// <param name="path">Within the plugin, with forward slashes.</param>
    internal static bool Belongs(string path) =>
        path.Length <= MaxLength && Place().IsMatch(path) && path.Split('/').All(PlainName.Is);

    [GeneratedRegex(@"^(scheme\.json|(README|CHANGELOG|LICENSE)[A-Za-z0-9._-]*|rules/[^/]+\.csx|cases/[^/]+\.json|extensions/([^/]+/){0,4}[^/]+\.(dll|json))\z")]
    private static partial Regex Place();
}
