using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Reporting;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Reporting;

/// <summary>The papers of Jingle County, as its bureau would sign them.</summary>
public sealed class PlaceReportTests
{
    private static readonly PlaceReport Report = Of(Jingle.Assess2022());

    private static PlaceReport Of(Assessment assessment, Language language = Language.Zh) =>
        PlaceReport.Of(assessment, language, Hosts.Shared.FindContradictions(Jingle.Facts2022).OrThrow());

    [Fact]
    public void Columns_AreThoseOfThePrintedTable() => Assert.Equal(
        "领域 任务 序号 指标名称 单位 指标值 指标属性 现状值（2022年） 是否达标 近期目标（2025年） 中远期目标（2030年）",
        string.Join(' ', Report.Columns.Select(c => c.Replace("\n", "", StringComparison.Ordinal))));

    [Fact]
    public void Lines_OfARowWithItems_HaveTheirUnitsTargetsAndValues()
    {
        var lines = Row(24).Lines;
        Assert.Equal(["农业废弃物综合利用率：", "秸秆综合利用率", "畜禽粪污综合利用率", "农膜回收利用率"], lines.Select(l => l.Name));
        Assert.Equal(["%", null, null, null], lines.Select(l => l.Unit));
        Assert.Equal(["", "≥90", "≥75", "≥80"], lines.Select(l => l.Target));
        Assert.Equal(["", "92.87", "91.23", "80.42"], lines.Select(l => l.Value));
        Assert.Equal(["保持稳定或持续提升", null, null, null], lines.Select(l => l.Stages[0]));
    }

    [Fact]
    public void Lines_OfItemsWithOwnUnits_SplitTheStageTarget()
    {
        var lines = Row(12).Lines;
        Assert.Equal(["", "%", "-", "%"], lines.Select(l => l.Unit));
        Assert.Equal(["", "≥95", "不明显", "不降低"], lines.Select(l => l.Stages[0]));
    }

    [Fact]
    public void Deciding_OfAShare_TellsPercentagePointsAndThePercentOfTheRequirement()
    {
        var clause = Assert.Single(Row(3).Deciding);
        Assert.Equal((8m, "个百分点", 40m), (clause.Clause.Margin, clause.MarginUnit, clause.SparePercent));
        Assert.Equal((20m, 28m), (clause.Clause.Bound, clause.Clause.Number));
    }

    [Fact]
    public void Clauses_OfItems_AreEachJudged() => Assert.Equal(
        [("秸秆综合利用率 ≥90%", "✓"), ("畜禽粪污综合利用率 ≥75%", "✓"), ("农膜回收利用率 ≥80%", "✓")],
        Row(24).Clauses.Select(c => (c.Requirement, c.Sign)));

    [Fact]
    public void Uppers_AreNamedByLevel() => Assert.Equal(["国家 达标", "省级 达标"], Row(29).Uppers.Select(u => $"{u.Level} {u.Status}"));

    [Fact]
    public void Tight_IsMetWithLittleToSpare_TheLeastFirst()
    {
        Assert.Equal(["5", "10", "13", "26", "27", "32", "36"], Report.Tight.Where(r => r.SparePercent == 0).Select(r => r.Number));
        Assert.Equal(Report.Tight.Select(r => r.SparePercent).Order(), Report.Tight.Select(r => r.SparePercent));
        Assert.All(Report.Tight, r => Assert.True(r.SparePercent <= ReportedRow.TightPercent));
        Assert.DoesNotContain(Report.Tight, r => r.Number == "3");
    }

    [Fact]
    public void Claimed_EachNamesWhatWouldSettleIt()
    {
        Assert.Equal(
            Report.Assessment.Indicators.Where(v => v.Basis == Basis.Declared).Select(v => v.Indicator.Number),
            Report.Claimed.Select(r => r.Number));
        Assert.All(Report.Claimed, r => Assert.NotEmpty(r.Claims));
        Assert.All(Report.Claimed.SelectMany(r => r.Claims), c => Assert.NotEqual("", c.Clause.Lacking));
    }

    [Fact]
    public void Disagreeing_IncludesWhatIsReportedMetAndDoesNotApply() =>
        Assert.Contains(Report.Disagreeing, r => r is { Reported: "是", Status: "不适用" });

