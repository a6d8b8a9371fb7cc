using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Tests.Facts;

/// <summary>What is wrong with one row costs that row, in files and in code alike.</summary>
public sealed class RowFaultTests
{
    private static readonly SchemeHost Host = SchemeHost.Open(Repo.Plugins);

    public static TheoryData<string, string, string> Wrong => new()
    {
        { """{ "id": "rural-sewage", "value": 52.91, "unit": "亩" }""", "IR5004", "rural-sewage" },
        { """{ "id": "rural-sewage", "value": "52.91亩", "unit": "%" }""", "IR5004", "rural-sewage" },
        { """{ "id": "rural-sewage", "value": { "low": 70, "high": 55 } }""", "IR5006", "rural-sewage" },
        { """{ "id": "rural-sewage", "value": 52.91 }, { "id": "rural-sewage", "value": 53 }""", "IR5005", "rural-sewage" },
        { """{ "id": "farm-waste", "items": [{ "id": "Strw", "value": 90 }] }""", "IR5002", "farm-waste" },
        { """{ "id": "farm-waste", "items": [{ "id": "Straw", "value": 90 }, { "id": "Straw", "value": 91 }] }""", "IR5005", "farm-waste" },
        { """{ "id": "rural-sewge", "value": 52.91 }""", "IR5001", "" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Assess_OneWrongRow_JudgesTheRestAndMarksIt(string entry, string id, string row)
    {
        var read = Read(entry + """, { "id": "eco-appraisal-share", "value": 28 }""");
        var assessed = Host.Assess(read.Value!);

        Assert.Equal(id, Assert.Single(read.Diagnostics.Concat(assessed.Diagnostics), d => d.Severity == Severity.Error).Id);
        var assessment = assessed.Value!;
        Assert.Equal(Status.Met, assessment.Find("eco-appraisal-share")!.Status);
        Assert.Equal(row.Length == 0 ? [] : [row], assessment.Indicators.Where(v => v.Fault is not null).Select(v => v.Indicator.Id));
        foreach (var verdict in assessment.Indicators.Where(v => v.Fault is not null))
        {
            Assert.Equal((id, Status.Undetermined), (verdict.Fault!.Id, verdict.Status));
            Assert.Equal([verdict.Fault.Message(Language.Zh)], verdict.Reasons(Language.Zh));
        }
    }

    [Fact]
    public void Assess_SameRowTwice_JudgesItAndWarnsWithBothPlaces()
    {
        var read = Read("""
            { "id": "rural-sewage", "value": 52.91, "source": "表1" },
            { "id": "rural-sewage", "value": 52.91, "source": "表2" }
            """);

        var told = Assert.Single(read.Diagnostics);
        Assert.Equal(("IR5215", Severity.Warning, 10, "line 9"), (told.Id, told.Severity, told.Location.Line, told.Arguments[1].En));
        Assert.Equal(Status.Met, Host.Assess(read.Value!).Value!.Find("rural-sewage")!.Status);
    }

    [Fact]
    public void Read_YearTwice_TakesBothAsOne()
    {
        var read = Read("""{ "id": "rural-sewage", "value": 52.91 }""",
            """{ "id": "eco-appraisal-share", "value": 28 }, { "id": "rural-sewage", "value": 53 }""");

        Assert.Equal(["IR5216", "IR5005"], read.Diagnostics.Select(d => d.Id));
        var assessment = Host.Assess(read.Value!).Value!;
        Assert.Equal(Status.Met, assessment.Find("eco-appraisal-share")!.Status);
        Assert.Equal("IR5005", assessment.Find("rural-sewage")!.Fault!.Id);
    }

    [Fact]
    public void Assess_FactsBuiltInCode_MarksTheRowAlone()
    {
        var place = Read("""{ "id": "rural-sewage", "value": 52.91 }""").Value!.Facts.Place;
        var facts = new PlaceFacts(place, [new YearFacts(2022, [
            new IndicatorFacts { Id = "rural-sewage", Own = new Fact { Value = Reading.Number(52.91m), Unit = "亩" } },
            new IndicatorFacts { Id = "eco-appraisal-share", Own = new Fact { Value = Reading.Number(28), OfYear = 22 } },
            new IndicatorFacts { Id = "green-buildings", Own = new Fact { Value = Reading.Number(99) } }])]);

        var assessed = Host.Assess(facts, new AssessOptions { Scheme = "jingle-county" });

        Assert.Equal(["eco-appraisal-share IR5013", "rural-sewage IR5004"], assessed.Value!.Indicators.Where(v => v.Fault is not null)
            .Select(v => $"{v.Indicator.Id} {v.Fault!.Id}"));
        Assert.Equal(Status.Met, assessed.Value.Find("green-buildings")!.Status);
    }

    [Theory]
    [InlineData("1.40926E+11", "IR5217", false)]
    [InlineData("140926.0", "IR5218", true)]
    [InlineData("0140926", "", true)]
    [InlineData("E5", "", true)]
    public void Read_CodeOfASpreadsheet_IsTold(string code, string id, bool isRead)
    {
        var read = Read("""{ "id": "rural-sewage", "value": 52.91 }""", code: code);

        Assert.Equal(id, string.Join(' ', read.Diagnostics.Select(d => d.Id)));
        Assert.Equal(isRead, read.Succeeded);
    }

    private static Result<FactsFile> Read(string entries, string? again = null, string code = "X1")
    {
        var more = again is null ? "" : $$""", { "year": 2022, "indicators": [{{again}}] }""";
        return FactsReader.Read(StrictJson.Read(Encoding.UTF8.GetBytes($$"""
            {
              "$schema": "facts.schema.json",
              "scheme": "jingle-county",
              "place": { "code": "{{code}}", "name": "县", "attributes": [
                { "id": "Climate", "choice": "半湿润地区" },
                { "id": "Terrain", "shares": { "Mountain": 49, "Hill": 37, "Plain": 14 } } ] },
              "years": [{ "year": 2022, "indicators": [

            {{entries}}] }{{more}}]
            }
            """), "facts.json").OrThrow());
    }
}
