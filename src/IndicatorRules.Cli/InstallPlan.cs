using System.Collections.Immutable;
using IndicatorRules.Packaging;
using IndicatorRules.Packaging.Feeds;
using IndicatorRules.Packaging.Installing;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli;

/// <summary>What is installed for one package, upper schemes first, and how each is checked: by the host, as if it stood there.</summary>
/// <param name="target">The plugins directory.</param>
/// <param name="feed">Where missing upper schemes come from; null where they are only told of.</param>
/// <param name="open">Opens a host on plugin folders.</param>
/// <param name="cancellationToken">Ends the work with an exception.</param>
internal sealed class InstallPlan(
    string target, PackageFeed? feed, Func<IReadOnlyList<string>, SchemeHost> open, CancellationToken cancellationToken)
{
    private readonly DiagnosticBag _bag = new();

    /// <summary>Upper schemes that are missing, and what is wrong with those found.</summary>
    internal ImmutableArray<Diagnostic> Diagnostics => _bag.ToImmutable();

    /// <summary>The packages to install in order; empty where an upper scheme was asked for and cannot be had.</summary>
    internal async Task<List<Package>> MakeAsync(Package package)
    {
        var packages = new List<Package>();
        await AddAsync(package, packages, [package.Id]);
        return _bag.HasErrors ? [] : packages;
    }

    internal Result<Installation> Install(Package package, bool replace) =>
        new PackageInstaller(target, folder => Verify(folder, package)).Install(package, replace);

    private async Task AddAsync(Package package, List<Package> packages, ImmutableHashSet<string> asking)
    {
        foreach (var absent in new PackageInstaller(target).Absent(package).Where(b => !asking.Contains(b.Id)))
        {
            if (packages.Exists(p => p.Id == absent.Id && absent.Range.Contains(p.Version)))
            {
                continue;
            }

            if (feed is null)
            {
                _bag.Add(DiagnosticCatalog.PackageUpperAbsent, new Location(package.FileName), package.Key, absent.Id, absent.Range.Text);
                continue;
            }

            var found = await feed.FindAsync(absent.Id, absent.Range, cancellationToken);
            _bag.AddRange(found.Diagnostics);
            if (found.Value is { } upper)
            {
                await AddAsync(upper, packages, asking.Add(absent.Id));
            }
        }

        packages.Add(package);
    }

    // Rules are compiled where all that they rest on is there.
    private ImmutableArray<Diagnostic> Verify(string folder, Package package)
    {
        if (!new PackageInstaller(target).Absent(package).IsEmpty)
        {
            return [];
        }

        var others = PluginFolder.In(target).Where(d => !PluginUnderTest.Holds(d, package.Id, package.Version));
        using var host = open([folder, .. others]);
        // Installing runs no extension; whether one is trusted is for those who judge with it.
        return [.. host.ValidateScheme(package.Key, cancellationToken).Diagnostics.Where(d => d.Id != DiagnosticCatalog.FunctionWithoutExtension.Id)];
    }
}