    [Fact]
    public void Stages_NotDue_TellWhatIsReachedAndLacking()
    {
        Assert.All(Report.Rows.SelectMany(r => r.Stages), s => Assert.DoesNotContain("到期", s.State, StringComparison.Ordinal));
        Assert.Equal(["尚未达到", "尚未达到"], Row(1).Stages.Select(s => s.State));
        Assert.Equal("已达到", Row(5).Stages[0].State);
        Assert.Equal("无法比较", Row(3).Stages[0].State);
    }

    [Fact]
    public void Stages_Due_AreJudgedAndCounted()
    {
        var due = PlaceReport.Of(Hosts.Shared.Assess(Jingle.WhatIf, new AssessOptions { Year = 2025 }).OrThrow(), Language.Zh);
        var counts = Assert.Single(due.Assessment.Summary.DueStages).Counts;
        Assert.Equal(
            counts.NotMet, due.Rows.SelectMany(r => r.Stages).Count(s => s.State.StartsWith("到期未达标", StringComparison.Ordinal)));
        Assert.Contains("（2025年）已到期", due.Overview, StringComparison.Ordinal);
    }

    [Fact]
    public void Contradictions_AreInTwoGroups_EachWithWhatToDo()
    {
        Assert.Equal(Report.Review!.Contradictions.Length, Report.Contradictions.Length);
        Assert.Equal(["数据矛盾", "缺少佐证"], Report.Contradictions.Select(f => f.Group).Distinct());
        Assert.All(Report.Contradictions, f => Assert.NotEqual("", f.ToDo));
    }

    [Fact]
    public void Contradictions_SayTheRowAndTheDocumentOnce()
    {
        Assert.Equal("山西省静乐县国家生态文明建设示范区规划（2023-2030年）", Report.FoundIn);
        foreach (var found in Report.Contradictions)
        {
            Assert.All(found.Sides, s => Assert.DoesNotContain(Report.FoundIn, s, StringComparison.Ordinal));
            Assert.DoesNotContain(found.Row is { } row ? $"第{row.Number}项" : "第0项", found.Message, StringComparison.Ordinal);
        }

        Assert.Contains(Report.Contradictions.SelectMany(f => f.Sides), s => s.EndsWith("（表2-1 第7行）", StringComparison.Ordinal));
    }

    [Fact]
    public void Sentences_HaveNoSpacesBesideFigures()
    {
        IEnumerable<string> said =
        [
            .. Report.Counts, .. Report.Contradictions.SelectMany(f => (string[])[f.Message, f.ToDo]),
            .. Report.Rows.SelectMany(r => (string[])
            [
                .. r.Reasons, .. r.Flips, .. r.Lacking, r.MarginText, .. r.Clauses.Select(c => c.Lacking),
                .. r.Stages.SelectMany(s => s.Reasons.Append(s.State)),
            ]),
        ];

        Assert.All(said, s => Assert.DoesNotMatch("[\u4e00-\u9fff] [0-9≥≤]|[0-9%] [\u4e00-\u9fff]", s));
        Assert.Contains(Report.Rows, r => r.MarginText == "高出8个百分点");
    }

    [Fact]
    public void Overview_CountsAndNamesWhatIsNotMet()
    {
        Assert.StartsWith("2022年，静乐县对照“", Report.Overview, StringComparison.Ordinal);
        Assert.Contains("评判指标38项", Report.Overview, StringComparison.Ordinal);
        Assert.Contains("未达标的是第1项“生态文明建设规划”。", Report.Overview, StringComparison.Ordinal);
        Assert.DoesNotContain("jingle-county", Report.Overview, StringComparison.Ordinal);
    }

    [Fact]
    public void English_HasNoChineseButUnitsAndSources()
    {
        var report = Of(Jingle.Assess2022(), Language.En);
        Assert.All(report.Rows, r => Assert.DoesNotContain(r.Status + r.Basis + r.Kind + r.Named, c => c >= 0x4E00));
        Assert.All(report.Rows.SelectMany(r => r.Stages), s => Assert.DoesNotContain(s.State, c => c >= 0x4E00));
    }

    private static ReportedRow Row(int number) => Report.Rows.Single(r => r.Verdict.Indicator.WholeNumber == number);
}
