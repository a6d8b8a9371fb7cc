using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.TestKit;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests;

/// <summary>Plugins on a mounted ConfigMap of Kubernetes: all entries are links, and an update replaces the folder behind them.</summary>
public sealed class MountedPluginTests : IDisposable
{
    private const string Share = "\"AtLeast(20)\"";

    private readonly TempFolder _folder = new();

    [Fact]
    public void Refresh_MountUpdated_TakesTheNewContentAndKeepsTheLastThatWorks()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var plugin in Directory.GetDirectories(Repo.Plugins))
        {
            Update(Path.GetFileName(plugin), "..first", "", "");
        }

        using var host = Hosts.Over(_folder.Path);
        Assert.Equal(8m, Margin(host));

        Update("national-revised", "..second", Share, "\"AtLeast(26)\"");
        Assert.Contains(host.Refresh().Changes, c => c is { Id: "national-revised", Kind: SchemeChangeKind.Replaced });
        Assert.Equal(2m, Margin(host));

        Update("national-revised", "..third", Share, "\"AtMuch(26)\"");
        Assert.Contains(host.Refresh().Changes, c => c is { Id: "national-revised", Kind: SchemeChangeKind.Refused });
        Assert.Equal(2m, Margin(host));
    }

    [Fact]
    public void Open_MountThatLeadsElsewhere_IsRejected()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var elsewhere = TempFolder.WithPlugins();
        Link(Path.Combine("county", "..data"), Path.Combine(elsewhere.Path, "national-revised"));
        Link(Path.Combine("county", "scheme.json"), "..data/scheme.json");

        using var host = Hosts.Over(_folder.Path);

        Assert.Contains(host.Catalog.Diagnostics, d => d.Id == DiagnosticCatalog.PluginLink.Id);
        Assert.Empty(host.Catalog.Available);
    }

    public void Dispose() => _folder.Dispose();

    private static decimal? Margin(SchemeHost host) =>
        host.Assess(Jingle.Facts2022, new AssessOptions { Scheme = "national-revised" }).OrThrow().Row(3).Margin;

    // As the kubelet does: a new folder, the link turned to it, the old folder removed.
    private void Update(string plugin, string content, string from, string to)
    {
        var mount = Path.Combine(plugin, "..data");
        var old = new FileInfo(_folder.In(mount)).LinkTarget;
        _folder.CopyFrom(Path.Combine(Repo.Plugins, plugin), Path.Combine(plugin, content));
        if (from.Length > 0)
        {
            _folder.Edit(Path.Combine(plugin, content, "scheme.json"), from, to);
        }

        if (old is null)
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(_folder.In(Path.Combine(plugin, content))))
            {
                Link(Path.Combine(plugin, Path.GetFileName(entry)), $"..data/{Path.GetFileName(entry)}");
            }
        }
        else
        {
            Directory.Delete(_folder.In(mount));
            Directory.Delete(_folder.In(Path.Combine(plugin, old)), recursive: true);
        }

        Link(mount, content);
    }

    private void Link(string name, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.In(name))!);
        File.CreateSymbolicLink(_folder.In(name), target);
    }
}
