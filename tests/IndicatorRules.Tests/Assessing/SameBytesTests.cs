using System.Globalization;
using IndicatorRules.Assessing;
using IndicatorRules.Facts;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>Same folder, facts and year: same bytes.</summary>
[Trait("Category", "Slow")]
public sealed class SameBytesTests
{
    private static readonly string Expected = JsonOf.Assessment(Hosts.Shared, Jingle.WhatIf);

    [Fact]
    public void Assess_Twice_GivesTheSameBytes() => Assert.Equal(Expected, JsonOf.Assessment(Hosts.Shared, Jingle.WhatIf));

    [Fact]
    public void Assess_OnAnotherHostWithItsOwnWorker_GivesTheSameBytes()
    {
        using var host = SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [Repo.Plugins], StoreDirectory = null });

        Assert.Equal(Expected, JsonOf.Assessment(host, FactsReader.ReadFile(Repo.Sample("jingle-2025-whatif")).OrThrow()));
    }

    [Fact]
    public void Assess_PluginsElsewhere_GivesTheSameBytes()
    {
        using var folder = TempFolder.WithPlugins();
        using var host = Hosts.Over(folder.Path);

        Assert.Equal(Expected, JsonOf.Assessment(host, Jingle.WhatIf));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Assess_UnderAnotherCulture_GivesTheSameBytes(string culture)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Hostile(culture);
            using var host = Hosts.Fresh();

            Assert.Equal(Expected, JsonOf.Assessment(host, FactsReader.ReadFile(Repo.Sample("jingle-2025-whatif")).OrThrow()));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [Fact]
    public void Assess_FromEightThreads_GivesNoWrongAnswer()
    {
        var calm = JsonOf.Assessment(Hosts.Shared, Jingle.Facts2022);
        var wrong = 0;
        var threads = Enumerable.Range(0, 8).Select(n => new Thread(() =>
        {
            for (var i = 0; i < 25; i++)
            {
                var (facts, expected) = (n + i) % 2 == 0 ? (Jingle.WhatIf, Expected) : (Jingle.Facts2022, calm);
                if (JsonOf.Assessment(Hosts.Shared, facts) != expected)
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Assess_AfterAnotherPlace_LeavesNothingOfIt()
    {
        using var host = Hosts.Fresh();
        var tiny = TinyFacts.Read(TinyFacts.Text).OrThrow();
        var alone = JsonOf.Assessment(host, tiny);
        JsonOf.Assessment(host, Jingle.WhatIf);

        Assert.Equal(alone, JsonOf.Assessment(host, tiny, new AssessOptions()));
    }

    // Where the machine has no culture data, at least signs and separators are not ours.
    private static CultureInfo Hostile(string name)
    {
        var culture = new CultureInfo(name, useUserOverride: false);
        culture.NumberFormat.NumberDecimalSeparator = "，";
        culture.NumberFormat.NegativeSign = "负";
        culture.NumberFormat.PositiveSign = "正";
        return culture;
    }
}
