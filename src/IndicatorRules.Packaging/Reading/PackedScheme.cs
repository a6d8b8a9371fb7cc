using System.Collections.Immutable;
using System.Text.Json;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Packaging.Reading;

/// <summary>Reads the <c>scheme.json</c> of a package: compares its identity with the manifest and lists its upper schemes.</summary>
internal static class PackedScheme
{
    internal static ImmutableArray<SchemeName> Read(PackageManifest manifest, PackageFile scheme, string name, DiagnosticBag bag)
    {
        var text = JsonText.Read(scheme.Bytes.ToArray(), $"{name}/{PluginFolder.SchemeFile}", "scheme");
        bag.AddRange(text.Diagnostics);
        if (text.Value is not { } json || bag.HasErrors)
        {
            return [];
        }

        var root = json.ToElement();
        var (id, version) = (Text(root, "id"), Text(root, "version"));
        if (id != manifest.Id || !SchemeVersion.TryParse(version, out var parsed) || parsed != manifest.Version)
        {
            bag.Add(
                DiagnosticCatalog.PackageIdentity, json.At("id"), PluginFolder.SchemeFile, ShownText.Of($"{id}@{version}"),
                $"{manifest.Id}@{manifest.Version}");
        }

        return root.TryGetProperty("extends", out var extends)
            ? [.. extends.EnumerateArray().SelectMany(Upper)]
            : [];
    }

    // An invalid range is reported later, when the whole scheme is validated before installation.
    private static IEnumerable<SchemeName> Upper(JsonElement asked) =>
        SchemeRange.TryParse(Text(asked, "version"), out var range) ? [new SchemeName(Text(asked, "id"), range)] : [];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
