using System.Collections.Immutable;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;
using Newtonsoft.Json.Linq;
using NuGet.Versioning;

namespace IndicatorRules.Packaging.Reading;

/// <summary>Reads the <c>scheme.json</c> of a package: compares its identity with the manifest and lists its upper schemes.</summary>
internal static class PackedScheme
{
    internal static ImmutableArray<UpperReference> Read(PackageManifest manifest, PackageFile scheme, string name, DiagnosticBag bag)
    {
        var text = StrictJson.Read(scheme.Bytes.ToArray(), $"{name}/{SchemeReader.FileName}");
        bag.AddRange(text.Diagnostics);
        if (text.Value is not { } json)
        {
            return [];
        }

        SchemaFile.Scheme.Validate(json, bag);
        if (bag.HasErrors)
        {
            return [];
        }

        var root = (JObject)json.Root;
        var (id, version) = (root.Text("id"), root.Text("version"));
        if (id != manifest.Id || !NuGetVersion.TryParseStrict(version, out var parsed) || parsed != manifest.Version)
        {
            bag.Add(
                DiagnosticCatalog.PackageIdentity, json.At(root["id"]), SchemeReader.FileName, ShownText.Of($"{id}@{version}"),
                $"{manifest.Id}@{manifest.Version.ToNormalizedString()}");
        }

        return [.. root.Objects("extends").SelectMany(e => Upper(e, json))];
    }

    // An invalid range is reported later, when the whole scheme is validated before installation.
    private static IEnumerable<UpperReference> Upper(JObject asked, JsonText json) =>
        SchemeRange.TryParse(asked.Text("version"), out var range)
            ? [new UpperReference(asked.Text("id"), range, json.At(asked["id"]))]
            : [];
}
