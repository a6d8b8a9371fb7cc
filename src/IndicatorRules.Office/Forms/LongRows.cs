using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Forms;

/// <summary>A sheet that is a facts table itself, with a row for each figure of many places. Read row by row.</summary>
internal sealed class LongRows : ITableRows
{
    // More errors than this are a wrong column rather than slips.
    private const int MostRemarks = 10_000;

    private static readonly string[] ForReaders = ["source", "sourcePlace", "owner", "note"];

    private static readonly string[] CarriedDown = ["place", "year", "indicator", "name", "level", .. ForReaders];

    private readonly WorkbookFile _workbook;
    private readonly Sheet _sheet;
    private readonly IEnumerator<SheetRow> _rows;
    private readonly Dictionary<int, List<(CellRange Range, string Text)>> _merged = [];
    private readonly HashSet<int> _carried;
    private readonly HashSet<int> _forReaders;
    private readonly Queue<CellRange> _ranges;
    private readonly ConcurrentDictionary<(int Line, int Column), Diagnostic> _remarks = [];
    private readonly HashSet<int> _percent = [];
    private SheetRow? _row;

    internal LongRows(WorkbookFile workbook, Sheet sheet, SheetGrid opening, int headingLine, ImmutableArray<Diagnostic> notices)
    {
        (_workbook, _sheet, HeadingLine) = (workbook, sheet, headingLine);
        Headings =
        [
            .. Enumerable.Range(1, opening.Width).Select(c => opening.Text(headingLine, c)).Select(h => FormIdentity.IsOne(h) ? "" : h),
        ];
        _carried = [.. Enumerable.Range(1, Headings.Length).Where(c => IsCarriedDown(Headings[c - 1]))];
        _forReaders =
        [
            .. Enumerable.Range(1, Headings.Length)
                .Where(c => FactsTable.FindColumn(Headings[c - 1]) is { } column && ForReaders.Contains(column)),
        ];
        _ranges = new(sheet.Merged.Where(r => r.FirstRow < r.LastRow && _carried.Contains(r.FirstColumn)).OrderBy(r => r.FirstRow));
        _rows = sheet.Rows((read, length) => (Position, Length) = (read, length)).GetEnumerator();
        Notices = notices;
    }

    public ImmutableArray<string> Headings { get; }

    public int HeadingLine { get; }

    public ImmutableArray<Diagnostic> Notices { get; }

    public string? Scheme { get; init; }

    public string? Hash { get; init; }

    public bool HasRemarks => true;

    public int CellCount => Headings.Length;

    public int Line => _row?.Number ?? HeadingLine;

    public long Position { get; private set; }

    public long Length { get; private set; } = 1;

    public ReadOnlySpan<char> Plain => [];

    public bool Read()
    {
        while (_rows.MoveNext())
        {
            _row = _rows.Current;
            if (_row.Number > HeadingLine && _row.Cells.Count > 0)
            {
                Note(_row);
                return true;
            }
        }

        return false;
    }

    public ReadOnlySpan<char> Cell(int column)
    {
        var cell = _row![column + 1];
        if (cell.Kind != CellKind.Empty || !_merged.TryGetValue(column + 1, out var ranges))
        {
            return cell.Text;
        }

        return ranges.Find(r => r.Range.Has(_row.Number, column + 1)).Text;
    }

    public Location Locate(string name, int line, int column) => new(name, line, column) { Sheet = _sheet.Name };

    public Diagnostic? Remark(string name, int line, int column) => _remarks.GetValueOrDefault((line, column));

    public void Dispose()
    {
        _rows.Dispose();
        _workbook.Dispose();
    }

    // Only what names a row or is said beside it is carried down a merged range; a figure is that of its first row.
    private static bool IsCarriedDown(string heading) => FactsTable.FindColumn(heading) is not { } column || CarriedDown.Contains(column);

    private void Note(SheetRow row)
    {
        while (_ranges.TryPeek(out var range) && range.FirstRow <= row.Number)
        {
            _ranges.Dequeue();
            if (row.Number == range.FirstRow && row[range.FirstColumn] is { Kind: not CellKind.Empty } cell)
            {
                var ranges = _merged.TryGetValue(range.FirstColumn, out var there) ? there : _merged[range.FirstColumn] = [];
                ranges.RemoveAll(r => r.Range.LastRow < row.Number);
                ranges.Add((range, cell.Text));
            }
        }

        foreach (var cell in row.Cells)
        {
            // Percentages are said once for a column.
            if (cell.Column <= Headings.Length && !_forReaders.Contains(cell.Column) && cell.Kind is not (CellKind.Text or CellKind.Number)
                && (cell.Kind != CellKind.Percent || _percent.Add(cell.Column)) && _remarks.Count < MostRemarks
                && CellRemark.Of(cell, _sheet.At(row.Number, cell.Column), Headings[cell.Column - 1]) is { } remark)
            {
                _remarks[(row.Number, cell.Column)] = remark;
            }
        }
    }
}
