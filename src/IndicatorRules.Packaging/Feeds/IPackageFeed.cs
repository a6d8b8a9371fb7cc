using NuGet.Versioning;

namespace IndicatorRules.Packaging.Feeds;

/// <summary>Where packages are found by name.</summary>
internal interface IPackageFeed
{
    /// <summary>What diagnostics call it.</summary>
    string Name { get; }

    /// <summary>The versions that it has of a package, in no order.</summary>
    Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id, CancellationToken cancellationToken);

    /// <summary>A package's bytes, at most one more than a package may have.</summary>
    Task<byte[]> FetchAsync(string id, NuGetVersion version, CancellationToken cancellationToken);
}
