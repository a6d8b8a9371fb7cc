using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Office.Documents;
using IndicatorRules.Office.Forms;
using IndicatorRules.Office.Reports;
using IndicatorRules.Office.Writing;
using IndicatorRules.Reporting;
using IndicatorRules.Rows;

namespace IndicatorRules.Office;

/// <summary>Writes many places and years: a ranking, each row's verdict at each place, and the papers of the first places.</summary>
/// <remarks>Each report is read when it is added. Not thread-safe.</remarks>
/// <param name="language">The language.</param>
public sealed class PlacesReport(Language language)
{
    /// <summary>The most places and years.</summary>
    public const int Most = 5000;

    /// <summary>The most places and years with a table, or a paper, of their own.</summary>
    public const int MostPapers = 50;

    private readonly List<PlaceLine> _lines = [];
    private readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal);
    private readonly WorkbookDraft _workbook = new();
    private readonly List<FactsRows> _figures = [];
    private PlaceFacts? _last;
    private FormIdentity? _identity;
    private readonly SheetNames _names = new();
    private readonly DocumentDraft _papers = new("");
    private readonly Wording _words = new(language);
    private SheetDraft? _ranking;
    private SheetDraft? _verdicts;
    private string _footer = "";

    /// <summary>Whether the result is a document (.docx) rather than a workbook.</summary>
    public bool IsDocument { get; init; }

    /// <summary>Adds one place and year.</summary>
    /// <exception cref="InvalidOperationException">There are <see cref="Most"/> already.</exception>
    public void Add(PlaceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (_lines.Count == Most)
        {
            throw new InvalidOperationException("There are too many places.");
        }

        if (_lines.Count == 0)
        {
            _footer = PageFoot.Of(report);
            _identity = FormIdentity.Of(report.Assessment.Scheme);
            _workbook.Custom = (FormIdentity.Element, FormIdentity.Namespace, $"{_identity}");
            _ranking = _workbook.Add(_names.Of(_words.Say("排名", "Ranking")));
            _verdicts = _workbook.Add(_names.Of(_words.Say("各项判定", "Verdicts")));
        }

        foreach (var row in report.Rows)
        {
            _columns.TryAdd(row.Verdict.Indicator.Id, $"{row.Number}\n{row.Name}");
        }

        _lines.Add(new PlaceLine(report));
        if (_lines.Count > MostPapers)
        {
            return;
        }

        if (IsDocument)
        {
            if (_lines.Count > 1)
            {
                _papers.EndPages(isLandscape: false);
            }

            new PaperWriter(report, _papers).Write();
        }
        else
        {
            if (report.Review is { } review && !ReferenceEquals(review.Facts, _last))
            {
                _last = review.Facts;
                _figures.Add(FactsRows.Of(report.Assessment.Scheme, review.Facts));
            }

            var place = report.Assessment.Place.Name;
            new PrintedSheet(report, _workbook.Add(_names.Of($"{place}{report.Assessment.Year}"))).Write();
        }
    }

    /// <summary>Writes what was added.</summary>
    /// <param name="overPlaces">The verdicts on what is required of many places.</param>
    /// <returns>The file. The same reports in the same order give equal bytes.</returns>
    /// <exception cref="InvalidOperationException">Nothing was added.</exception>
    public byte[] Write(ImmutableArray<PlacesVerdict> overPlaces = default)
    {
        if (_ranking is null || _verdicts is null)
        {
            throw new InvalidOperationException("Nothing was added.");
        }

        var ranked = Ranked();
        List<string> said = overPlaces.IsDefault ? [] : [.. overPlaces.Select(v => v.Text(language))];
        if (IsDocument)
        {
            return Document(ranked, said);
        }

        Rank(ranked, _ranking, said);
        Matrix(ranked, _verdicts);
        // With more places than papers, a sheet of figures would be those of some.
        if (_figures.Count > 0 && _lines.Count <= MostPapers)
        {
            FactsSheet.Write(_workbook.Add(_names.Of(FactsSheet.Name)), FactsRows.Join(_figures), _identity!, _footer);
        }

        return _workbook.Write();
    }

    // Within a year, since years do not compete; equal shares of met rows have equal ranks.
    private List<(int Rank, PlaceLine Line)> Ranked() =>
    [
        .. _lines.GroupBy(l => l.Year).OrderByDescending(g => g.Key).SelectMany(year =>
        {
            var ordered = year.OrderByDescending(l => l.Counts.MetPercent() ?? -1).ThenBy(l => l.Counts.NotMet).ToList();
            return ordered.Select(l => (1 + ordered.FindIndex(o => o.Counts.MetPercent() == l.Counts.MetPercent()), l));
        }),
    ];

    private (string Heading, int Width, Func<PlaceLine, string> Text)[] Columns() =>
    [
        (_words.Say("行政区", "Place"), 18, l => l.Place), (_words.Say("代码", "Code"), 14, l => l.Code),
        (_words.Say("年度", "Year"), 8, l => $"{l.Year}"), (_words.Say("项数", "Rows"), 7, l => $"{l.Counts.Total}"),
        (_words.Say("达标", "Met"), 7, l => $"{l.Counts.Met}"), (_words.Say("其中自报", "On claims"), 9, l => $"{l.Counts.DeclaredMet}"),
        (_words.Say("未达标", "Not met"), 8, l => $"{l.Counts.NotMet}"),
        (_words.Say("不适用", "Not applicable"), 8, l => $"{l.Counts.NotApplicable}"),
        (_words.Say("无法判定", "Undetermined"), 9, l => $"{l.Counts.Undetermined}"),
        (_words.Say("达标率%", "Met %"), 9, l => l.Counts.MetPercent() is { } percent ? Wording.Number(percent) : "—"),
        (_words.Say("约束性未达标", "Binding not met"), 9, l => $"{l.Binding.NotMet}"),
        (_words.Say("到期目标未达标", "Targets due, not met"), 10, l => l.Due == 0 ? "—" : $"{l.DueNotMet}"),
        (_words.Say("压线", "Tight"), 7, l => $"{l.Tight}"), (_words.Say("校核发现", "Findings"), 9, l => $"{l.Contradictions}"),
        .. _lines.Exists(l => l.Conclusion.Length > 0)
            ? [(_words.Say("总评", "Conclusion"), 14, (Func<PlaceLine, string>)(l => l.Conclusion))]
            : Array.Empty<(string, int, Func<PlaceLine, string>)>(),
    ];

    private string Remark() => _words.Say(
        $"同一年的按达标率（达标项占除不适用外各项的百分比）排列，相同的并列。共{_lines.Count}个行政区年度"
            + (_lines.Count > MostPapers ? $"，其中前{MostPapers}个附有单独的表，其余的请逐个运行。" : "。"),
        $"Those of a year are ranked by met rows in percent of those that apply. {_lines.Count} places and years"
            + (_lines.Count > MostPapers ? $"; the first {MostPapers} have tables of their own." : "."));

    private void Rank(List<(int Rank, PlaceLine Line)> ranked, SheetDraft sheet, List<string> overPlaces)
    {
        var columns = Columns();
        sheet.Set(1, 1, _words.Say("名次", "Rank"), CellLook.Heading);
        sheet.Widths[1] = 7;
        for (var i = 0; i < columns.Length; i++)
        {
            sheet.Set(1, i + 2, columns[i].Heading, CellLook.Heading);
            sheet.Widths[i + 2] = columns[i].Width;
        }

        var row = 1;
        foreach (var (rank, line) in ranked)
        {
            sheet.Put(++row, 1, $"{rank}", ReportCells.Centered);
            for (var i = 0; i < columns.Length; i++)
            {
                // A code is not a number, whatever it looks like.
                if (i < 2)
                {
                    sheet.PutText(row, i + 2, columns[i].Text(line));
                }
                else
                {
                    sheet.Put(row, i + 2, columns[i].Text(line), ReportCells.Centered);
                }
            }
        }

        (sheet.Frozen, sheet.FilterRow, sheet.RepeatedRows) = ((1, 2), 1, 1);
        (sheet.Paper, sheet.IsLandscape, sheet.Footer) = (Paper.A3, true, _footer);
        row++;
        foreach (var line in overPlaces.Append(Remark()))
        {
            sheet.PutText(++row, 1, line, new CellLook { Bordered = false, Color = "595959" });
            sheet.Merge(row, 1, row, columns.Length + 1);
        }
    }

    private void Matrix(List<(int Rank, PlaceLine Line)> ranked, SheetDraft sheet)
    {
        string[] heads = [_words.Say("行政区", "Place"), _words.Say("年度", "Year"), .. _columns.Values];
        for (var i = 0; i < heads.Length; i++)
        {
            sheet.PutText(1, i + 1, heads[i], CellLook.Heading);
            sheet.Widths[i + 1] = i == 0 ? 18 : i == 1 ? 8 : 11;
        }

        var row = 1;
        foreach (var (_, line) in ranked)
        {
            sheet.PutText(++row, 1, line.Place);
            sheet.Put(row, 2, $"{line.Year}", ReportCells.Centered);
            var column = 2;
            foreach (var id in _columns.Keys)
            {
                column++;
                if (line.Rows.TryGetValue(id, out var verdict))
                {
                    sheet.Set(row, column, verdict.Text, ReportCells.Of(verdict.Status));
                }
                else
                {
                    sheet.Set(row, column, "", ReportCells.Centered);
                }
            }
        }

        (sheet.Frozen, sheet.FilterRow, sheet.RepeatedRows) = ((1, 2), 1, 1);
        (sheet.Paper, sheet.IsLandscape, sheet.Footer) = (Paper.A3, true, _footer);
    }

    private byte[] Document(List<(int Rank, PlaceLine Line)> ranked, List<string> overPlaces)
    {
        var draft = new DocumentDraft(_footer);
        draft.Add(DocumentLook.Title, _words.Say("各地指标评判情况汇总", "Indicators of all places"));
        draft.Add(DocumentLook.Note, Remark());
        foreach (var line in overPlaces)
        {
            draft.Add(DocumentLook.Note, line);
        }

        var columns = Columns();
        var table = new DocumentTable(
            DocumentDraft.WidthOf(isLandscape: true),
            [(_words.Say("名次", "Rank"), 7), .. columns.Select(c => (c.Heading, c.Width))]);
        foreach (var (rank, line) in ranked)
        {
            table.Add([DocumentCell.Centered($"{rank}"), .. columns.Select(c => DocumentCell.Centered(c.Text(line)))]);
        }

        draft.Add(table);
        draft.EndPages(isLandscape: true);
        draft.Add(_papers);
        return draft.Write();
    }

    /// <summary>What the index shows of one place and year.</summary>
    private sealed class PlaceLine
    {
        internal PlaceLine(PlaceReport report)
        {
            var (assessment, summary) = (report.Assessment, report.Assessment.Summary);
            (Place, Code, Year) = (assessment.Place.Name, assessment.Place.Code, assessment.Year);
            (Counts, Binding) = (summary.All, summary.Binding);
            (Due, DueNotMet) = (summary.DueStages.Sum(d => d.Counts.Total), summary.DueStages.Sum(d => d.Counts.NotMet));
            (Tight, Contradictions) = (report.Tight.Length, report.Contradictions.Length);
            var points = assessment.Conclusion?.Points is { } got ? $"{got}" : "";
            Conclusion = $"{assessment.Conclusion?.Grade?.Name.In(report.Language)} {points}".Trim();
            Rows = report.Rows.ToDictionary(
                r => r.Verdict.Indicator.Id, r => (r.Verdict.Status, Text: r.Met), StringComparer.Ordinal);
        }

        internal string Place { get; }

        internal string Code { get; }

        internal int Year { get; }

        internal Counts Counts { get; }

        internal Counts Binding { get; }

        internal int Due { get; }

        internal int DueNotMet { get; }

        internal int Tight { get; }

        internal int Contradictions { get; }

        internal string Conclusion { get; }

        internal Dictionary<string, (Status Status, string Text)> Rows { get; }
    }
}
