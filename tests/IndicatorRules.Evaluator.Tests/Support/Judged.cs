using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Evaluator.Tests.Support;

/// <summary>The shipped schemes judged with or without a process for it, and what is handed out of that as text.</summary>
internal static class Judged
{
    internal static SchemeHost Host(EvaluationWorker? evaluator, string? plugins = null) =>
        SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [plugins ?? Repo.Plugins], Evaluator = evaluator });

    internal static FactsFile Sample(string name) =>
        FactsReader.ReadFile(Repo.In("samples", name, "facts.json")).OrThrow();

    internal static string Bytes(SchemeHost host, FactsFile facts, AssessOptions? options = null)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var result = host.Assess(facts, options);
        if (result.Value is not { } assessment)
        {
            return string.Join('\n', result.Diagnostics.Select(d => d.Format(Language.Zh)));
        }

        foreach (var language in (Language[])[Language.Zh, Language.En])
        {
            ReportWriters.For(ReportFormat.Json).Write([assessment], language, text);
            ReportWriters.For(ReportFormat.Table).Write([assessment], language, text);
        }

        return text.ToString();
    }

    internal static string Failure(Result<Assessment> result) => Assert.Single(result.Diagnostics, d => d.Severity == Severity.Error).Id;
}
