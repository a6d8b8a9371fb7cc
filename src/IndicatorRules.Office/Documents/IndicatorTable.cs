using IndicatorRules.Office.Reports;
using IndicatorRules.Reporting;

namespace IndicatorRules.Office.Documents;

/// <summary>The printed table (表2-1) of a document.</summary>
internal sealed class IndicatorTable(PlaceReport report)
{
    private static readonly int[] Shares = [62, 112, 52, 250, 84, 160, 92, 250, 96];

    private readonly DocumentTable _table = new(
        DocumentDraft.WidthOf(isLandscape: true), [.. report.Columns.Select((c, i) => (c, i < Shares.Length ? Shares[i] : 160))]);

    private string? _domain;
    private string? _group;

    internal DocumentTable Make()
    {
        foreach (var row in report.Rows)
        {
            Add(row);
        }

        return _table;
    }

    private void Add(ReportedRow row)
    {
        var isNewDomain = row.Domain != _domain;
        var isNewGroup = isNewDomain || row.TaskGroup != _group;
        (_domain, _group) = (row.Domain, row.TaskGroup);
        for (var i = 0; i < row.Lines.Length; i++)
        {
            var (line, isFirst) = (row.Lines[i], i == 0);
            // The lines of a row stay on one page.
            _table.Add(
                staysWithNext: i < row.Lines.Length - 1,
                [
                    Heading(row.Domain, isFirst && isNewDomain),
                    Heading(row.TaskGroup, isFirst && isNewGroup),
                    Whole(DocumentCell.Centered(row.Number), row, isFirst),
                    line.Name,
                    Joined(row, i, l => l.Unit) with { Look = DocumentLook.CellCentered },
                    Joined(row, i, l => l.Target),
                    Whole(DocumentCell.Centered(row.Kind), row, isFirst),
                    Joined(row, i, l => l.Value),
                    Whole(Met(row), row, isFirst),
                    .. Enumerable.Range(0, line.Stages.Length).Select(s => Stage(row, i, s)),
                ]);
        }
    }

    private DocumentCell Stage(ReportedRow row, int line, int stage)
    {
        var cell = Joined(row, line, l => l.Stages[stage]);
        var id = report.Stages[stage].Id;
        return line > 0 || row.Stages.FirstOrDefault(s => s.Verdict.Stage.Stage.Id == id) is not { Verdict.HasCome: true } due ? cell
            : cell with
            {
                Text = $"{cell.Text}\n{due.Sign} {due.State}".TrimStart('\n'),
                Fill = StatusColor.FillOf(due.Verdict.Status),
            };
    }

    private static DocumentCell Met(ReportedRow row) => DocumentCell.Centered(row.Met.Replace("（", "\n（", StringComparison.Ordinal)) with
    {
        Fill = StatusColor.FillOf(row.Verdict.Status),
    };

    private static DocumentCell Heading(string name, bool begins) =>
        DocumentCell.Centered(begins ? name : "") with { Merge = begins ? CellMerge.Begins : CellMerge.Continues };

    private static DocumentCell Whole(DocumentCell cell, ReportedRow row, bool isFirst) => row.Lines.Length == 1 ? cell
        : cell with { Text = isFirst ? cell.Text : "", Merge = isFirst ? CellMerge.Begins : CellMerge.Continues };

    private static DocumentCell Joined(ReportedRow row, int line, Func<PrintedLine, string?> text)
    {
        var goesOn = line + 1 < row.Lines.Length && text(row.Lines[line + 1]) is null;
        return text(row.Lines[line]) is { } own ? new(own) { Merge = goesOn ? CellMerge.Begins : null }
            : new("") { Merge = line == 0 ? null : CellMerge.Continues };
    }
}
