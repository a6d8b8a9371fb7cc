using System.Collections.Immutable;
using IndicatorRules.Office.Documents;
using IndicatorRules.Office.Reports;
using IndicatorRules.Reporting;

namespace IndicatorRules.Office;

/// <summary>Writes the papers of a place as a document (.docx) that a bureau edits and signs.</summary>
public static class DocumentReport
{
    /// <summary>Writes the document.</summary>
    /// <param name="reports">The same facts judged by one scheme or by several, one after the other; at least one.</param>
    /// <returns>The document. Equal arguments give equal bytes.</returns>
    public static byte[] Write(params ImmutableArray<PlaceReport> reports)
    {
        if (reports.IsDefaultOrEmpty)
        {
            throw new ArgumentException("At least one report.", nameof(reports));
        }

        var draft = new DocumentDraft(PageFoot.Of(reports[^1]));
        for (var i = 0; i < reports.Length; i++)
        {
            if (i > 0)
            {
                draft.EndPages(isLandscape: false);
            }

            new PaperWriter(reports[i], draft).Write();
        }

        return draft.Write();
    }
}
