using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Office.Writing;
using IndicatorRules.Reporting;

namespace IndicatorRules.Office.Reports;

/// <summary>The sheet that is the printed table (表2-1): its columns and order, merged headings, ready to print.</summary>
internal sealed class PrintedSheet(PlaceReport report, SheetDraft sheet)
{
    private const int HeadingRow = 3;
    private const int FirstStage = 10;
    private const string DomainFill = "DDEBF7";

    private static readonly int[] Widths = [7, 16, 6, 30, 8, 20, 10, 26, 12];
    private static readonly CellLook Open = new() { Bordered = false };

    private readonly Wording _words = new(report.Language);
    private int _row = HeadingRow;

    internal void Write()
    {
        var last = report.Columns.Length;
        for (var column = 1; column <= last; column++)
        {
            sheet.Widths[column] = column < FirstStage ? Widths[column - 1] : 22;
            sheet.Put(HeadingRow, column, report.Columns[column - 1], CellLook.Heading);
        }

        Across(1, report.TableTitle, Open with { Bold = true, Centered = true, Size = 18 });
        Across(2, _words.Say(
            $"行政区：{report.Assessment.Place.Name}　　年度：{report.Assessment.Year}年　　填报单位（公章）：",
            $"Place: {report.Assessment.Place.Name}    Year: {report.Assessment.Year}    Unit (seal):"), Open);
        var (domain, domainRow, group, groupRow) = ("", 0, "", 0);
        foreach (var row in report.Rows)
        {
            if (row.Domain != domain)
            {
                Close(1, domainRow, domain, isBold: true);
                (domain, domainRow) = (row.Domain, _row + 1);
            }

            if (domainRow == _row + 1 || row.TaskGroup != group)
            {
                Close(2, groupRow, group, isBold: false);
                (group, groupRow) = (row.TaskGroup, _row + 1);
            }

            Write(row);
        }

        Close(1, domainRow, domain, isBold: true);
        Close(2, groupRow, group, isBold: false);
        if (report.Marks.Length > 0)
        {
            Across(++_row, report.Marks, Open);
        }

        Across(++_row, _words.Say(
            "“是否达标”：✓ 达标　✗ 未达标　? 无法判定　– 不适用；“自报”指仅凭填报、没有数据或材料佐证。",
            "Met: ✓ met, ✗ not met, ? undetermined, – not applicable; “declared” rests on claims alone."), Open);
        Across(++_row, _words.Say("填报人：　　　　　　　审核人：　　　　　　　填报日期：　　　　年　　月　　日",
            "Filled in by:                Reviewed by:                Date:"), Open);
        (sheet.Frozen, sheet.RepeatedRows) = ((HeadingRow, 4), HeadingRow);
        (sheet.Paper, sheet.IsLandscape, sheet.Footer) = (Paper.A3, true, PageFoot.Of(report));
    }

    private void Write(ReportedRow row)
    {
        var first = _row + 1;
        foreach (var line in row.Lines)
        {
            _row++;
            sheet.Put(_row, 3, row.Number, ReportCells.Centered);
            sheet.PutText(_row, 4, line.Name);
            Put(5, line.Unit, ReportCells.Centered);
            Put(6, line.Target, ReportCells.Centered);
            sheet.Put(_row, 7, row.Kind, ReportCells.Centered);
            Put(8, line.Value, ReportCells.Centered);
            for (var i = 0; i < line.Stages.Length; i++)
            {
                Put(FirstStage + i, line.Stages[i], ReportCells.Centered);
            }
        }

        sheet.Set(first, 9, row.Met, ReportCells.Of(row.Verdict.Status));
        sheet.Merge(first, 3, _row, 3);
        sheet.Merge(first, 7, _row, 7);
        sheet.Merge(first, 9, _row, 9);
        Join(row, first, 5, l => l.Unit);
        Join(row, first, 6, l => l.Target);
        Join(row, first, 8, l => l.Value);
        for (var i = 0; i < report.Stages.Length; i++)
        {
            var (column, stage) = (FirstStage + i, report.Stages[i]);
            if (row.Stages.FirstOrDefault(s => s.Verdict.Stage.Stage.Id == stage.Id) is { Verdict.HasCome: true } due)
            {
                var printed = row.Lines[0].Stages[i] is { Length: > 0 } text ? text + "\n" : "";
                sheet.Put(first, column, $"{printed}{due.Sign} {due.State}", ReportCells.Of(due.Verdict.Status));
            }

            Join(row, first, column, l => l.Stages[i]);
        }
    }

    private void Put(int column, string? text, CellLook look) => sheet.Put(_row, column, text ?? "", look);

    // Merges the lines whose cell is that of the line above.
    private void Join(ReportedRow row, int first, int column, Func<PrintedLine, string?> cell)
    {
        for (var start = 0; start < row.Lines.Length;)
        {
            var end = start + 1;
            while (end < row.Lines.Length && cell(row.Lines[end]) is null)
            {
                end++;
            }

            sheet.Merge(first + start, column, first + end - 1, column);
            start = end;
        }
    }

    private void Close(int column, int first, string name, bool isBold)
    {
        if (first > 0)
        {
            sheet.PutText(first, column, name, ReportCells.Centered with { Fill = DomainFill, Bold = isBold });
            sheet.Merge(first, column, _row, column);
        }
    }

    private void Across(int row, string text, CellLook look)
    {
        sheet.PutText(row, 1, text, look);
        sheet.Merge(row, 1, row, report.Columns.Length);
    }
}
