using IndicatorRules;
using IndicatorRules.Contract;
using IndicatorRules.Facts;

using var host = SchemeHost.Open("plugins");
var facts = FactsReader.ReadFile("samples/jingle-2022/facts.json").OrThrow();
var assessment = host.Assess(facts).OrThrow();

foreach (var row in assessment.Indicators.Where(row => row.Status == Status.NotMet))
{
    Console.WriteLine($"{row.Indicator.Number} {row.Indicator.Name.Zh}: {string.Join("; ", row.Reasons(Language.Zh))}");
}
