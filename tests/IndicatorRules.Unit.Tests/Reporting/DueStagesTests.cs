using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Reporting.Tests.Support;

namespace IndicatorRules.Reporting.Tests;

/// <summary>A dated target that is due and missed is in every report, whatever the row's own verdict.</summary>
public sealed class DueStagesTests
{
    // Both rows are met, and miss what was set for 2025.
    private static readonly string[] MetButBehind = ["rural-sewage", "public-participation"];

    [Fact]
    public void Summary_TargetsDue_AddUpAndAreThoseOfTheYear()
    {
        var (stage, counts) = Assert.Single(Written.WhatIf.Summary.DueStages);
        var due = Written.WhatIf.Indicators.SelectMany(v => v.DueStages).ToList();

        Assert.Equal((2025, 38), (stage.Year, counts.Total));
        Assert.All(due, s => Assert.Equal(2025, s.Stage.Stage.Year));
        Assert.Equal(due.Count(s => s.Status == Status.NotMet), counts.NotMet);
        Assert.Empty(Written.Jingle2022.Summary.DueStages);
        Assert.All(MetButBehind, id => Assert.Equal(Status.Met, Written.WhatIf.Find(id)!.Status));
        Assert.All(MetButBehind, id => Assert.Equal(Status.NotMet, Assert.Single(Written.WhatIf.Find(id)!.DueStages).Status));
    }

    [Theory]
    [InlineData(Language.Zh, "到期目标（近期目标 2025 年）38 项：达标 29，未达标 7，不适用 1，无法判定 1。",
        "，近期目标 2025 年“持续提升”未达标：")]
    [InlineData(Language.En, "Targets due (Near-term target 2025), 38: met 29, not met 7, not applicable 1, undetermined 1.",
        ", Near-term target 2025 “")]
    public void Write_TextOfAYearWithTargetsDue_CountsAndListsWhatIsLacking(Language language, string counts, string lacking)
    {
        foreach (var format in (ReportFormat[])[ReportFormat.Table, ReportFormat.Markdown])
        {
            var text = Written.As(format, language, Written.WhatIf);

            Assert.Contains(counts, text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("38 " + Written.WhatIf.Find("public-participation")!.Indicator.Name.In(language)
                + lacking, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(
                language == Language.Zh ? "到期目标（" : "Targets due (",
                Written.As(format, language, Written.Jingle2022), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Table_TargetsDue_HaveAColumnOfTheirOwn()
    {
        var rows = Written.As(ReportFormat.Table, Language.Zh, Written.WhatIf).Split('\n').Where(l => l.StartsWith('│')).ToList();

        Assert.EndsWith("近期目标 │", rows[0], StringComparison.Ordinal);
        Assert.All(rows.Where(r => r.Contains(" 29 │", StringComparison.Ordinal) || r.Contains(" 38 │", StringComparison.Ordinal)), r =>
        {
            Assert.Contains("│ 达标   │", r, StringComparison.Ordinal);
            Assert.EndsWith("│ 未达标   │", r, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("近期目标", Written.As(ReportFormat.Table, Language.Zh, Written.Jingle2022), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_TargetsDue_AreCounted()
    {
        using var json = JsonDocument.Parse(Written.As(ReportFormat.Json, Language.Zh, Written.WhatIf));

        var due = Assert.Single(json.RootElement.GetProperty("summary").GetProperty("dueStages").EnumerateArray());
        Assert.Equal(("near-term", 38, 7),
            (due.GetProperty("id").GetString(), due.GetProperty("total").GetInt32(), due.GetProperty("notMet").GetInt32()));
    }

    [Fact]
    public void Csv_TargetsDue_StandBesideTheirRow()
    {
        var line = Written.As(ReportFormat.Csv, Language.Zh, Written.WhatIf).Split('\n')
            .Single(l => l.Contains(",public-participation,", StringComparison.Ordinal));

        Assert.Contains(",近期目标 2025 年：持续提升,未达标,0,", line, StringComparison.Ordinal);
    }

    [Fact]
    public void SideBySide_TargetMissed_IsSaid() => Assert.Contains(
        "近期目标 2025 年：未达标", Written.As(ReportFormat.Markdown, Language.Zh, Written.Jingle2022, Written.WhatIf),
        StringComparison.Ordinal);

    [Fact]
    public void Lines_EveryLineOfTotals_AddsUp()
    {
        foreach (var assessment in (Assessment[])[Written.Jingle2022, Written.WhatIf, Written.Hostile])
        {
            var totals = SummaryText.Lines(assessment, Language.Zh).Where(l => l.Contains("，不适用 ", StringComparison.Ordinal)).ToList();

            Assert.True(totals.Count >= 3);
            Assert.All(totals, line =>
            {
                var counts = line.Split("项：")[1].Split('，').Select(p =>
                    int.Parse(string.Concat(p.Split('（')[0].Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture));
                var total = int.Parse(line.Split("项：")[0].Split(' ', '）')[^2], System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal(total, counts.Sum());
            });
        }
    }
}
