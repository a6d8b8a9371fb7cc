using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Packaging.Feeds;

/// <summary>A source of packages by id and version.</summary>
internal interface IPackageFeed
{
    /// <summary>The feed's name in diagnostics.</summary>
    string Name { get; }

    /// <summary>All versions of a package, in no particular order.</summary>
    Task<IReadOnlyList<SchemeVersion>> VersionsAsync(string id, CancellationToken cancellationToken);

    /// <summary>A package's bytes. Stops reading once they exceed the limit of a package.</summary>
    Task<byte[]> FetchAsync(string id, SchemeVersion version, CancellationToken cancellationToken);
}
