using System.Text.RegularExpressions;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Packaging.Signing;

namespace IndicatorRules.Packaging.Reading;

/// <summary>
/// The entries that a package may contain: the plugin's files, manifest and signature, and the files of every NuGet package.
/// </summary>
internal static partial class PackageEntries
{
    internal static bool Allows(string name) =>
        name is PackageManifest.FileName or PackageSignature.FileName || Nuget().IsMatch(name)
        || (name.StartsWith(Package.Folder, StringComparison.Ordinal) && PluginPath.Belongs(name[Package.Folder.Length..]));

    // Feeds add `.signature.p7s` when they sign. None of these files is installed.
    [GeneratedRegex(@"^(\[Content_Types\]\.xml|_rels/\.rels|[a-z0-9-]+\.nuspec"
        + @"|package/services/metadata/core-properties/[A-Za-z0-9]+\.psmdcp|\.signature\.p7s)\z")]
    private static partial Regex Nuget();
}
