using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Packaging.Reading;
using IndicatorRules.Packaging.Signing;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Packaging.Feeds;

/// <summary>A folder or NuGet feed that finds packages by id and version range and verifies them. Thread-safe.</summary>
public sealed class PackageFeed
{
    private readonly IPackageFeed _feed;
    private readonly ImmutableArray<TrustedKey> _trusted;

    private PackageFeed(IPackageFeed feed, ImmutableArray<TrustedKey> trusted)
    {
        _feed = feed;
        _trusted = trusted;
    }

    /// <summary>
    /// Opens a folder, or a feed by its https address. Plain http is accepted with trusted keys and on loopback addresses.
    /// </summary>
    /// <param name="source">The folder or address.</param>
    /// <param name="trusted">The keys of which one must have signed a package; empty if signatures are not required.</param>
    public static Result<PackageFeed> Open(string source, ImmutableArray<TrustedKey> trusted)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        var bag = new DiagnosticBag();
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            if (address.Scheme == "http" && trusted.IsEmpty && !address.IsLoopback)
            {
                bag.Add(DiagnosticCatalog.PackageFeedPlain, new Location(source), source);
            }

            return bag.ToResult<PackageFeed>(() => new(new HttpFeed(address), trusted));
        }

        if (!Directory.Exists(source))
        {
            bag.Add(DiagnosticCatalog.FileNotReadable, new Location(source), source);
        }

        return bag.ToResult<PackageFeed>(() => new(new FolderFeed(source), trusted));
    }

    /// <summary>Finds the highest version in a range and verifies it.</summary>
    /// <param name="id">The scheme's id.</param>
    /// <param name="range">The accepted versions; null for any version but a prerelease.</param>
    /// <param name="cancellationToken">Cancels the request with an <see cref="OperationCanceledException"/>.</param>
    public async Task<Result<Package>> FindAsync(string id, SchemeRange? range, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var bag = new DiagnosticBag();
        try
        {
            var versions = await _feed.VersionsAsync(id, cancellationToken);
            if (versions.Where(v => range?.Contains(v) ?? !v.IsPrerelease).Max() is { } version)
            {
                return Named(await _feed.FetchAsync(id, version, cancellationToken), id, version);
            }

            bag.Add(
                DiagnosticCatalog.PackageNotFound, new Location(_feed.Name), _feed.Name, ShownText.Of(id),
                range is null ? "" : $" {range.Text}");
        }
        catch (AnswerTooLongException e) when (e.Limit == PackageCaps.PackageBytes)
        {
            bag.Add(
                DiagnosticCatalog.PackageTooLarge, new Location(_feed.Name), ShownText.Of(id),
                new LocalizedText("程序包太大", "it has too many bytes"), $"{PackageCaps.PackageBytes}");
        }
        catch (AnswerTooLongException e)
        {
            bag.Add(DiagnosticCatalog.PackageFeedTooLong, new Location(_feed.Name), _feed.Name, $"{e.Limit}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            bag.Add(DiagnosticCatalog.PackageFeedFailed, new Location(_feed.Name), _feed.Name, ShownText.Of(e.Message));
        }

        return new(null, bag.ToImmutable());
    }

    // A feed may serve a different package under the requested name.
    private Result<Package> Named(byte[] bytes, string id, SchemeVersion version)
    {
        var name = Package.FileNameOf(id, version);
        var read = PackageReader.Read(bytes, name, _trusted);
        if (read.Value is not { } package || (package.Id == id && package.Version == version))
        {
            return read;
        }

        var bag = new DiagnosticBag();
        bag.Add(DiagnosticCatalog.PackageIdentity, new Location(name), name, package.Key, $"{id}@{version}");
        return new(null, bag.ToImmutable());
    }
}
