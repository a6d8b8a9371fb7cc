using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Facts;

/// <summary>Each mistake in facts: its id, its place, and what was probably meant.</summary>
public sealed class FactsDiagnosticsTests
{
    [Theory]
    [InlineData("\"eco-plan\"", "\"eco-paln\"", "IR5001", 16, 17, "eco-plan")]
    [InlineData("\"eco-plan\"", "\"whatever\"", "IR5001", 16, 17, null)]
    [InlineData("\"Straw\"", "\"straw\"", "IR5002", 19, 19, "Straw")]
    [InlineData("\"value\": 28", "\"value\": 28, \"unit\": \"分\"", "IR5004", 17, 17, null)]
    [InlineData("\"value\": 28", "\"value\": \"28分\"", "IR5004", 17, 17, null)]
    [InlineData("\"value\": 92.87", "\"value\": 92.87, \"unit\": \"吨\"", "IR5004", 19, 19, null)]
    [InlineData("\"eco-plan\"", "\"farm-waste\"", "IR5005", 18, 17, null)]
    [InlineData("\"value\": 28", "\"value\": { \"low\": 9, \"high\": 3 }", "IR5006", 17, 49, null)]
    [InlineData("半湿润地区", "半湿润地域", "IR5007", 8, 15, "半湿润地区")]
    [InlineData("半湿润地区", "高原", "IR5007", 8, 15, null)]
    [InlineData("\"Plain\": 14", "\"Plain\": 13.9", "IR5008", 9, 15, null)]
    [InlineData("\"scheme\": \"jingle-county\",", "", "IR5010", 4, 12, null)]
    [InlineData("\"制定实施\"", "\"制定实旋\"", "IR5101", 16, 17, "制定实施")]
    [InlineData("\"value\": 28", "\"value\": 0.28", "IR5102", 17, 17, null)]
    [InlineData("\"value\": 28", "\"value\": \"很高\"", "IR5103", 17, 17, null)]
    public void Assess_Mistake_IsToldAtItsPlace(string from, string to, string id, int line, int column, string? suggestion)
    {
        var diagnostic = Assert.Single(Diagnostics(TinyFacts.With(from, to)), d => d.Id == id);

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(new Location(TinyFacts.File, line, column), diagnostic.Location);
        Assert.Equal(suggestion, diagnostic.Suggestion);
        Assert.Equal(id[2..4] == "51" ? Severity.Warning : Severity.Error, diagnostic.Severity);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("national-revised")]
    public void Assess_SchemeOfTheFactsIsBroken_IsToldFirstAndNoIdIsCalledUnknown(string? asked)
    {
        using var folder = TempFolder.WithPlugins();
        folder.Edit("jingle-county/scheme.json", "\"version\": \"1.0.0\"", "\"version\": \"1.0\"");
        using var host = Hosts.Over(folder.Path);

        var told = host.Assess(Jingle.Facts2022, new AssessOptions { Scheme = asked }).Diagnostics;

        Assert.Equal(["IR3040", "IR2005"], told.Select(d => d.Id));
        Assert.Contains("`jingle-county`", told[0].Message(Contract.Language.Zh), StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_NothingWrong_SaysNothing() => Assert.Empty(Diagnostics(TinyFacts.Text));

    [Fact]
    public void Assess_AttributeMissing_NamesItAndWhoAsks()
    {
        var diagnostics = Diagnostics(TinyFacts.With("{ \"id\": \"Climate\", \"choice\": \"半湿润地区\" },", ""));

        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, d => Assert.Equal("IR5003", d.Id));
        Assert.All(diagnostics, d => Assert.Equal(new Location(TinyFacts.File, 4, 12), d.Location));
        Assert.All(diagnostics, d => Assert.Contains("“气候区”", d.Message(Contract.Language.Zh), StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_YearNotThere_NamesThoseThatAre()
    {
        var facts = TinyFacts.Read(TinyFacts.Text).OrThrow();

        var diagnostic = Assert.Single(Hosts.Shared.Assess(facts, new AssessOptions { Year = 2021 }).Diagnostics);

        Assert.Equal("IR5009", diagnostic.Id);
        Assert.Equal(TinyFacts.File, diagnostic.Location.File);
        Assert.Equal("填报数据中没有 2021 年，现有：2022。", diagnostic.Message(Contract.Language.Zh));
    }

    [Fact]
    public void Assess_ManyMistakes_AreAllToldByPlace()
    {
        var text = TinyFacts.With("\"eco-plan\"", "\"eco-paln\"").Replace("\"Straw\"", "\"Strw\"", StringComparison.Ordinal)
            .Replace("\"Plain\": 14", "\"Plain\": 1", StringComparison.Ordinal);

        Assert.Equal(["IR5008", "IR5001", "IR5002"], Diagnostics(text).Select(d => d.Id));
    }

    [Fact]
    public void Assess_FactsFromCode_NamesThemInsteadOfAPlace()
    {
        var place = new Place { Code = "tiny", Name = "小县" };
        var facts = new PlaceFacts(place, [new YearFacts(2022, [new IndicatorFacts { Id = "eco-paln" }])]) { Scheme = "national-revised" };

        var diagnostics = Hosts.Shared.Assess(facts).Diagnostics;

        Assert.Equal(["IR5001", "IR5003", "IR5003"], diagnostics.Select(d => d.Id));
        Assert.Equal(["facts 2022 eco-paln", "facts Climate", "facts Terrain"], diagnostics.Select(d => d.Location.File));
    }

    [Fact]
    public void Assess_FactsFromCode_AreHeldToWhatAFileMaySay()
    {
        IndicatorFacts Row(decimal number, string? unit = null, int? ofYear = null) => new()
        {
            Id = "eco-appraisal-share",
            Own = new Fact { Value = Reading.Number(number), Unit = unit, OfYear = ofYear },
        };
        ItemFact straw = new("Straw", Fact.Unknown);
        var facts = new PlaceFacts(TinyFacts.Read(TinyFacts.Text).OrThrow().Facts.Place,
        [
            new YearFacts(int.MinValue, [Row(20)]), new YearFacts(2019, [Row(20) with { Targets = [new DeclaredTarget(0, "≥20")] }]),
            new YearFacts(2020, [Row(20, ofYear: 3000)]), new YearFacts(2021, [Row(20, "km")]),
            new YearFacts(2022, [Row(20, "km"), new IndicatorFacts { Id = "farm-waste", Items = [straw, straw] }]),
            new YearFacts(2023, [Row(150)]),
        ])
        { Scheme = "jingle-county" };

        var diagnostics = Hosts.Shared.Assess(facts).Diagnostics;

        Assert.Equal(
            [
                "facts -2147483648: IR5013", "facts 2019 eco-appraisal-share: IR5013", "facts 2020 eco-appraisal-share: IR5013",
                "facts 2021 eco-appraisal-share: IR5004",
                "facts 2022 eco-appraisal-share: IR5004", "facts 2022 farm-waste Straw: IR5215", "facts 2023 eco-appraisal-share: IR5105",
            ],
            diagnostics.Select(d => $"{d.Location}: {d.Id}"));
    }

    [Fact]
    public void Create_WithPlaces_PointsAtThem()
    {
        var place = TinyFacts.Read(TinyFacts.Text).OrThrow().Facts.Place;
        var facts = new PlaceFacts(
            place, [new YearFacts(
                2022, [new IndicatorFacts { Id = "eco-paln" },
                    new IndicatorFacts { Id = "farm-waste", Items = [new ItemFact("Strw", Fact.Unknown)] }])])
        {
            Scheme = "jingle-county",
        };
        var file = FactsFile.Create(
            facts, "county.db", path => path.Indicator == "farm-waste" && path.Item.Length == 0 ? new Location("county.db", 17, 1) : null);

        Assert.Equal(["county.db(17,1)", "county.db 2022 eco-paln"], Hosts.Shared.Assess(file).Diagnostics.Select(d => $"{d.Location}"));
    }

    [Fact]
    public void Assess_AttributesBlank_LeaveTheirRowsAloneUndetermined()
    {
        var text = TinyFacts.With("半湿润地区", "")
            .Replace("{ \"Mountain\": 49, \"Hill\": 37, \"Plain\": 14 }", "{}", StringComparison.Ordinal)
            .Replace("\"value\": 28 }", "\"value\": 28 }, { \"id\": \"forest-grass-cover\", \"value\": 59.03 }", StringComparison.Ordinal);

        var assessed = Hosts.Shared.Assess(TinyFacts.Read(text).OrThrow());

        Assert.Equal(["IR5106", "IR5106"], assessed.Diagnostics.Select(d => d.Id));
        Assert.Equal(Contract.Status.Met, assessed.Value!.Row(3).Status);
        Assert.Equal(Contract.Status.Undetermined, assessed.Value!.Row(11).Status);
        Assert.Contains("请填地形占比", string.Concat(assessed.Value!.Row(11).Reasons(Contract.Language.Zh)), StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_WarningAlone_StillJudges()
    {
        var facts = TinyFacts.Read(TinyFacts.With("\"value\": 28", "\"value\": \"很高\"")).OrThrow();

        var assessed = Hosts.Shared.Assess(facts);

        Assert.Equal("IR5103", Assert.Single(assessed.Diagnostics).Id);
        Assert.Equal(Contract.Status.Undetermined, assessed.Value!.Row(3).Status);
    }

    private static ImmutableArray<Diagnostic> Diagnostics(string text)
    {
        var facts = TinyFacts.Read(text);
        return facts.Succeeded ? [.. facts.Diagnostics, .. Hosts.Shared.Assess(facts.Value).Diagnostics] : facts.Diagnostics;
    }
}
