using System.Text;
using IndicatorRules;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

Console.OutputEncoding = Encoding.UTF8;
var path = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "facts.json");

using var host = SchemeHost.Open();
var facts = FactsReader.ReadFile(path);
var assessed = facts.Value is { } read ? await host.AssessAsync(read) : null;

// What is wrong with the facts or the scheme, with its place and remedy.
foreach (var diagnostic in assessed?.Diagnostics ?? facts.Diagnostics)
{
    Console.Error.WriteLine(diagnostic.Format(Language.Zh));
}

if (assessed?.Value is not { } assessment)
{
    return 2;
}

foreach (var row in assessment.Indicators)
{
    Console.WriteLine($"{row.Indicator.Number} {row.Indicator.Name.Zh}: {row.Status} {string.Join("；", row.Reasons(Language.Zh))}");
}

return 0;
