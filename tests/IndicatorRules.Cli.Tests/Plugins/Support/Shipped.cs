using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Plugins.Tests.Support;

/// <summary>The shipped plugins.</summary>
internal static class Shipped
{
    internal static string Folder { get; } = Repo.Plugins;

    internal static TheoryData<string> Ids =>
        [.. Directory.EnumerateDirectories(Folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    internal static Scheme Resolve(string id) => SchemeCatalog.Discover(Folder).Resolve(id).OrThrow();
}
