using IndicatorRules;
using IndicatorRules.Contract;
using IndicatorRules.Reporting;

using var host = SchemeHost.Open("plugins");
var assessment = (await host.AssessFileAsync("samples/jingle-2022/facts.json")).OrThrow();

// As text, for people.
Console.WriteLine(assessment.ToText(ReportFormat.Markdown, Language.En).Split('\n')[0]);

// As UTF-8 into any stream, here none.
await ReportWriters.For(ReportFormat.Html).WriteAsync([assessment], Language.Zh, Stream.Null);

// As objects, for programs: written, stored, read back.
var json = AssessmentReport.Of(assessment, Language.En).ToJson();
var report = AssessmentReport.Parse(json);
Console.WriteLine($"{report.Place.Name} {report.Year}: {report.Summary.Met} of {report.Summary.Total} met");
foreach (var row in report.Indicators.Where(row => row.Status == Status.NotMet))
{
    Console.WriteLine($"{row.Number} {row.Name}: {string.Join("; ", row.Reasons)}");
}
