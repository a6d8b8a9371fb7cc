using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>A scheme's conclusion over whole facts files.</summary>
public sealed class ConclusionTests
{
    private static readonly string Plugin = Path.Combine(Repo.Root, "tests", "corpus", "good", "conclusion");

    [Theory]
    [InlineData(30, 85, 90, 90, "Excellent", 100)]
    [InlineData(30, 85, 80, 90, "Good", 80)]
    [InlineData(30, 70, 90, 90, "Qualified", 70)]
    [InlineData(19, 85, 90, 90, "Failed", 60)]
    public void Assess_AllKnown_GivesGradeAndPoints(int cover, int days, int sewage, int waste, string grade, int points)
    {
        var conclusion = Assess(Facts($"{cover}", $"{days}", $"{sewage}", $"{waste}"));
        Assert.Equal((grade, (decimal?)points, false), (conclusion.Grade?.Id, conclusion.Points?.Low, conclusion.IsUndetermined));
    }

    [Fact]
    public void Assess_OpenRow_LiesBetween_AndNamesTheRow()
    {
        var conclusion = Assess(Facts("30", "85", "\"-\"", "90"));
        Assert.Equal(("Good", "Excellent", null), (conclusion.LeastGrade?.Id, conclusion.MostGrade?.Id, conclusion.Grade));
        Assert.Equal((80m, 100m), (conclusion.Points?.Low, conclusion.Points?.High));
        Assert.Equal("sewage", Assert.Single(conclusion.DecidedBy));
        Assert.Contains("总评：无法判定，介于“良好”和“优秀”之间", conclusion.Reasons(Language.Zh));
        Assert.Contains("取决于第 3 项的判定", conclusion.Reasons(Language.Zh));
        Assert.Contains("Conclusion: undetermined, between “Good” and “Excellent”", conclusion.Reasons(Language.En));
        Assert.Contains("Decided by the verdicts of row 3", conclusion.Reasons(Language.En));
    }

