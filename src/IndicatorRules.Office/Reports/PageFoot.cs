using IndicatorRules.Assessing;
using IndicatorRules.Reporting;

namespace IndicatorRules.Office.Reports;

/// <summary>The foot of each page: the scheme with its version and the beginnings of the hashes.</summary>
internal static class PageFoot
{
    private const int HashDigits = 8;

    internal static string Of(PlaceReport report)
    {
        var (scheme, words) = (report.Assessment.Scheme, new Wording(report.Language));
        var hash = Start(scheme.Hash);
        var facts = report.Assessment.FactsHash.Length == 0 ? ""
            : words.Say($"　填报数据 {Start(report.Assessment.FactsHash)}", $"  facts {Start(report.Assessment.FactsHash)}");
        return words.Say($"{scheme.Title.Zh} {scheme.Version}（{hash}）{facts}", $"{scheme.Title.En} {scheme.Version} ({hash}){facts}");
    }

    private static string Start(string hash) => hash.Length <= HashDigits ? hash : hash[..HashDigits];
}
