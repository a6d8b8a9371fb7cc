using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Reporting;

namespace IndicatorRules.Tests.Support;

/// <summary>An assessment as the bytes that are handed out.</summary>
internal static class JsonOf
{
    internal static string Assessment(SchemeHost host, FactsFile facts, AssessOptions? options = null)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var assessment = host.Assess(facts, options).OrThrow();
        ReportWriters.For(ReportFormat.Json).Write([assessment], Language.Zh, text);
        ReportWriters.For(ReportFormat.Csv).Write([assessment], Language.En, text);
        return text.ToString();
    }
}
