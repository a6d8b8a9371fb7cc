using IndicatorRules.Reloading;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests;

/// <summary>A copy of a plugin that appears while the host runs.</summary>
public sealed class RefreshCopyTests
{
    [Fact]
    public void Refresh_CopyOfAVersionAppears_IsRefusedAndWhatWasThereStays()
    {
        using var folder = TempFolder.WithPlugins();
        using var second = TempFolder.WithPlugins();
        using var host = Hosts.Over(folder.Path);
        var (scheme, copy) = (Path.Combine(folder.Path, "national-revised"), Path.Combine(folder.Path, "another"));
        Directory.Move(Path.Combine(second.Path, "national-revised"), copy);

        var report = host.Refresh();

        Assert.Contains(report.Changes, c => c is { Id: "national-revised", Kind: SchemeChangeKind.Refused });
        Assert.Contains(report.Diagnostics, d =>
            d.Id == "IR3004" && $"{d}".Contains(scheme, StringComparison.Ordinal) && $"{d}".Contains(copy, StringComparison.Ordinal));
        Assert.Equal(38, host.Assess(Jingle.Facts2022).OrThrow().Indicators.Length);
        Directory.Delete(copy, recursive: true);
        Assert.Empty(host.Refresh().Diagnostics);
    }
}
