using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests;

/// <summary>Refreshed while others judge: everyone ends on what they began with, and nothing old is held.</summary>
[Trait("Category", "Slow")]
public sealed class RefreshUnderUseTests : RefreshBench
{
    [Fact]
    public void OpenRun_RefreshedMeanwhile_EndsOnWhatItBeganWith()
    {
        using var run = Host.OpenRun("national-revised").OrThrow();
        run.Turn(Facts, new DiagnosticBag());
        Plugins.Edit(National, Share, "\"AtLeast(90)\"");
        Host.Refresh();
        var statuses = new Statuses[run.Scheme.Indicators.Length];

        run.Judge(Facts.Facts, 2022, statuses);

        Assert.Equal(Status.Met, statuses[run.Scheme.Indicators.IndexOf(run.Scheme.Find("eco-appraisal-share")!)].Proven);
        Assert.Equal(-62m, Margin("national-revised"));
    }

    [Fact]
    public void Refresh_WhileOthersJudge_NoVerdictMixesTwoStates()
    {
        var (ended, mixed, judged) = (false, 0, 0);
        var threads = Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            while (!Volatile.Read(ref ended))
            {
                // The county's title is of the same state as the nation's threshold, or the lineage is torn.
                var assessment = Host.Assess(Facts).OrThrow();
                var title = assessment.Scheme.Title.En;
                var expected = title.StartsWith('#')
                    ? Math.Min(8m, 8m - int.Parse(title[1..], System.Globalization.CultureInfo.InvariantCulture)) : 8m;
                Interlocked.Add(ref mixed, assessment.Row(3).Margin == expected ? 0 : 1);
                Interlocked.Increment(ref judged);
            }
        })).ToList();
        var (nation, county) = (
            File.ReadAllText(Path.Combine(Plugins.Path, National)), File.ReadAllText(Path.Combine(Plugins.Path, County)));
        var title = Host.Catalog.Resolve("jingle-county").OrThrow().Title.En;
        Assert.Contains($"\"{title}\"", county, StringComparison.Ordinal);
        threads.ForEach(t => t.Start());
        for (var i = 1; i <= 12; i++)
        {
            Plugins.Write(National, nation.Replace(Share, $"\"AtLeast({20 + i})\"", StringComparison.Ordinal));
            Plugins.Write(County, county.Replace($"\"{title}\"", $"\"#{i}\"", StringComparison.Ordinal));
            Assert.Empty(Host.Refresh().Diagnostics);
        }

        Volatile.Write(ref ended, true);
        threads.ForEach(t => t.Join());
        Assert.Equal(0, mixed);
        Assert.True(judged > 0);
    }
}
