using System.Globalization;
using IndicatorRules.Compiler;
using IndicatorRules.Confinement.Tests.Support;
using IndicatorRules.Contract;
using IndicatorRules.Facts;

namespace IndicatorRules.Confinement.Tests;

/// <summary>What passes every gate ends by itself, in bounded memory, as a verdict.</summary>
public class RunTimeTests
{
    private const long MostBytes = 64L * 1024 * 1024;

    public static TheoryData<string> Hostile =>
    [
        "var x = Items.RedLine; return 1.0 / (Place.Terrain.Hill - Place.Terrain.Hill) > 1 ? x.AtLeast(1) : x.AtLeast(2);",
        "var big = 7922816251426433759354395033m;\nbig = big * Place.Terrain.Hill * big;\nreturn AtLeast(big);",
        "return AtLeast(Place.Terrain.Hill switch { < 0 => 1 });",
        "return Items.RedLine.NotReduced(since: YearsBack(Year * 1000000));",
        "return Items.RedLine.NotReduced(since: YearsBack(Year - Year));",
        "return Items.RedLine.About(7922816251426433759354395033m, within: 7922816251426433759354395033m * 10);",
        "return Items.RedLine.ChangeAtLeast(-7922816251426433759354395033m * 10);",
        Doubled("a{0} & a{0}"),
        Doubled("a{0} | a{0}"),
        Doubled("When(a{0}, a{0}, a{0})"),
        Doubled("(a{0} | Items.RedLine.AtLeast(2)) & (a{0} | Items.RedLine.AtLeast(3))"),
        Doubled("When(a{0} & Items.RedLine.AtLeast(2), a{0} | Items.RedLine.AtLeast(3), a{0})"),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Assess_HostileButAdmitted_EndsWithinItsMemory(string rule)
    {
        using var plugin = new RulePlugin(rule);
        using var host = SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [plugin.Folder], Compiler = new RuleCompiler() });
        var facts = FactsReader.ReadFile(plugin.FactsFile).OrThrow();
        _ = host.ValidateScheme(RulePlugin.Id).OrThrow();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var verdict = host.Assess(facts).OrThrow().Indicators.Single(i => i.Indicator.Id == RulePlugin.Indicator);
        Assert.InRange(verdict.Reasons(Language.Zh).Count(), 0, 10_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Assess_HostileIsolated_SaysTheSame(string rule)
    {
        using var plugin = new RulePlugin(rule);
        using var within = SchemeHost.Open(Options());
        using var isolated = SchemeHost.Open(Options(new IsolationOptions()));
        var facts = FactsReader.ReadFile(plugin.FactsFile).OrThrow();

        var expected = within.Assess(facts).OrThrow().Indicators.Single(i => i.Indicator.Id == RulePlugin.Indicator);
        var actual = isolated.Assess(facts).OrThrow().Indicators.Single(i => i.Indicator.Id == RulePlugin.Indicator);
        Assert.Equal((expected.Verdict, expected.Margin), (actual.Verdict, actual.Margin));
        Assert.All((Language[])[Language.Zh, Language.En], language => Assert.Equal(expected.Reasons(language), actual.Reasons(language)));

        SchemeHostOptions Options(IsolationOptions? isolation = null) =>
            new() { PluginDirectories = [plugin.Folder], Compiler = new RuleCompiler(), Isolation = isolation };
    }

    // Twice the last, again and again: few steps, and a power of two of reasons.
    private static string Doubled(string next) =>
        "var a0 = Items.RedLine.AtLeast(1);\n"
        + string.Concat(Enumerable.Range(0, 24).Select(i => $"var a{i + 1} = {string.Format(CultureInfo.InvariantCulture, next, i)};\n"))
        + "return a24;";
}
