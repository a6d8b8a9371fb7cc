using System.Collections.Immutable;
using IndicatorRules.Packaging;
using IndicatorRules.Packaging.Feeds;
using IndicatorRules.Packaging.Installing;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Cli;

/// <summary>The packages to install for one package, upper schemes first. The host validates each as if it were installed.</summary>
/// <param name="target">The plugins directory.</param>
/// <param name="feed">The source of missing upper schemes; null to only report them.</param>
/// <param name="session">Opens the hosts.</param>
internal sealed class InstallPlan(string target, PackageFeed? feed, Session session)
{
    private readonly DiagnosticBag _bag = new();

    /// <summary>The missing upper schemes, and the errors of those found.</summary>
    internal ImmutableArray<Diagnostic> Diagnostics => _bag.ToImmutable();

    /// <summary>The packages to install, in order; empty if an upper scheme that should be installed too cannot be.</summary>
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
            if (packages.Exists(p => absent.Names(p.Id, p.Version)))
            {
                continue;
            }

            if (feed is null)
            {
                _bag.Add(DiagnosticCatalog.PackageUpperAbsent, new Location(package.FileName), package.Key, absent.Id, $"{absent.Range}");
                continue;
            }

            var found = await feed.FindAsync(absent.Id, absent.Range, session.CancellationToken);
            _bag.AddRange(found.Diagnostics);
            if (found.Value is { } upper)
            {
                await AddAsync(upper, packages, asking.Add(absent.Id));
            }
        }

        packages.Add(package);
    }

    // Rules can only be compiled when all upper schemes are installed.
    private ImmutableArray<Diagnostic> Verify(string folder, Package package)
    {
        if (!new PackageInstaller(target).Absent(package).IsEmpty)
        {
            return [];
        }

        var others = PluginFolder.In(target).Where(d => !PluginUnderTest.Holds(d, package.Id, package.Version));
        using var host = session.OpenHost([folder, .. others]);
        // Installing runs no extension; to trust one is up to the user who judges with it.
        var validated = host.ValidateScheme(package.Key, session.CancellationToken);
        return [.. validated.Diagnostics.Where(d => d.Id != DiagnosticCatalog.FunctionWithoutExtension.Id)];
    }
}
