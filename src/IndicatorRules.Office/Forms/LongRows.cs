using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Contract;
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

    private static readonly string[] CarriedDown =
        ["place", "year", "indicator", "indicatorName", "number", "name", "level", .. ForReaders];

    private readonly WorkbookFile _workbook;
    private readonly Sheet _sheet;
    private readonly IEnumerator<SheetRow> _rows;
    private readonly Dictionary<int, List<(CellRange Range, string Text)>> _merged = [];
    private readonly HashSet<int> _carried;
    private readonly HashSet<int> _forReaders;
    private readonly Queue<CellRange> _ranges;
    private readonly ConcurrentDictionary<(int Line, int Column), Diagnostic> _remarks = [];
    private readonly HashSet<int> _percent = [];
    private readonly Queue<CellRange> _figures;
    private readonly ImmutableArray<FactCell> _about;
    private readonly int _width;
    private SheetRow? _row;
    private bool _hasHidden;

    internal LongRows(
        WorkbookFile workbook, Sheet sheet, SheetGrid opening, TableHeading heading, ImmutableArray<Diagnostic> notices, PlaceSheet place)
    {
        (_workbook, _sheet, HeadingLine, _width) = (workbook, sheet, heading.First + heading.Count, opening.Width);
        var about = Of(place).ToList();
        _about = [.. about.Select(a => a.Cell)];
        Headings = [.. heading.Names.Select(h => FormIdentity.IsOne(h) ? "" : h), .. about.Select(a => a.Heading)];
        _carried = [.. Enumerable.Range(1, _width).Where(c => IsCarriedDown(Headings[c - 1]))];
        _forReaders =
        [
            .. Enumerable.Range(1, _width)
                .Where(c => FactsTable.FindColumn(Headings[c - 1]) is { } column && ForReaders.Contains(column)),
        ];
        _figures = new(sheet.Merged.Where(r => r.FirstRow < r.LastRow && r.FirstColumn <= _width && !_carried.Contains(r.FirstColumn)
            && r.FirstRow > HeadingLine && IsFigure(Headings[r.FirstColumn - 1])).OrderBy(r => r.FirstRow));
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
        if (column >= _width)
        {
            return _about[column - _width].Text;
        }

        var cell = _row![column + 1];
        if (cell.Kind != CellKind.Empty || !_merged.TryGetValue(column + 1, out var ranges))
        {
            return cell.Text;
        }

        return ranges.Find(r => r.Range.Has(_row.Number, column + 1)).Text;
    }

    public Location Locate(string name, int line, int column) => column > _width && _about[column - _width - 1].At is { } at ? at
        : new(name, line, Math.Min(column, _width)) { Sheet = _sheet.Name };

    public Diagnostic? Remark(string name, int line, int column) => _remarks.GetValueOrDefault((line, column));

    public void Dispose()
    {
        _rows.Dispose();
        _workbook.Dispose();
    }

    private static IEnumerable<(string Heading, FactCell Cell)> Of(PlaceSheet place)
    {
        var name = place.Find(PlaceSheet.PlaceName);
        (string Heading, FactCell? Cell)[] all =
        [
            (FactColumns.Place, place.Find(PlaceSheet.Code) is { Text.Length: > 0 } code ? code : name), (FactColumns.PlaceName, name),
            (FactColumns.Level, place.Find(PlaceSheet.Level)),
        ];
        return all.Where(a => a.Cell is { Text.Length: > 0 }).Select(a => (a.Heading, a.Cell!.Value))
            .Concat(place.Attributes.DistinctBy(a => a.Heading).Select(a => (a.Heading, a.Cell)));
    }

    private static bool IsFigure(string heading) =>
        FactsTable.FindColumn(heading) == "value" || FactsTable.FindColumnOfYear(heading) is { Column: "value" };

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

        while (_figures.TryPeek(out var figure) && figure.FirstRow <= row.Number)
        {
            _figures.Dequeue();
            if (row.Number == figure.FirstRow && row[figure.FirstColumn] is { Kind: not CellKind.Empty } cell)
            {
                var at = _sheet.At(row.Number, figure.FirstColumn);
                var rows = $"{figure.FirstRow}-{figure.LastRow}";
                _remarks[(row.Number, figure.FirstColumn)] = new(DiagnosticCatalog.CellMergedOverRows, at,
                [
                    CellRemark.Named(at, Headings[figure.FirstColumn - 1]), cell.Text, new LocalizedText($"第 {rows} 行", $"rows {rows}"),
                ]);
            }
        }

        if (row.IsHidden && !_hasHidden && row.Cells.Count > 0)
        {
            _hasHidden = true;
            var first = row.Cells[0].Column;
            _remarks.TryAdd((row.Number, first), new(DiagnosticCatalog.SheetHiddenRows, _sheet.At(row.Number, first), [$"{row.Number}…"]));
        }

        foreach (var cell in row.Cells)
        {
            // Percentages are said once for a column.
            if (cell.Column <= _width && !_forReaders.Contains(cell.Column) && cell.Kind is not (CellKind.Text or CellKind.Number)
                && (cell.Kind != CellKind.Percent || _percent.Add(cell.Column)) && _remarks.Count < MostRemarks
                && CellRemark.Of(cell, _sheet.At(row.Number, cell.Column), Headings[cell.Column - 1]) is { } remark)
            {
                _remarks[(row.Number, cell.Column)] = remark;
            }
        }
    }
}
