using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Tests.Support;
using Newtonsoft.Json;
using JsonException = System.Text.Json.JsonException;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace IndicatorRules.Tests.Assessing;

/// <summary>
/// What is handed to a JSON serializer by mistake comes out right or not at all: never another verdict, never a path or a rule's source.
/// </summary>
public sealed class SerializedByMistakeTests
{
    private static readonly Assessment Assessment = Hosts.Shared.Assess(Jingle.Facts2022).OrThrow();

    [Fact]
    public void PlaceFacts_AreLeftToTheirWriter_AndARowLosesNothing()
    {
        var facts = Jingle.Facts2022.Facts;
        Assert.Contains("FactsWriter",
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(facts)).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => JsonConvert.SerializeObject(facts));

        var row = FactsReader.Read("""
            { "place": { "code": "1", "name": "x" }, "years": [{ "year": 2022, "indicators": [{ "id": "a", "value": "≥28%",
              "task": { "state": "completed", "figures": [{ "name": "n", "unit": "t", "required": 1, "actual": 2 }] } }] }] }
            """u8.ToArray(), "facts").OrThrow().Facts.Years[0].Indicators[0];
        Assert.Equal(row, JsonSerializer.Deserialize<IndicatorRules.Contract.Facts.IndicatorFacts>(JsonSerializer.Serialize(row)));
    }

    [Fact]
    public void Verdict_EveryOne_ReadsBackAsItWas()
    {
        foreach (var proven in Enum.GetValues<Status>())
        {
            foreach (var claimed in Enum.GetValues<Status>())
            {
                var verdict = new Verdict(proven, claimed);
                Assert.Equal(verdict, JsonSerializer.Deserialize<Verdict>(JsonSerializer.Serialize(verdict)));
            }
        }

        Assert.Equal("""{"proven":"met","claimed":"met"}""", JsonSerializer.Serialize(Assessment.Row(3).Verdict));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("\"Met\"")]
    [InlineData("""{"proven":"met"}""")]
    [InlineData("""{"proven":"met","claimed":"Met"}""")]
    [InlineData("""{"proven":1,"claimed":1}""")]
    [InlineData("""{"Proven":"met","Claimed":"met"}""")]
    [InlineData("""{"proven":"met","claimed":"met","finding":null}""")]
    [InlineData("""{"proven":"met","proven":"notMet","claimed":"met"}""")]
    public void Verdict_AnythingElse_IsAnError(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Verdict>(json));

    [Property]
    public Property Reading_AnyOne_ReadsBackAsItWas() => Prop.ForAll(Readings.ToArbitrary(), reading =>
    {
        var back = JsonSerializer.Deserialize<Reading>(JsonSerializer.Serialize(reading))!;
        return reading.Equals(back) && reading.Text == back.Text && reading.IsNumeric == back.IsNumeric && reading.Low == back.Low
            && reading.High == back.High;
    });

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kind":"number","text":"1"}""")]
    [InlineData("""{"kind":"number","text":"1","low":1,"high":2}""")]
    [InlineData("""{"kind":"range","text":"2-1","low":2,"high":1}""")]
    [InlineData("""{"kind":"bound","text":"x","low":1,"high":2}""")]
    [InlineData("""{"kind":"words","text":"x","low":1,"high":2}""")]
    [InlineData("""{"kind":"absent","text":"-"}""")]
    [InlineData("""{"kind":"number","text":"x","low":0.12345678901234567890123456789012,"high":0.12345678901234567890123456789012}""")]
    [InlineData("""{"kind":"quota","text":"1/2","done":1}""")]
    public void Reading_AnythingElse_IsAnError(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Reading>(json));

    [Fact]
    public void WhatHoldsPathsOrRules_IsRefusedWithTheRemedy()
    {
        var review = Hosts.Shared.FindContradictions(Jingle.Facts2022).OrThrow();
        var scheme = Hosts.Shared.ValidateScheme("jingle-county").OrThrow();
        object[] all =
        [
            Assessment, Assessment.Row(3), Assessment.Scheme, Assessment.Row(3).Indicator, Assessment.Row(3).Indicator.Rule, review, scheme,
            Jingle.Facts2022, new[] { Assessment }, new Result<Assessment>(Assessment, []), new { assessment = Assessment },
        ];
        Assert.All(all, one => Assert.Contains("AssessmentReport.Of",
            Assert.ThrowsAny<NotSupportedException>(() => JsonSerializer.Serialize(one, one.GetType())).Message, StringComparison.Ordinal));
        Assert.All(all, one => Assert.Contains("AssessmentReport.Of",
            Assert.Throws<NotSupportedException>(() => JsonConvert.SerializeObject(one)).Message, StringComparison.Ordinal));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize<Reason>(Assessment.Row(3).Verdict.Reason!));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Assessment>("{}"));
    }

    [Fact]
    public void VerdictReadingAndReason_ByAnotherLibrary_AreRefused()
    {
        object[] all = [Assessment.Row(3).Verdict, Assessment.Row(3).Verdict.Reason!, Reading.Number(60),
            new { v = new Verdict(Status.Met) }, Jingle.Facts2022.Facts];
        Assert.All(all, one => Assert.Contains("System.Text.Json",
            Assert.Throws<NotSupportedException>(() => JsonConvert.SerializeObject(one)).Message, StringComparison.Ordinal));
        Assert.All(["{}", "\"Met\"", "{\"Proven\":1,\"Claimed\":1}"], json =>
            Assert.ThrowsAny<JsonSerializationException>(() => JsonConvert.DeserializeObject<Verdict>(json)));
    }

    [Fact]
    public void Diagnostics_OfAnyStep_NameTheFileAndNoFolder()
    {
        using var plugins = TempFolder.WithPlugins();
        plugins.Edit("national-revised/scheme.json", "\"AtLeast(20)\"", "\"AtLeest(20)\"");
        using var host = Hosts.Over(plugins.Path, Path.Combine(plugins.Path, "nowhere"));
        var results = new object[] { host.Assess(Jingle.Facts2022).Diagnostics,
            FactsReader.ReadFile(Path.Combine(plugins.Path, "none.json")).Diagnostics, host.Catalog.Diagnostics, host.Refresh() };

        Assert.All(results, r =>
        {
            var json = JsonSerializer.Serialize(r, r.GetType());
            Assert.DoesNotContain(plugins.Path, json, StringComparison.Ordinal);
            Assert.Contains("IR", json, StringComparison.Ordinal);
            json = JsonConvert.SerializeObject(r);
            Assert.DoesNotContain(plugins.Path, json, StringComparison.Ordinal);
            Assert.Contains("IR", json, StringComparison.Ordinal);
        });
        Assert.Contains("scheme.json", JsonSerializer.Serialize(results[0], results[0].GetType()), StringComparison.Ordinal);
    }

    private static Gen<decimal> Decimals => Gen.Choose(-100000, 100000).Select(i => i / 100m);

    private static Gen<Reading> Readings => Gen.OneOf(
        Decimals.Select(d => Reading.Number(d)),
        Decimals.Select(d => Reading.Number(d, "约" + d)),
        Decimals.Zip(Decimals, (a, b) => Reading.Range(Math.Min(a, b), Math.Max(a, b))),
        Decimals.Select(d => Reading.AtLeast(d)),
        Decimals.Select(d => Reading.MoreThan(d)),
        Decimals.Select(d => Reading.AtMost(d)),
        Decimals.Select(d => Reading.LessThan(d)),
        Decimals.Zip(Decimals, (a, b) => Reading.Quota(a, b, "亩")),
        Gen.Elements("已建立", "\"\\\u0001", "").Select(Reading.Words),
        Gen.Elements(Enum.GetValues<AbsenceKind>()).Select(k => Reading.Absent(k, "无")));
}
