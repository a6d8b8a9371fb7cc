using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests;

public sealed class SchemeHostTests
{
    private const string National = "national-revised/scheme.json";

    [Fact]
    public void Assess_ThresholdEditedInThePlugin_JudgesByTheNewOne()
    {
        using var folder = TempFolder.WithPlugins();
        folder.Edit(National, "AtLeast(20)", "AtLeast(30)");
        using var host = Hosts.Over(folder.Path);

        var assessment = host.Assess(Jingle.Facts2022).OrThrow();

        Assert.Equal(Status.NotMet, assessment.Row(3).Status);
        Assert.Equal(-2m, assessment.Row(3).Margin);
        Assert.Equal([1, 3], assessment.Rows(v => v.Status == Status.NotMet));
        Assert.Contains(assessment.Row(3).Reasons(Language.Zh), r => r.Contains("以国家要求为准", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_RuleThatFails_MakesItsOwnVerdictAloneUndetermined()
    {
        using var folder = TempFolder.WithPlugins();
        folder.Edit(National, "\"AtLeast(20)\"", "\"AtLeast(20.0 / (Place.Terrain.Plain - Place.Terrain.Plain))\"");
        using var host = Hosts.Over(folder.Path);

        var assessment = host.Assess(Jingle.Facts2022, new AssessOptions { Scheme = "jingle-county" }).OrThrow();

        Assert.Equal([3], assessment.Rows(v => v.Status == Status.Undetermined));
        Assert.Contains(assessment.Row(3).Reasons(Language.Zh), r => r.Contains("规则出错：除以零", StringComparison.Ordinal));
        Assert.Equal(
            Jingle.Assess2022().Indicators.Where(v => v.Indicator.WholeNumber != 3).Select(v => v.Verdict),
            assessment.Indicators.Where(v => v.Indicator.WholeNumber != 3).Select(v => v.Verdict));
    }

    [Theory]
    [InlineData("AtLeast(Place.Terrain.Plain * 9999999999999999999999999999m * 1000)")]
    [InlineData("Place.Climate switch { Climate.Arid => AtLeast(20) }")]
    [InlineData("Value > 27.5m ? When(MoreThan(1), AtMost(1.0 / (Year - 2022)), otherwise: AtLeast(2)) : AtLeast(1)")]
    public void Assess_RuleThatThrows_NeverThrowsAtTheCaller(string rule)
    {
        using var folder = TempPlugin.Named("throwing");
        folder.Edit("scheme.json", "\"rule\": \"AtLeast(20)\"", $"\"rule\": \"{rule}\"");
        using var host = Hosts.Over(folder.Path);
        var facts = TinyFacts.Read(TinyFacts.Text).OrThrow();

        var verdict = host.Assess(facts, new AssessOptions { Scheme = "throwing" }).OrThrow().Row(3);

        Assert.Equal((Status.Undetermined, (Basis?)null), (verdict.Status, verdict.Basis));
        Assert.All(verdict.Reasons(Language.Zh), r => Assert.DoesNotContain("Exception", r, StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_BranchOnAMissingFigure_IsUndeterminedAndNamesIt()
    {
        using var folder = TempPlugin.Named("branching");
        folder.Edit("scheme.json", "\"rule\": \"AtLeast(20)\"", "\"rule\": \"Value > 60 ? AtLeast(1) : AtLeast(2)\"");
        using var host = Hosts.Over(folder.Path);
        var facts = TinyFacts.Read(TinyFacts.With("\"value\": 28", "\"value\": \"-\", \"met\": true")).OrThrow();

        var verdict = host.Assess(facts, new AssessOptions { Scheme = "branching" }).OrThrow().Row(3);

        Assert.Equal(Status.Undetermined, verdict.Status);
        Assert.Contains(verdict.Reasons(Language.Zh), r => r.Contains("没有填报 2022 年的数值，要求 ＞60%", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_Cancelled_Throws()
    {
        using var host = Hosts.Fresh();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => host.Assess(Jingle.Facts2022, cancellationToken: cancelled.Token));

        host.Assess(Jingle.Facts2022).OrThrow();
        Assert.ThrowsAny<OperationCanceledException>(() => host.Assess(Jingle.Facts2022, cancellationToken: cancelled.Token));
    }

    [Theory]
    [InlineData("jingle-conty", "IR3001", "jingle-county")]
    [InlineData("jingle-county@[9.0.0,10.0.0)", "IR3002", null)]
    [InlineData("jingle-county@^1", "IR2006", null)]
    [InlineData("jingle-county@", "IR2006", null)]
    [InlineData("", "IR3001", null)]
    public void Check_SchemeNotThere_IsSaid(string asked, string id, string? suggestion)
    {
        var result = Hosts.Shared.ValidateScheme(asked);

        Assert.False(result.Succeeded);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal((id, suggestion), (diagnostic.Id, diagnostic.Suggestion));
    }

    [Theory]
    [InlineData("jingle-county")]
    [InlineData("jingle-county@1.0.0")]
    [InlineData("shanxi-trial@[1.0.0,2.0.0)")]
    [InlineData("national-revised")]
    public void Check_ShippedScheme_HasNothingToSay(string asked)
    {
        var result = Hosts.Shared.ValidateScheme(asked);

        Assert.True(result.Succeeded);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void Open_BrokenPluginBesideGoodOnes_IsNoObstacle()
    {
        using var folder = TempFolder.WithPlugins();
        folder.Write("broken/scheme.json", "{ \"id\": ");
        using var host = Hosts.Over(folder.Path);

        Assert.Equal("IR1006", Assert.Single(host.Catalog.Diagnostics).Id);
        Assert.True(host.Assess(Jingle.Facts2022).Succeeded);
    }

    [Fact]
    public void Assess_RuleMisspelt_IsToldAtItsLineAndRepairedWithoutRestart()
    {
        using var folder = TempPlugin.Named("misspelt");
        folder.Edit("scheme.json", "Items.Straw.AtLeast(90)", "Items.Strw.AtLeast(90)");
        using var host = Hosts.Over(folder.Path);

        var diagnostic = Assert.Single(host.ValidateScheme("misspelt").Diagnostics);

        var lines = File.ReadAllLines(Path.Combine(folder.Path, "scheme.json"));
        Assert.Equal(("IR4003", "Straw"), (diagnostic.Id, diagnostic.Suggestion));
        Assert.Equal("Strw", lines[diagnostic.Location.Line - 1].Substring(diagnostic.Location.Column - 1, 4));
    }
}
