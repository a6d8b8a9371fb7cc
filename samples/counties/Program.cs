using IndicatorRules;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Tables;

using var host = SchemeHost.Open("plugins");
var request = new BatchRequest { Input = "samples/many-places/invented.csv", Format = BatchFormat.Csv, Language = Language.Zh };
var run = new BatchRun(host, request, new BatchOptions { Scheme = "jingle-county" });

// A wrong row is told and costs its row alone. With `Output`, the result is a file that an interrupted run resumes.
using var verdicts = new StringWriter();
var done = run.Run(verdicts, diagnostic => Console.WriteLine(diagnostic.Format(Language.Zh))).OrThrow();

var lines = verdicts.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
Console.WriteLine($"{done.Counts.Places} places, {lines.Length - 1} verdicts");
foreach (var line in lines.Take(3))
{
    Console.WriteLine(line);
}
