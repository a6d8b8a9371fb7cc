using System.Globalization;
using IndicatorRules.Assessing;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Checking;

/// <summary>Dated targets that the facts print, held against what the rule asks now: numbers, words, items and parts left out.</summary>
public sealed class StageAsksLessTests
{
    [Theory]
    [InlineData("waste", "秸秆≥92，农膜回收利用率≥80，粪污75", "农膜回收利用率 85")]
    [InlineData("waste", "秸秆≥92，农膜≥85", "没有再写“畜禽粪污综合利用率”的要求")]
    [InlineData("waste", "2030年秸秆95以上，农膜90，畜禽粪污综合利用率80", null)]
    [InlineData("waste", "秸秆89.9；农膜、畜禽粪污另定", "秸秆综合利用率 90")]
    [InlineData("waste", "进一步提高", null)]
    [InlineData("waste", "秸秆、农膜综合利用", null)]
    [InlineData("energy", "完成上级规定的任务", "没有再写“保持稳定或持续改善”的要求")]
    [InlineData("energy", "完成上级规定的任务，持续下降", null)]
    [InlineData("energy", "完成上级规定的任务，保持稳定", null)]
    [InlineData("air", "保持稳定", "只要求保持，弱于现行要求“持续提高”")]
    [InlineData("air", "持续提高", null)]
    public void Check_TargetInWords_IsHeldAgainstTheRule(string id, string target, string? found)
    {
        using var folder = new TempFolder();
        folder.Write("main/scheme.json", """
            { "$schema": "x", "id": "main", "version": "1.0.0", "contract": "[1.0.0,2.0.0)", "title": "甲", "issuer": "甲",
              "level": "county", "source": { "document": "甲" },
              "domains": [ { "id": "d", "name": "甲", "tasks": [ { "id": "t", "name": "甲" } ] } ],
              "checks": [ { "id": "less", "title": "阶段目标不应低于现行要求", "script": "EachIndicator(i => i.StageAsksLess())" } ],
              "indicators": [
                { "id": "waste", "number": 1, "task": "t", "name": "农业废弃物综合利用率", "unit": "%", "direction": "higher",
                  "binding": "binding", "target": "秸秆≥90，农膜≥85，粪污≥75", "items": [ { "id": "Straw", "name": "秸秆综合利用率" },
                    { "id": "Film", "name": "农膜回收利用率" }, { "id": "Manure", "name": "畜禽粪污综合利用率" } ],
                  "rule": "Items.Straw.AtLeast(90) & Items.Film.AtLeast(85) & Items.Manure.AtLeast(75)" },
                { "id": "energy", "number": 2, "task": "t", "name": "能耗", "unit": "吨", "direction": "lower", "binding": "binding",
                  "target": "完成上级任务且保持稳定或持续改善", "rule": "SuperiorTask.Completed() & StableOrImproving()" },
                { "id": "air", "number": 3, "task": "t", "name": "空气", "unit": "%", "direction": "higher", "binding": "binding",
                  "target": "持续提高", "rule": "Improving()" } ] }
            """);
        var task = target.Contains("任务", StringComparison.Ordinal) ? ", \"task\": true" : "";
        var facts = FactsReader.ReadFile(folder.Write("facts.json", string.Create(CultureInfo.InvariantCulture, $$"""
            { "$schema": "x", "scheme": "main", "place": { "code": "x", "name": "甲" }, "years": [ { "year": 2022, "indicators": [
              { "id": "{{id}}", "targets": [ { "year": 2030, "text": "{{target}}"{{task}} } ] } ] } ] }
            """))).OrThrow();
        using var host = Hosts.Over(folder.Path);

        var told = host.FindContradictions(facts, new AssessOptions()).OrThrow().Contradictions;

        Assert.Equal(found is null ? 0 : 1, told.Length);
        Assert.All(told, c => Assert.Contains(found!, c.Message.Zh, StringComparison.Ordinal));
    }
}
