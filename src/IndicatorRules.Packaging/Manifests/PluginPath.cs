using System.Text.RegularExpressions;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Packaging.Manifests;

/// <summary>The paths that a plugin's files may have: a closed list, so that no path leads out of the plugin's folder.</summary>
internal static partial class PluginPath
{
    private const int MaxLength = 180;

    /// <summary>Whether a plugin may contain a file at this path.</summary>
    /// <param name="path">The path within the plugin, with forward slashes.</param>
    internal static bool Belongs(string path) =>
        path.Length <= MaxLength && Place().IsMatch(path) && path.Split('/').All(PlainFile.IsPortableName);

    [GeneratedRegex(@"^(scheme\.json|(README|CHANGELOG|LICENSE)[A-Za-z0-9._-]*|rules/[^/]+\.csx|cases/[^/]+\.json"
        + @"|facts\.json|facts/[^/]+\.json|extensions/([^/]+/){0,4}[^/]+\.(dll|json))\z")]
    private static partial Regex Place();
}
