using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>A scheme's conclusion over whole facts files.</summary>
[Trait("Category", "Slow")]
public sealed class ConclusionTests
{
    private static readonly string Plugin = Repo.In("tests", "corpus", "good", "conclusion");

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
        Assert.Contains(reasons, r =>
            r.StartsWith("一票否决：“林草覆盖率”未达标；生态空间未达标数 1 ＞ 0（第 1 项）", StringComparison.Ordinal));
        Assert.Contains(Assess(Facts("30", "70", "90", "90")).Reasons(Language.Zh), r =>
            r.StartsWith("最高只评“合格”：空气质量未达标，“优良天数比例”未达标", StringComparison.Ordinal));
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
        Assert.Equal("得分：无法判定，规则出错：除以零", assessed.Conclusion.Reasons(Language.Zh).Last());
    }

    [Theory]
    [InlineData("Points / (Met - Met) >= 5", "除以零")]
    [InlineData("Points >= 100.0 / (Year - 2022)", "除以零")]
    [InlineData("Points >= Year * 9999999999999999999999999999 * 100", "数值过大")]
    [InlineData("Points * 9999999999999999999999999999 * 9999999999999999999999999999 > 1", "数值过大")]
    [InlineData("(Year > 2000 ? Points > 1.0 / (Year - 2022) : Points > 1)", "除以零")]
    [InlineData("Points >= Year switch { 2023 => 1.0 }", "没有哪一种情况适用")]
    [InlineData("Points > Ratio(Year - 2022)", "除以零")]
    public void Assess_OneConditionFails_WhatStandsBesideItDecides(string condition, string what)
    {
        var forestMissed = Concluded("19", condition);
        Assert.Equal(("Failed", "Failed", "Failed"), (forestMissed.LeastGrade?.Id, forestMissed.MostGrade?.Id, forestMissed.Grade?.Id));
        Assert.Contains(forestMissed.Reasons(Language.Zh), r => r.StartsWith("一票否决：", StringComparison.Ordinal));

        var open = Concluded("30", condition);
        Assert.Equal(("Qualified", "Excellent", null), (open.LeastGrade?.Id, open.MostGrade?.Id, open.Grade?.Id));
        Assert.All(new[] { forestMissed, open }, c => Assert.Contains(c.Reasons(Language.Zh), r =>
            r.StartsWith($"可评“优秀”（待定）：规则出错：{what}", StringComparison.Ordinal)));

        // A condition that is decided beside the fault is decided.
        Assert.Equal("Excellent", Concluded("30", $"Points >= 0 | {condition}").Grade?.Id);
        Assert.Equal("Qualified", Concluded("30", $"{condition} & Points < 0").Grade?.Id);
    }

    private static SchemeConclusion Concluded(string cover, string condition)
    {
        using var folder = new TempFolder();
        folder.CopyFrom(Plugin);
        folder.Write("rules/conclusion.csx", $$"""
            decimal Ratio(decimal by) { return 1 / by; }
            return Conclude().Award(Grade.Qualified, when: Points >= 0).Award(Grade.Excellent, when: {{condition}})
                .Veto(Indicators.ForestCover.IsNotMet);
            """);
        using var host = Hosts.Over(folder.Path);
        return host.Assess(Facts(cover, "85", "80", "90")).OrThrow().Conclusion!;
    }

    [Fact]
    public void Assess_SchemeThatExtends_DoesNotTakeTheConclusionOver()
    {
        using var folder = new TempFolder();
        folder.CopyFrom(Plugin);
        using var lower = new TempFolder();
        lower.Write("scheme.json", """
            { "$schema": "scheme.schema.json", "id": "lower", "version": "1.0.0", "contract": "[1.0.0,2.0.0)",
              "title": "下级", "issuer": "乡", "level": "county",
              "source": { "document": "乡规划" }, "extends": [{ "id": "main", "version": "[1.0.0,2.0.0)" }],
              "indicators": [{ "id": "forest-cover", "from": ["main"] }, { "id": "air-days", "from": ["main"] },
                             { "id": "sewage", "from": ["main"] }, { "id": "waste", "from": ["main"] }] }
            """);
        using var host = Hosts.Over(folder.Path, lower.Path);
        var assessed = host.Assess(Facts("30", "85", "80", "90"), new AssessOptions { Scheme = "lower" }).OrThrow();
        Assert.Null(assessed.Conclusion);
        Assert.Empty(host.FindContradictions(Facts("30", "85", "80", "90"), new AssessOptions { Scheme = "lower" })
            .OrThrow().Contradictions);
    }

    [Fact]
    public void Check_Costs_AreTheConclusionsAndTheChecks()
    {
        using var host = Hosts.Over(Plugin);
        var review = host.ValidateScheme("main").OrThrow();
        Assert.Equal(1 + review.Scheme.Checks.Length, review.OverallSteps.Length);
        Assert.All(review.OverallSteps, s => Assert.InRange(s, 10, 5000));
    }

    [Fact]
    public void Check_CostlyScript_IsRefused()
    {
        using var host = SchemeHost.Open(
            new SchemeHostOptions { PluginDirectories = [Plugin], Compiler = RememberingCompiler.Instance, RuleBudget = 100 });
        var refused = Assert.Single(host.ValidateScheme("main").Diagnostics);
        Assert.Equal("IR4023", refused.Id);
        Assert.Contains("conclusion.csx(1)", refused.Message(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void CheckFacts_OneCheckFails_TheOthersStand()
    {
        using var host = Hosts.Over(Plugin);
        var facts = Facts("30", "85", "80", "90", """
            [{ "id": "Total", "value": 10 }, { "id": "PartOne", "value": 11 }, { "id": "PartTwo", "value": 1 },
             { "id": "Weight", "value": 1 }]
            """);
        var reviewed = host.FindContradictions(facts);
        Assert.Equal(["parts", "too-high"], reviewed.Value!.Contradictions.Select(f => f.Check.Id));
        var failed = Assert.Single(reviewed.Diagnostics);
        Assert.Equal(("IR5303", Severity.Warning), (failed.Id, failed.Severity));
        Assert.Contains("把单位不同的数值相加减或比较", failed.Message(Language.Zh), StringComparison.Ordinal);
        Assert.Equal("this should not be: One 11 吨 ＞ Total 10 吨", reviewed.Value.Contradictions[1].Message.En);
    }

    [Theory]
    [InlineData("Background.PartOne / (Background.Total - 10) > 1", "除以零")]
    [InlineData("Background.PartOne > 1.0 / (Year - 2022)", "除以零")]
    [InlineData("Background.PartOne > Background.Weight", "把单位不同的数值相加减或比较")]
    [InlineData("Differs(Background.PartOne, Background.Weight)", "把单位不同的数值相加减或比较")]
    [InlineData("Differs(Background.PartOne, Background.Total, by: 2022 - Year - 1)", "允许的偏差是 -1")]
    [InlineData("BackgroundBefore(Year - 2022).PartOne > 1", "年数是 0")]
    [InlineData("Indicators.Sewage.Before(Year - 1900) > 1", "年数是 122")]
    [InlineData("(Year > 2000 ? Differs(1, 1.0 / (Year - 2022)) : None)", "除以零")]
    [InlineData("Year switch { 2000 => None }", "没有哪一种情况适用")]
    [InlineData("EachIndicator(i => i.Value > 1.0 / (Year - 2022))", "除以零")]
    public void CheckFacts_PartOfACheckFails_WhatStandsBesideItIsFound(string part, string what)
    {
        var facts = Facts(
            "30", "85", "80", "90",
            """[{ "id": "Total", "value": 10 }, { "id": "PartOne", "value": 11 }, { "id": "Weight", "value": 1 }]""");
        const string Holds = "Background.PartOne > Background.Total";
        foreach (var script in new[] { $"{part} | {Holds}", $"{Holds} | {part}" })
        {
            using var folder = new TempFolder();
            folder.CopyFrom(Plugin);
            folder.Edit("scheme.json", "Background.Total > Background.Weight", script);
            using var host = Hosts.Over(folder.Path);

            var reviewed = host.FindContradictions(facts);

            Assert.Contains(reviewed.Value!.Contradictions, f =>
                f.Check.Id == "units" && f.Message.En == "this should not be: One 11 吨 ＞ Total 10 吨");
            Assert.Contains(what, Assert.Single(reviewed.Diagnostics).Message(Language.Zh), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void CheckFacts_OneOfSeveralComparisonsHolds_NamesThatOneAlone()
    {
        using var folder = new TempFolder();
        folder.CopyFrom(Plugin);
        folder.Edit(
            "scheme.json", "Background.Total > Background.Weight",
            "Background.Total > 100 | Background.PartTwo > 5 | Background.PartOne > Background.Total");
        using var host = Hosts.Over(folder.Path);
        var facts = Facts("30", "85", "80", "90", """[{ "id": "Total", "value": 10 }, { "id": "PartOne", "value": 11 }]""");
        var found = Assert.Single(host.FindContradictions(facts).Value!.Contradictions, f => f.Check.Id == "units");
        Assert.Equal("this should not be: One 11 吨 ＞ Total 10 吨", found.Message.En);
        Assert.Equal(2, found.Sides.Length);
    }

    [Fact]
    public void CheckFacts_MissingFigure_IsNoFinding()
    {
        using var host = Hosts.Over(Plugin);
        var facts = Facts("30", "85", "80", "90",
            """[{ "id": "Total", "value": 10 }, { "id": "PartOne", "value": 9 }, { "id": "PartTwo", "value": "-" }]""");
        Assert.Empty(host.FindContradictions(facts).Value!.Contradictions);
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
