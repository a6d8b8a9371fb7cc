using IndicatorRules.Assessing;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Checking;

/// <summary>Checks look a figure up by the year that it is of, and hold no figures of two years against each other.</summary>
public sealed class CheckByYearTests
{
    private static readonly YearFacts[] Plain =
    [
        Column(2021, Figure(12), Figure(12), Figure(12)), Column(2022, Figure(10), Figure(11), Figure(10)),
    ];

    [Fact]
    public void Check_EveryFigureOfItsColumnsYear_FindsWhatDiffers() => Assert.Equal(["falls", "sides"], Found(Plain));

    [Fact]
    public void Check_AllColumnsLagByAYear_FindsTheSame() => Assert.Equal(["falls", "sides"], Found(
        Column(2021, Figure(12, 2020), Figure(12, 2020), Figure(12, 2020)),
        Column(2022, Figure(10, 2021), Figure(11, 2021), Figure(10, 2021))));

    [Fact]
    public void Check_EarlierFigureGivenInALaterColumn_IsFoundThere() => Assert.Equal(["falls", "sides"], Found(
        Column(2022, Figure(10), Figure(11), Figure(10)), Column(2023, Figure(12, 2021), Figure(12, 2021), Figure(12, 2021))));

    [Fact]
    public void Check_FiguresOfTwoYears_AreNotHeldAgainstEachOther() => Assert.Equal([], Found(
        Column(2020, Figure(90), Figure(1), Figure(90)), Column(2021, Figure(100), Figure(1), Figure(100)),
        Column(2022, Figure(90, 2020), Figure(91), Figure(90, 2020))));

    private static IEnumerable<string> Found(params YearFacts[] years)
    {
        using var host = Hosts.Over(Repo.In("tests", "corpus", "good", "checks-by-year"));
        var facts = FactsFile.FromCode(new PlaceFacts(new Place { Code = "0", Name = "县" }, years));
        return host.FindContradictions(facts, new AssessOptions { Scheme = "main", Year = 2022 })
            .OrThrow().Contradictions.Select(f => f.Check.Id).Distinct();
    }

    private static YearFacts Column(int year, Fact a, Fact b, Fact gdp) => new(
        year, [new IndicatorFacts { Id = "a", Own = a }, new IndicatorFacts { Id = "b", Own = b }])
    {
        Background = [new BackgroundFact("Gdp", gdp)],
    };

    private static Fact Figure(decimal number, int? ofYear = null) => new() { Value = Reading.Number(number), OfYear = ofYear };
}
