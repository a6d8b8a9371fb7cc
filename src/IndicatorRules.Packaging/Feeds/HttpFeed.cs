using IndicatorRules.Packaging.Reading;
using NuGet.Common;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace IndicatorRules.Packaging.Feeds;

/// <summary>A NuGet feed, version 3. Nothing is cached, and no configuration or credential of this machine is used.</summary>
internal sealed class HttpFeed(Uri address) : IPackageFeed
{
    private readonly SourceRepository _repository = Repository.Factory.GetCoreV3(address.AbsoluteUri);

    public string Name => address.AbsoluteUri;

    public async Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id, CancellationToken cancellation)
    {
        using var cache = Fresh();
        var found = await FinderAsync(cancellation);
        return [.. await found.GetAllVersionsAsync(id, cache, NullLogger.Instance, cancellation)];
    }

    public async Task<byte[]> FetchAsync(string id, NuGetVersion version, CancellationToken cancellation)
    {
        using var cache = Fresh();
        await using var buffer = new CappedBuffer(PackageCaps.PackageBytes);
        var found = await FinderAsync(cancellation);
        var came = await found.CopyNupkgToStreamAsync(id, version, buffer, cache, NullLogger.Instance, cancellation);
        // The client tries again, then says that nothing came; what it met was the end of the buffer.
        return buffer.IsFull ? throw new PackageTooLargeException()
            : came ? buffer.ToArray()
            : throw new IOException($"{id} {version} was listed and is not there.");
    }

    private async Task<FindPackageByIdResource> FinderAsync(CancellationToken cancellation) =>
        await _repository.GetResourceAsync<FindPackageByIdResource>(cancellation) ?? throw new IOException("It is no NuGet feed.");

    private static SourceCacheContext Fresh() => new() { NoCache = true, DirectDownload = true };
}
