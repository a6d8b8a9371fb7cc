using IndicatorRules.Reporting.Tests.Support;

namespace IndicatorRules.Tables.Tests;

/// <summary>Diagnostics of tables name the entry of the facts that they are about, as those of files do.</summary>
public sealed class EntryPathTests : IDisposable
{
    private const string Attributes = "place.Climate,place.Terrain.Mountain,place.Terrain.Hill,place.Terrain.Plain";
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("2022,rural-waste,,28‰,%,,,,", "2022/rural-waste")]
    [InlineData("2022,第31项,,28‰,%,,,,", "2022/rural-waste")]
    [InlineData("2021,farm-waste,Straw,28（上年）,,,,,", "2021/farm-waste/Straw")]
    [InlineData("2022,farm-waste,农膜,84,,,,,", "2022/farm-waste")]
    [InlineData("2022,不存在的一项,,1,,,,,", "2022/不存在的一项")]
    [InlineData("1900,urban-waste,,95,,,,,", null)]
    [InlineData("2022,urban-waste,,95,,湿润地区,,,", "place/Climate")]
    [InlineData("2022,urban-waste,,95,,,四成,,", "place/Terrain")]
    [InlineData("2022,urban-waste,,9\u00075,,,,,", "2022/urban-waste")]
    [InlineData("2022,urban-waste,,95", "2022/urban-waste")]
    public void Rows_Wrong_NameYearRowAndItem(string row, string? path)
    {
        var terrain = row.Contains("四成", StringComparison.Ordinal) ? ",,," : ",49,37,14";

        var run = Run($"place,year,indicator,item,value,unit,{Attributes}\nA,2022,eco-index,,60,,半湿润地区{terrain}\nA,{row}\n");

        Assert.Contains(path, run.Told.Where(d => d.Location.Line == 3).Select(d => d.Path));
        Assert.All(run.Told.Where(d => d.Path is null), d => Assert.Null(path));
    }

    [Fact]
    public void Years_SideBySide_AreNamedAndFaultyApart()
    {
        var run = Run($"place,indicator,unit,2021年,2022年,{Attributes}\nA,rural-waste,%,28‰,95,半湿润地区,49,37,14\nA,urban-waste,%,95,9‰,,,,\n");

        Assert.Equal(["2021/rural-waste", "2022/urban-waste"], run.Told.Where(d => d.Id == "IR5004").Select(d => d.Path));
        Assert.Contains("A,2022,jingle-county@1.0.0,31,rural-waste,met,measured,,", run.Text, StringComparison.Ordinal);
        Assert.Contains("A,2021,jingle-county@1.0.0,30,urban-waste,met,measured,,", run.Text, StringComparison.Ordinal);
        Assert.Contains("A,2021,jingle-county@1.0.0,31,rural-waste,undetermined,,IR5004,", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Years_SideBySideInARowOfAnotherWidth_AreAllNotJudged()
    {
        var run = Run($"place,indicator,unit,2021年,2022年,{Attributes}\nA,eco-index,,60,61,半湿润地区,49,37,14\nA,urban-waste,%,95,96,\n");

        Assert.Contains("A,2021,jingle-county@1.0.0,30,urban-waste,undetermined,,IR5204,", run.Text, StringComparison.Ordinal);
        Assert.Contains("A,2022,jingle-county@1.0.0,30,urban-waste,undetermined,,IR5204,", run.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private BatchOf Run(string table) => BatchOf.Table(_folder.Write("table.csv", table));
}
