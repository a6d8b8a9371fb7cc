using System.Globalization;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Office.Forms;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Office.Writing;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Office;

/// <summary>Writes the form that a place fills in: the rows of a scheme, its place attributes and background figures.</summary>
public static class WorkbookForm
{
    private static readonly CellLook Label = new() { Fill = "EDEDED" };
    private static readonly CellLook Input = new() { Locked = false, Format = "@", Wrapped = true };

    /// <summary>Writes a form: empty, or filled with what is known of the year.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="last">
    /// Facts of the place: those of the year before go into the column 上年值, and those of the year itself are filled in; null for none.
    /// </param>
    /// <param name="year">The year of the form; null for the one after <paramref name="last"/>, or to leave it open.</param>
    /// <returns>The workbook. Equal arguments give equal bytes.</returns>
    public static byte[] Write(Scheme scheme, PlaceFacts? last = null, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        var identity = FormIdentity.Of(scheme);
        var workbook = new WorkbookDraft { Custom = (FormIdentity.Element, FormIdentity.Namespace, $"{identity}") };
        var footer = $"{scheme.Title.Zh} {scheme.Version} {identity.Hash[..8]}";
        year ??= last?.LatestYear + 1;
        new FormSheet(scheme, workbook, last, year).Write(footer);
        WritePlace(workbook, scheme, last, year, identity);
        WriteBackground(workbook, scheme, year is { } now ? last?.Find(now) : null);
        WriteGuide(workbook, scheme);
        return workbook.Write();
    }

