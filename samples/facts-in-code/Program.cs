using System.Text;
using IndicatorRules;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;

var facts = PlaceFacts.For("140926", "静乐县", "national-revised")
    .Note("虚构：用来演示怎样在程序里写数据")
    .Choice("Climate", "半湿润地区").Shares("Terrain", ("Mountain", 49), ("Hill", 37), ("Plain", 14))
    .Year(2021, y => y.Number("eco-appraisal-share", 25, "%").Number("forest-grass-cover", 58.9m).State("eco-plan", "正在制定"))
    .Year(2022, y => y.Number("eco-appraisal-share", 28, "%").Cell("forest-grass-cover", "≥59").State("eco-plan", "制定实施"))
    .Build();

using var host = SchemeHost.Open("plugins");
var result = await host.AssessAsync(facts);

// Diagnostics name the entry, here the year and the row: a form can mark its field.
foreach (var diagnostic in result.Diagnostics)
{
    Console.WriteLine($"{diagnostic.Path}: {diagnostic.Message(Language.Zh)}");
}

foreach (var row in result.OrThrow().Indicators.Where(row => row.Status != Status.Undetermined))
{
    Console.WriteLine($"{row.Indicator.Name.Zh}: {row.Status}, {string.Join("; ", row.Reasons(Language.Zh))}");
}

// What was built can be stored, and is read back equal.
var json = FactsWriter.ToJson(facts);
var stored = FactsReader.Read(Encoding.UTF8.GetBytes(json), "stored").OrThrow();
Console.WriteLine($"{json.Length} characters, {stored.Facts.Years.Length} years, {FactsWriter.ToJson(stored.Facts) == json}");
