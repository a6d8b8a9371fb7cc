using System.Text.Json.Nodes;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Reporting.Tests.Support;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Tables.Tests;

/// <summary>One place and year that comes twice, in every form of input, is told with both places.</summary>
public sealed class TwiceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Folder_TwoFilesThatDiffer_JudgesNeitherAndNamesBoth()
    {
        _folder.Write("a.json", Facts("X1", 2022, 60));
        _folder.Write("b.json", Facts("X2", 2022, 60));
        _folder.Write("c.json", Facts("X1", 2022, 61));

        var run = BatchOf.Table(_folder.Path);

        Assert.Equal(
            ["IR5220 a.json c.json", "IR5220 c.json a.json"],
            run.Told.Select(d => $"{d.Id} {Path.GetFileName(d.Location.File)} {Path.GetFileName(d.Arguments[2].En)}"));
        Assert.All(run.Text.Split('\n').Where(l => l.StartsWith("X1,", StringComparison.Ordinal)), l =>
            Assert.EndsWith(",undetermined,,IR5220,", l, StringComparison.Ordinal));
        Assert.Equal(2 * 38, run.Text.Split('\n').Count(l => l.StartsWith('X')));
        Assert.Contains("X2,2022,jingle-county@1.0.0,10,eco-index,met,measured,,\n", run.Text, StringComparison.Ordinal);
        Assert.Equal(2, run.Result.Value!.Counts.WrongRows);
    }

    [Fact]
    public void Folder_TwoFilesThatAreTheSame_JudgesOneAndWarns()
    {
        _folder.Write("a.json", Facts("X1", 2022, 60));
        _folder.Write("b.json", Facts("X1", 2022, 60));

        var run = BatchOf.Table(_folder.Path);

        Assert.Equal("IR5223", Assert.Single(run.Told).Id);
        Assert.Equal(38, run.Text.Split('\n').Count(l => l.StartsWith('X')));
        Assert.Equal(0, run.Result.Value!.Counts.Errors);
    }

    [Fact]
    public void Folder_TwoYearsOfAPlace_IsNothingToTell()
    {
        _folder.Write("a.json", Facts("X1", 2021, 60));
        _folder.Write("b.json", Facts("X1", 2022, 61));

        Assert.Empty(BatchOf.Table(_folder.Path).Told);
    }

    [Theory]
    [InlineData("140926", "140926.0")]
    [InlineData("0140926", "140926")]
    [InlineData("140926", "１４０９２６")]
    public void Folder_CodesThatASpreadsheetChanged_NamesBoth(string one, string other)
    {
        _folder.Write("a.json", Facts(one, 2022, 60));
        _folder.Write("b.json", Facts(other, 2021, 60));

        var told = Assert.Single(BatchOf.Table(_folder.Path).Told);

        Assert.Equal(("IR5219", other, $"`{one}`", "a.json"),
            (told.Id, told.Arguments[0].En, told.Arguments[1].En, Path.GetFileName(told.Arguments[2].En)));
    }

    [Fact]
    public void AssessAll_PlaceAndYearAgain_IsNotJudgedAgain()
    {
        using var batch = Written.Host.OpenBatch(BatchOf.County).OrThrow();
        FactsFile[] files = [Built("X1", 60), Built("X2", 60), Built("X1", 61), Read(Facts("X3", 2022, 60)), Read(Facts("X3", 2022, 60))];

        var all = batch.AssessAll(files).ToList();

        Assert.Equal(["", "", "IR5220", "", "IR5223"], all.Select(
            p => string.Join(' ', p.Diagnostics.Where(d => d.Id.StartsWith("IR52", StringComparison.Ordinal)).Select(d => d.Id))));
        Assert.All(all[2].Years[0].Indicators, r => Assert.Equal("IR5220", r.Fault));
        Assert.Empty(all[4].Years);
        Assert.Equal(Status.Met, all[1].Years[0].Indicators[9].Verdict.Proven);
    }

    public void Dispose() => _folder.Dispose();

    private static FactsFile Read(string json) =>
        FactsReader.Read(StrictJson.Read(System.Text.Encoding.UTF8.GetBytes(json), "x.json").OrThrow()).OrThrow();

    private static FactsFile Built(string code, decimal value)
    {
        var read = Read(Facts(code, 2022, value)).Facts;
        return FactsFile.FromCode(new PlaceFacts(read.Place, read.Years));
    }

    private static string Facts(string code, int year, decimal value) => new JsonObject
    {
        ["$schema"] = "facts.schema.json",
        ["scheme"] = "jingle-county",
        ["place"] = new JsonObject
        {
            ["code"] = code,
            ["name"] = "县",
            ["attributes"] = JsonNode.Parse("""
                [{ "id": "Climate", "choice": "半湿润地区" }, { "id": "Terrain", "shares": { "Mountain": 49, "Hill": 37, "Plain": 14 } }]
                """),
        },
        ["years"] = new JsonArray(
            new JsonObject { ["year"] = year, ["indicators"] = new JsonArray(new JsonObject { ["id"] = "eco-index", ["value"] = value }) }),
    }.ToJsonString();
}
