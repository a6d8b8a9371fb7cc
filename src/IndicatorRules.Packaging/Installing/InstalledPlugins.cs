using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Reading;
using Newtonsoft.Json.Linq;
using NuGet.Versioning;

namespace IndicatorRules.Packaging.Installing;

/// <summary>
/// Lists the plugins of a directory by the id and version in their <c>scheme.json</c>. Broken plugins are included if these can be read.
/// </summary>
internal static class InstalledPlugins
{
    internal static IEnumerable<(string Folder, string Id, NuGetVersion Version)> In(string directory)
    {
        if (!Directory.Exists(directory))
        {
            yield break;
        }

        foreach (var folder in Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal))
        {
            if (Identity(folder) is var (id, version))
            {
                yield return (folder, id, version);
            }
        }
    }

    private static (string Id, NuGetVersion Version)? Identity(string folder)
    {
        var file = Path.Combine(folder, SchemeReader.FileName);
        return File.Exists(file) && StrictJson.ReadFile(file).Value?.Root is JObject root
            && root["id"] is JValue { Value: string id } && root["version"] is JValue { Value: string text }
            && NuGetVersion.TryParseStrict(text, out var version)
            ? (id, version)
            : null;
    }
}
