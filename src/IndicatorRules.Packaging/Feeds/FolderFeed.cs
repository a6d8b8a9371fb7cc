using IndicatorRules.Packaging.Reading;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Packaging.Feeds;

/// <summary>A package feed in a folder. Id and version come from the file names: <c>id.version.nupkg</c>.</summary>
internal sealed class FolderFeed(string folder) : IPackageFeed
{
    private const string Extension = ".nupkg";

    public string Name => folder;

    public Task<IReadOnlyList<SchemeVersion>> VersionsAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SchemeVersion>>([.. Files(id).Select(f => f.Version)]);

    public Task<byte[]> FetchAsync(string id, SchemeVersion version, CancellationToken cancellationToken)
    {
        return Task.FromResult(PlainFile.Read(Files(id).First(f => f.Version == version).Path, PackageCaps.PackageBytes));
    }

    private IEnumerable<(string Path, SchemeVersion Version)> Files(string id)
    {
        foreach (var path in PlainFile.In(folder, Extension))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (name.StartsWith(id + ".", StringComparison.OrdinalIgnoreCase)
                && SchemeVersion.TryParse(name[(id.Length + 1)..], out var version))
            {
                yield return (path, version);
            }
        }
    }
}
