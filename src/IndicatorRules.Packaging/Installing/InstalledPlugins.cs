using System.Text.Json;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Packaging.Installing;

/// <summary>
/// Lists the plugins of a directory by the id and version in their <c>scheme.json</c>. Broken plugins are included if these can be read.
/// </summary>
internal static class InstalledPlugins
{
    internal static IEnumerable<(string Folder, string Id, SchemeVersion Version)> In(string directory)
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

    private static (string Id, SchemeVersion Version)? Identity(string folder)
    {
        var file = Path.Combine(folder, PluginFolder.SchemeFile);
        return File.Exists(file) && JsonText.ReadFile(file).Value?.ToElement() is { ValueKind: JsonValueKind.Object } root
            && Text(root, "id") is { } id && Text(root, "version") is { } text && SchemeVersion.TryParse(text, out var version)
            ? (id, version)
            : null;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
