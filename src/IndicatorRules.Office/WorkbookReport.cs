using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Office.Forms;
using IndicatorRules.Office.Reports;
using IndicatorRules.Office.Writing;
using IndicatorRules.Reporting;
using IndicatorRules.Rows;

namespace IndicatorRules.Office;

/// <summary>Writes the papers of a place as a workbook: the printed table, ready to print, and the lists behind it.</summary>
public static class WorkbookReport
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="reports">The same facts judged by one scheme or by several; at least one.</param>
    /// <returns>The workbook. Equal arguments give equal bytes.</returns>
    public static byte[] Write(params ImmutableArray<PlaceReport> reports)
    {
        if (reports.IsDefaultOrEmpty)
        {
            throw new ArgumentException("At least one report.", nameof(reports));
        }

        var scheme = reports[0].Assessment.Scheme;
        var identity = FormIdentity.Of(scheme);
        var workbook = new WorkbookDraft { Custom = (FormIdentity.Element, FormIdentity.Namespace, $"{identity}") };
        var names = new SheetNames();
        foreach (var report in reports)
        {
            var suffix = reports.Length == 1 ? "" : $" {report.Schemes[^1].Level}";
            var table = report.Assessment.Scheme.Source.Table;
            var words = new Wording(report.Language);
            var printed = table.Length == 0 ? words.Say("指标表", "Table") : words.Say($"表{table}", $"Table {table}");
            new PrintedSheet(report, Add(printed)).Write();
            new ListSheets(report, Add).Write();

            SheetDraft Add(string name) => workbook.Add(names.Of(name + suffix));
        }

        // The figures themselves: next year's are written over them, and the workbook is read as facts.
        if (reports[0].Review is { } review)
        {
            var figures = workbook.Add(names.Of(FactsSheet.Name));
            FactsSheet.Write(figures, FactsRows.Of(scheme, review.Facts), identity, PageFoot.Of(reports[0]));
        }

        return workbook.Write();
    }
}
