using IndicatorRules.Drafting;
using IndicatorRules.Office.Writing;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Office;

/// <summary>Writes what a person has to decide about a drafted plugin as a workbook (.xlsx).</summary>
public static class DraftReview
{
    private static readonly string[] Headings = ["序号", "指标名称", "年份", "指标值", "规则", "把握", "要定的事", "决定"];

    /// <summary>Writes the review.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>The workbook. Equal drafts give equal bytes.</returns>
    public static byte[] Write(PluginDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var workbook = new WorkbookDraft();
        var sheet = workbook.Add("待核事项");
        (sheet.Frozen, sheet.RepeatedRows, sheet.FilterRow, sheet.IsLandscape) = ((1, 2), 1, 1, true);
        for (var i = 0; i < Headings.Length; i++)
        {
            sheet.Set(1, i + 1, Headings[i], CellLook.Heading);
        }

        sheet.Widths[7] = 50;
        sheet.Widths[8] = 24;
        var at = 2;
        foreach (var notice in draft.Notices)
        {
            Line(sheet, at++, "", "整张表", "", "", "", "", notice.Zh, Certainty.Guess);
        }

        foreach (var row in draft.Rows)
        {
            var asked = string.Join('\n', row.Questions.Select(q => q.Zh));
            Line(sheet, at++, row.Number, row.Name, "", row.Target, row.Rule, Word(row.Certainty), asked, row.Certainty);
            foreach (var stage in row.Stages)
            {
                Line(
                    sheet, at++, row.Number, row.Name, $"{stage.Year}", stage.Target, stage.Rule, Word(stage.Certainty), "",
                    stage.Certainty);
            }
        }

        return workbook.Write();
    }

    private static void Line(
        SheetDraft sheet, int at, string number, string name, string year, string target, string rule, string word, string asked,
        Certainty certainty)
    {
        // Coloured, with the word beside the colour for those who print in grey.
        var look = CellLook.Plain with
        {
            Format = "@",
            Fill = certainty switch { Certainty.Sure => null, Certainty.Guess => "FFF2CC", _ => "F8CBAD" },
        };
        string[] cells = [number, name, year, target, rule, word, asked, ""];
        for (var i = 0; i < cells.Length; i++)
        {
            sheet.Set(at, i + 1, cells[i], i == 7 ? look with { Fill = null } : look);
        }
    }

    private static string Word(Certainty certainty) => certainty switch
    {
        Certainty.Sure => "有把握",
        Certainty.Guess => "待核",
        _ => "没读懂",
    };
}