    /// <summary>Writes facts as a table with a row for each figure, which <see cref="WorkbookTable"/> reads as the same again.</summary>
    /// <param name="scheme">The scheme that the facts are for.</param>
    /// <param name="rows">The facts.</param>
    /// <returns>The workbook. Equal arguments give equal bytes.</returns>
    public static byte[] Write(Scheme scheme, FactsRows rows)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(rows);
        var identity = FormIdentity.Of(scheme);
        var workbook = new WorkbookDraft { Custom = (FormIdentity.Element, FormIdentity.Namespace, $"{identity}") };
        FactsSheet.Write(workbook.Add(FactsSheet.Name), rows, identity, $"{scheme.Title.Zh} {scheme.Version} {identity.Hash[..8]}");
        return workbook.Write();
    }

    private static void WritePlace(WorkbookDraft workbook, Scheme scheme, PlaceFacts? last, int? year, FormIdentity identity)
    {
        var sheet = workbook.Add(PlaceSheet.Name);
        (sheet.IsProtected, sheet.Widths[1], sheet.Widths[2], sheet.Widths[3], sheet.Widths[4]) = (true, 24, 28, 50, 10);
        sheet.Set(1, 1, "项目", CellLook.Heading);
        sheet.Set(1, 2, "内容", CellLook.Heading);
        sheet.Set(1, 3, "说明", CellLook.Heading);
        sheet.Set(1, 4, $"{identity}", CellLook.Heading);
        sheet.HiddenColumns.Add(4);
        var row = 1;
        void Line(string label, string value, string note)
        {
            row++;
            sheet.Set(row, 1, label, Label);
            sheet.Set(row, 2, value, Input);
            sheet.Set(row, 3, note, CellLook.Plain with { Color = "595959" });
        }

        Line(PlaceSheet.PlaceName, last?.Place.Name ?? "", "例如：静乐县");
        Line(PlaceSheet.Code, last?.Place.Code ?? "", "行政区划代码；没有时可以不填");
        Line(PlaceSheet.Year, year?.ToString(CultureInfo.InvariantCulture) ?? "", "“本年现状值”是哪一年的数，例如：2022");
        foreach (var attribute in scheme.Lineage().Reverse().SelectMany(s => s.Place).DistinctBy(a => a.Id))
        {
            var known = last?.Place.Find(attribute.Id);
            if (attribute.Kind != AttributeKind.Shares)
            {
                var text = known?.Choice is { } choice ? Word(attribute, choice) : known?.Number is { } number ? Digits(number) : "";
                var how = attribute.Kind == AttributeKind.Choice ? "请从下拉列表选择" : "填数字，不带单位";
                Line(attribute.Name.Zh, text, how);
                if (attribute.Kind == AttributeKind.Choice)
                {
                    var list = workbook.List([.. attribute.Choices.Select(c => c.Text.Zh)]);
                    sheet.Lists.Add(new(row, 2, list, IsList: true, Refuses: true, "请从下拉列表选择。"));
                }

                continue;
            }

            WriteShares(sheet, attribute, known, Line, ref row);
        }
    }

    private static void WriteShares(
        SheetDraft sheet, PlaceAttribute attribute, AttributeValue? known, Action<string, string, string> line, ref int row)
    {
        var first = row + 1;
        foreach (var part in attribute.Choices)
        {
            var share = known?.Shares.FirstOrDefault(s => s.Part == part.Id)?.Percent;
            var digits = share is { } value ? Digits(value) : "";
            line(PlaceSheet.Part(attribute, part), digits, "占全县的百分比，只填数字；没有的填 0");
        }

        var cells = $"B{first}:B{row}";
        line($"{attribute.Name.Zh}合计", "", "应为 100");
        var sum = known?.Shares.Sum(s => s.Percent) ?? 0;
        // Cells are in text format, so that the sum converts them.
        var numbers = string.Join('+', Enumerable.Range(first, row - first).Select(r => $"IF(B{r}=\"\",0,VALUE(B{r}))"));
        sheet.SetFormula(row, 2, $"IFERROR({numbers},\"请填数字\")", Digits(sum), isNumber: true, Label);
        sheet.Signals.Add(new(new CellRange(row, 2, row, 2), $"AND(COUNTA({cells})>0,B{row}<>100)", "FFC7CE", "9C0006"));
    }

    private static void WriteBackground(WorkbookDraft workbook, Scheme scheme, YearFacts? known)
    {
        var figures = scheme.Lineage().Reverse().SelectMany(s => s.Background).DistinctBy(f => f.Id).ToList();
        if (figures.Count == 0)
        {
            return;
        }

        var sheet = workbook.Add(WorkbookTable.Background);
        (sheet.IsProtected, sheet.Frozen, sheet.RepeatedRows) = (true, (1, 0), 1);
        string[] headings = ["指标名称", "单位", "本年现状值", "数据年份", "数据来源", "备注", "编号"];
        int[] widths = [36, 12, 18, 10, 30, 24, 12];
        for (var i = 0; i < headings.Length; i++)
        {
            sheet.Set(1, i + 1, headings[i], CellLook.Heading);
            sheet.Widths[i + 1] = widths[i];
        }

        sheet.HiddenColumns.Add(headings.Length);
        for (var i = 0; i < figures.Count; i++)
        {
            sheet.Set(i + 2, 1, figures[i].Name.Zh, Label);
            sheet.Set(i + 2, 2, figures[i].Unit, Label with { Centered = true });
            var fact = known?.Background.FirstOrDefault(b => b.Id == figures[i].Id)?.Fact;
            string[] cells =
            [
                fact is { Value.IsAbsent: false } ? fact.Value.Text : "", fact?.OfYear?.ToString(CultureInfo.InvariantCulture) ?? "",
                fact?.Source?.ToString() ?? "", fact?.Note ?? "",
            ];
            foreach (var (index, text) in cells.Index())
            {
                sheet.Set(i + 2, index + 3, text, Input);
            }

            sheet.Set(i + 2, headings.Length, figures[i].Id, Label);
        }
    }

    private static void WriteGuide(WorkbookDraft workbook, Scheme scheme)
    {
        var sheet = workbook.Add("说明");
        (sheet.IsProtected, sheet.Widths[1], sheet.Widths[2]) = (true, 22, 80);
        sheet.Set(1, 1, scheme.Title.Zh, CellLook.Plain with { Bold = true, Size = 14, Bordered = false });
        sheet.Merge(1, 1, 1, 2);
        for (var i = 0; i < Guide.Length; i++)
        {
            sheet.Set(i + 2, 1, Guide[i].What, Label with { Bold = true });
            sheet.Set(i + 2, 2, Guide[i].How, CellLook.Plain);
        }
    }

    private static readonly (string What, string How)[] Guide =
    [
        ("怎么填",
            "先填“县情”，再填“填报表”的白色格，最后填“表外数据”。"
                + "灰色格已锁定，斜线格这一项用不到，都不用填。"),
        ("本年现状值",
            "填数字，不用写单位，例如 28、94.50。区间写 55-70，不少于写 ≥95，约数写 约28。"
                + "有下拉列表的请从列表选择。比例填 28，不要填 0.28。"),
        ("没有数字的原因",
            "没有数字时，“本年现状值”留空，在这里选原因：还没有统计的选“未统计”，"
                + "本县没有这类事物的选“本县没有此类事物”，上级不考核的选“上级不考核”。"),
        ("上年值", "上一年的数，用来比较是否保持稳定或持续改善。已有的请核对，空着的请补上。"),
        ("是否达标、变化情况", "本县自己的判断。有数的以数为准；没有数的按填报计，报告里会注明。"),
        ("上级任务",
            "上级没有下达任务的选“未下达”；"
                + "有任务数的，填任务名称、单位、目标、方向和完成数；"
                + "只有完成结论的选“已完成”或“未完成”。"),
        ("数据年份", "现状值不是本年的数时，写它是哪一年的。"),
        ("数据来源、责任单位、备注", "给审核的人看，会列在结果里，不参与判定。数字旁的说明请写在备注里。"),
        ("粘贴",
            "从别的表粘贴时请用“选择性粘贴 - 数值”，否则下拉列表和格式会被盖掉。"
                + "程序读取时会重新检查每一格。"),
        ("有错怎么办", "程序会逐格指出，例如“填报表!J14”；也可以让程序把意见写回这份表的副本。"),
    ];

    private static string Digits(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Word(PlaceAttribute attribute, string choice) =>
        attribute.Choices.FirstOrDefault(c => c.Answers(choice))?.Text.Zh ?? choice;
}
