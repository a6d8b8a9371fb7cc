using System.Globalization;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Checking;

/// <summary>A printed target that the rule does not ask for is a warning with both places; a sound scheme has none.</summary>
[Trait("Category", "Slow")]
public sealed class PrintedTargetTests
{
    [Theory]
    [InlineData("national-revised")]
    [InlineData("shanxi-trial")]
    [InlineData("jingle-county")]
    public void Check_ShippedScheme_WarnsOfNothing(string scheme) => Assert.Empty(Hosts.Shared.ValidateScheme(scheme).Diagnostics);

    [Fact]
    public void Check_AnyNumberOfARuleChanged_WarnsOfItsRow()
    {
        var scheme = Hosts.Shared.Catalog.Resolve("national-revised").OrThrow();
        var rows = scheme.Indicators.Where(i => decimal.TryParse(i.Target.Zh.TrimStart('≥'), CultureInfo.InvariantCulture, out _)).ToList();
        Assert.True(rows.Count > 12);
        foreach (var row in rows)
        {
            var number = row.Target.Zh.TrimStart('≥');
            using var folder = TempPlugin.Named("edited");
            var path = Path.Combine(folder.Path, "scheme.json");
            var text = File.ReadAllText(path);
            var at = text.IndexOf(
                $"AtLeast({number})", text.IndexOf($"\"id\": \"{row.Id}\"", StringComparison.Ordinal), StringComparison.Ordinal);
            File.WriteAllText(path, text[..at] + "AtLeast(7" + text[(at + "AtLeast(".Length)..]);
            using var host = Hosts.Over(folder.Path);

            var told = Assert.Single(host.ValidateScheme("edited").Diagnostics);

            Assert.Equal(("IR2021", Severity.Warning), (told.Id, told.Severity));
            var message = told.Message(Contract.Language.Zh);
            Assert.StartsWith($"第{row.Number}项“{row.Name.Zh}”", message, StringComparison.Ordinal);
            Assert.Contains(row.Target.Zh, message, StringComparison.Ordinal);
            Assert.Contains($"≥7{number}（scheme.json(", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("national-revised", "Items.Straw.AtLeast(90)", "Items.Straw.AtLeast(92)", "秸秆")]
    [InlineData("national-revised", "When(MoreThan(60), then: StableOrImproving()",
        "When(MoreThan(60), then: AtLeast(65) & StableOrImproving()", null)]
    [InlineData("national-revised", "Climate.SemiHumid => AtLeast(55)", "Climate.SemiHumid => AtLeast(56)", "≥55")]
    [InlineData("national-revised", "\"rule\": \"AtLeast(4.5)\"", "\"rule\": \"MoreThan(4.5)\"", "＞4.5")]
    [InlineData("national-revised", "\"rule\": \"AtLeast(4.5)\"", "\"rule\": \"AtLeast(4.5) & AtLeast(5)\"", "≥5")]
    [InlineData("national-revised", "\"rule\": \"AtLeast(4.5)\"", "\"rule\": \"AtLeast(4.5) | AtLeast(5)\"", null)]
    [InlineData("national-revised", "\"rule\": \"AtLeast(4.5)\"", "\"rule\": \"Year > 2022 ? AtLeast(5) : AtLeast(6)\"", null)]
    public void Check_RuleEdited_WarnsWhereItCanBeTold(string plugin, string from, string to, string? named)
    {
        using var folder = TempPlugin.Named("edited");
        Assert.Equal("national-revised", plugin);
        folder.Edit("scheme.json", from, to);
        using var host = Hosts.Over(folder.Path);

        var told = host.ValidateScheme("edited").Diagnostics;

        Assert.True(named is null
            ? told.IsEmpty
            : told.All(d => d.Id == "IR2021") && told.Any(d => d.Message(Contract.Language.Zh).Contains(named, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("≥1,000", "AtLeast(1000)", false)]
    [InlineData("≥1，000", "AtLeast(1000)", false)]
    [InlineData("≥90，100（城区）", "AtLeast(90)", false)]
    [InlineData("90（2025），95（2030）", "AtLeast(90)", false)]
    [InlineData("90（2025年）\n95（2030年）", "AtLeast(90)", false)]
    [InlineData("≥6，≤9", "Between(6, 9)", false)]
    [InlineData("下降3%以上", "ChangeAtMost(-3)", false)]
    [InlineData("≥60①", "AtLeast(60)", false)]
    [InlineData("不得低于85", "AtLeast(85)", false)]
    [InlineData("≥85，≤9", "AtLeast(80) & AtMost(9)", true)]
    [InlineData("95%以上", "AtLeast(90)", true)]
    [InlineData(">85", "AtLeast(85)", true)]
    [InlineData("≥20", "AtMost(20)", true)]
    [InlineData("≥20", "StableOrImproving()", true)]
    [InlineData("≥20，或持续提高", "AtLeast(20) | Improving()", false)]
    [InlineData("持续改善", "StableOrImproving()", true)]
    [InlineData("保持稳定或持续改善", "Improving()", true)]
    [InlineData("保持稳定或持续提升", "StableOrImproving()", false)]
    [InlineData("持续改善", "ContinuouslyImproving()", false)]
    [InlineData("持续改善", "AtLeast(20)", true)]
    [InlineData("6-9", "Between(6, 9)", false)]
    [InlineData("6～9", "Between(6, 8)", true)]
    [InlineData("60左右", "About(60)", false)]
    [InlineData("60%左右", "About(62)", true)]
    [InlineData("完成上级下达的任务", "SuperiorTask.Completed()", false)]
    [InlineData("完成上级下达的任务", "AtLeast(20)", true)]
    [InlineData("完成上级规定的目标任务；持续改善", "SuperiorTask.Completed() & Improving()", false)]
    [InlineData("完成上级规定的目标任务；持续改善", "Improving()", true)]
    [InlineData("另行规定", "AtLeast(20)", false)]
    [InlineData("提高到30", "AtLeast(26)", true)]
    [InlineData("控制在20以内", "AtMost(30)", true)]
    [InlineData("约20", "About(22)", true)]
    [InlineData("约20", "About(20)", false)]
    [InlineData("①≥20", "AtLeast(20)", false)]
    public void Check_TargetAsPeopleWriteIt_WarnsOnlyOfAnotherNumber(string target, string rule, bool warns)
    {
        using var folder = TempPlugin.Named("edited");
        folder.Edit("scheme.json", "\"rule\": \"AtLeast(4.5)\"", $"\"rule\": \"{rule}\"");
        folder.Edit("scheme.json", "\"target\": \"≥4.5\"", $"\"target\": \"{target}\"");
        using var host = Hosts.Over(folder.Path);

        var told = host.ValidateScheme("edited").Diagnostics.Where(d => d.Id == "IR2021").ToList();
        Assert.Equal(warns, told.Count > 0);
        Assert.All(told, d => Assert.DoesNotContain("(0)", d.Message(Contract.Language.Zh), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("制定并实施", false)]
    [InlineData("制定实施", false)]
    [InlineData("全面实施", true)]
    public void Check_StateAsPrinted_IsThatOfTheRuleWithOrWithoutAnd(string target, bool warns)
    {
        using var folder = TempPlugin.Named("edited");
        folder.Edit("scheme.json", "\"target\": { \"zh\": \"制定实施\"", $"\"target\": {{ \"zh\": \"{target}\"");
        using var host = Hosts.Over(folder.Path);

        Assert.Equal(warns, host.ValidateScheme("edited").Diagnostics.Any(d => d.Id == "IR2021"));
    }

    [Fact]
    public void Check_UpperSchemeChanged_TheLowerSchemesPrintedTargetIsStale()
    {
        using var folder = TempFolder.WithPlugins();
        folder.Edit("national-revised/scheme.json", "\"rule\": \"AtLeast(50)\"", "\"rule\": \"AtLeast(55)\"", times: 2);
        using var host = Hosts.Over(folder.Path);

        var told = host.ValidateScheme("jingle-county").Diagnostics;

        Assert.NotEmpty(told);
        Assert.All(told, d => Assert.Equal("IR2021", d.Id));
        Assert.Contains(told, d => d.Message(Contract.Language.Zh).Contains("≥50（国家）", StringComparison.Ordinal)
            && d.Location.File.Contains("jingle-county", StringComparison.Ordinal)
            && d.Message(Contract.Language.Zh).Contains("≥55（national-revised scheme.json(", StringComparison.Ordinal));
    }
}