    [Fact]
    public void Assess_Veto_SaysWhy()
    {
        var reasons = Assess(Facts("19", "85", "90", "90")).Reasons(Language.Zh).ToList();
        Assert.Contains(reasons, r => r.StartsWith("一票否决：“林草覆盖率”未达标；生态空间未达标数 1 ＞ 0（第 1 项）", StringComparison.Ordinal));
        Assert.Contains(Assess(Facts("30", "70", "90", "90")).Reasons(Language.Zh), r => r.StartsWith("最高只评“合格”：空气质量未达标，“优良天数比例”未达标", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_MeasuredEvidence_LeavesDeclaredRowsOpen()
    {
        var facts = Facts("30", "85", "\"-\", \"met\": true", "90");
        Assert.Equal("Excellent", Assess(facts).Grade?.Id);
        Assert.Null(Assess(facts, Evidence.Measured).Grade);
    }

    [Fact]
    public void Assess_WithoutReasons_ConcludesTheSame()
    {
        using var host = Hosts.Over(Plugin);
        var assessed = host.Assess(Facts("30", "85", "80", "90"), new AssessOptions { WithReasons = false }).OrThrow();
        Assert.Equal("Good", assessed.Conclusion!.Grade?.Id);
    }

    [Fact]
    public void Assess_ScriptFails_TouchesNoVerdict()
    {
        using var folder = new TempFolder();
        folder.CopyFrom(Plugin);
        folder.Write("rules/conclusion.csx", "return Conclude(Points / (Met - Met));");
        using var host = Hosts.Over(folder.Path);
        var assessed = host.Assess(Facts("30", "85", "80", "90")).OrThrow();

        Assert.Equal(3, assessed.Summary.All.Met);
        Assert.True(assessed.Conclusion!.IsUndetermined);
        Assert.Null(assessed.Conclusion.Grade);
        Assert.Equal(["总评：无法判定，脚本出错：除以零"], assessed.Conclusion.Reasons(Language.Zh));
    }

    [Fact]
    public void Assess_SchemeThatExtends_DoesNotTakeTheConclusionOver()
    {
        using var folder = new TempFolder();
        folder.CopyFrom(Plugin);
        using var lower = new TempFolder();
        lower.Write("scheme.json", """
            { "$schema": "scheme.schema.json", "id": "lower", "version": "1.0.0", "contract": "[1.0.0,2.0.0)", "title": "下级", "issuer": "乡", "level": "county",
              "source": { "document": "乡规划" }, "extends": [{ "id": "main", "version": "[1.0.0,2.0.0)" }],
              "indicators": [{ "id": "forest-cover", "from": ["main"] }, { "id": "air-days", "from": ["main"] },
                             { "id": "sewage", "from": ["main"] }, { "id": "waste", "from": ["main"] }] }
            """);
        using var host = Hosts.Over(folder.Path, lower.Path);
        var assessed = host.Assess(Facts("30", "85", "80", "90"), new AssessOptions { Scheme = "lower" }).OrThrow();
        Assert.Null(assessed.Conclusion);
        Assert.Empty(host.CheckFacts(Facts("30", "85", "80", "90"), new AssessOptions { Scheme = "lower" }).OrThrow().Findings);
    }

    [Fact]
    public void Check_Costs_AreTheConclusionsAndTheChecks()
    {
        using var host = Hosts.Over(Plugin);
        var review = host.Check("main").OrThrow();
        Assert.Equal(1 + review.Scheme.Checks.Length, review.OverallSteps.Length);
        Assert.All(review.OverallSteps, s => Assert.InRange(s, 10, 5000));
    }

    [Fact]
    public void Check_CostlyScript_IsRefused()
    {
        using var host = SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [Plugin], Compiler = RememberingCompiler.Instance, RuleBudget = 100 });
        var refused = Assert.Single(host.Check("main").Diagnostics);
        Assert.Equal("IR4023", refused.Id);
        Assert.Contains("conclusion.csx(1)", refused.Message(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void CheckFacts_OneCheckFails_TheOthersStand()
    {
        using var host = Hosts.Over(Plugin);
        var facts = Facts("30", "85", "80", "90", """[{ "id": "Total", "value": 10 }, { "id": "PartOne", "value": 11 }, { "id": "PartTwo", "value": 1 }, { "id": "Weight", "value": 1 }]""");
        var reviewed = host.CheckFacts(facts);
        Assert.Equal(["parts", "too-high"], reviewed.Value!.Findings.Select(f => f.Check.Id));
        var failed = Assert.Single(reviewed.Diagnostics);
        Assert.Equal(("IR5303", Severity.Warning), (failed.Id, failed.Severity));
        Assert.Contains("把单位不同的数值相加减或比较", failed.Message(Language.Zh), StringComparison.Ordinal);
        Assert.Equal("this should not be: One 11 吨 ＞ Total 10 吨", reviewed.Value.Findings[1].Message.En);
    }

    [Fact]
    public void CheckFacts_MissingFigure_IsNoFinding()
    {
        using var host = Hosts.Over(Plugin);
        var facts = Facts("30", "85", "80", "90", """[{ "id": "Total", "value": 10 }, { "id": "PartOne", "value": 9 }, { "id": "PartTwo", "value": "-" }]""");
        Assert.Empty(host.CheckFacts(facts).Value!.Findings);
    }

    private static SchemeConclusion Assess(FactsFile facts, Evidence evidence = Evidence.Declared)
    {
        using var host = Hosts.Over(Plugin);
        return host.Assess(facts, new AssessOptions { Evidence = evidence }).OrThrow().Conclusion!;
    }

    private static FactsFile Facts(string cover, string days, string sewage, string waste, string background = "[]") => TinyFacts.Read($$"""
        { "$schema": "facts.schema.json", "scheme": "main", "place": { "code": "tiny", "name": "小县" },
          "years": [ { "year": 2022, "background": {{background}}, "indicators": [
            { "id": "forest-cover", "value": {{cover}} }, { "id": "air-days", "value": {{days}} },
            { "id": "sewage", "value": {{sewage}} }, { "id": "waste", "value": {{waste}} } ] } ] }
        """).OrThrow();
}
