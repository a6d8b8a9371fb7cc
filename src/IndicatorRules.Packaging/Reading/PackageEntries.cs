using System.Text.RegularExpressions;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Packaging.Packing;
using IndicatorRules.Packaging.Signing;

namespace IndicatorRules.Packaging.Reading;

/// <summary>What may stand in a package: the plugin's files, our two, and what every NuGet package holds.</summary>
internal static partial class PackageEntries
{
    internal static bool Allows(string name) =>
        name is PackageManifest.FileName or PackageSignature.FileName || Nuget().IsMatch(name)
        || (name.StartsWith(Package.Folder, StringComparison.Ordinal) && PluginPath.Belongs(name[Package.Folder.Length..]));

    // The last is what a feed adds when it signs for itself. None of these is installed.
    [GeneratedRegex(@"^(\[Content_Types\]\.xml|_rels/\.rels|[a-z0-9-]+\.nuspec|package/services/metadata/core-properties/[A-Za-z0-9]+\.psmdcp|\.signature\.p7s)\z")]
    private static partial Regex Nuget();
}
