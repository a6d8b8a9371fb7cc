using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Rows;

/// <summary>
/// A table with a column per place, read as one with a row per place: the rows of the first place, then those of the next. Not thread-safe.
/// </summary>
internal sealed class PlaceColumns : ITableRows
{
    private const string EndsOfPlaces = "县市区旗州盟镇乡";
    private const int LongestPlace = 12;
    private const int MostNamed = 8;

    private static readonly int[] CodeLengths = [6, 9, 12];
    private static readonly string[] NoPlaces = ["全", "本", "我", "各", "所", "上级", "其他", "其它"];

    private readonly ITableRows _rows;
    private readonly ImmutableArray<int> _shared;
    private readonly ImmutableArray<int> _places;
    private readonly List<(string[] Cells, int CellCount, int Line)> _kept = [];
    private readonly string _name;
    private bool _isKept;
    private int _place;
    private int _row = -1;

    private PlaceColumns(ITableRows rows, string name, ImmutableArray<int> places)
    {
        (_rows, _name, _places) = (rows, name, places);
        _shared = [.. Enumerable.Range(0, rows.Headings.Length).Except(places)];
        Headings =
        [
            .. _shared.Select(i => rows.Headings[i]),
            TableColumnNames.ChineseOf(TableColumn.Place), TableColumnNames.ChineseOf(TableColumn.Value),
        ];
        var names = places.Select(i => rows.Headings[i].Trim()).ToList();
        var more = names.Count > MostNamed;
        Notices =
        [
            .. rows.Notices,
            new Diagnostic(DiagnosticCatalog.TablePlacesRead, rows.Locate(name, rows.HeadingLine, places[0] + 1),
            [
                new LocalizedText(
                    string.Join('、', names.Take(MostNamed).Select(n => $"“{n}”")) + (more ? $"等 {names.Count} 列" : "列"),
                    string.Join(", ", names.Take(MostNamed).Select(n => $"`{n}`")) + (more ? $" and {names.Count - MostNamed} more" : "")),
            ]),
        ];
    }

    public ImmutableArray<string> Headings { get; }

    public int HeadingLine => _rows.HeadingLine;

    public ImmutableArray<Diagnostic> Notices { get; }

    public string? Scheme => _rows.Scheme;

    public bool HasRemarks => _rows.HasRemarks;

    // A row that is too short or too long stays so.
    public int CellCount => Math.Max(0, Headings.Length + _kept[_row].CellCount - _rows.Headings.Length);

    public int Line => _kept[_row].Line;

    public long Position => _rows.Position;

    public long Length => _rows.Length;

    public ReadOnlySpan<char> Plain => [];

    /// <summary>The table with a row per place; the table itself unless it is clear that it has a column per place.</summary>
    internal static ITableRows Of(ITableRows rows, string name, IReadOnlyList<PlaceAttribute> attributes) =>
        Of(rows.Headings, attributes) is { IsEmpty: false } places ? new PlaceColumns(rows, name, places) : rows;

    /// <summary>The indexes of the columns of places; empty unless it is clear that the table has a column per place.</summary>
    internal static ImmutableArray<int> Of(IReadOnlyList<string> headings, IReadOnlyList<PlaceAttribute> attributes)
    {
        var columns = headings.Select(h => TableColumnNames.Find(h, headings)).OfType<TableColumn>().ToHashSet();
        bool Has(params TableColumn[] any) => any.Any(columns.Contains);
        // Without the year of each row, figures would be of no year.
        if (!Has(TableColumn.Year) || Has(TableColumn.Place, TableColumn.Name, TableColumn.Value)
            || !Has(TableColumn.Indicator, TableColumn.IndicatorName, TableColumn.Number)
            || headings.Any(h => YearHeading.Of(h) is not null))
        {
            return [];
        }

        ImmutableArray<int> places =
        [
            .. headings.Index().Where(h => IsPlace(h.Item.Trim()) && TableColumnNames.Find(h.Item) is null
                && AttributeHeading.Find(h.Item, attributes) is null).Select(h => h.Index),
        ];
        return places.Select(i => headings[i].Trim()).Distinct().Count() < places.Length ? [] : places;
    }

    /// <summary>Whether a heading is the name or code of a place.</summary>
    internal static bool IsPlace(string heading) =>
        (heading.Length is > 1 and <= LongestPlace && EndsOfPlaces.Contains(heading[^1]) && !heading.AsSpan().ContainsAny('（', '(')
            && !NoPlaces.Any(n => heading.StartsWith(n, StringComparison.Ordinal)))
        || (CodeLengths.Contains(heading.Length) && heading.All(char.IsAsciiDigit));

    public bool Read()
    {
        Keep();
        if (++_row < _kept.Count)
        {
            return true;
        }

        (_row, _place) = (0, _place + 1);
        return _kept.Count > 0 && _place < _places.Length;
    }

    public ReadOnlySpan<char> Cell(int column) =>
        column == _shared.Length ? _rows.Headings[_places[_place]].AsSpan().Trim() : _kept[_row].Cells[Source(column, _place)];

    public Location Locate(string name, int line, int column)
    {
        // All places of a line share it, so that only the columns that they share have a letter.
        var shared = column - 1 < _shared.Length && column > 0;
        return _rows.Locate(name, line, shared ? _shared[column - 1] + 1 : 0);
    }

    public Diagnostic? Remark(string name, int line, int column) =>
        column - 1 < _shared.Length ? _rows.Remark(name, line, _shared[column - 1] + 1) : null;

    public void Dispose()
    {
    }

    private int Source(int column, int place) => column < _shared.Length ? _shared[column] : _places[place];

    private void Keep()
    {
        if (_isKept)
        {
            return;
        }

        _isKept = true;
        var length = 0L;
        while (_rows.Read())
        {
            var cells = new string[_rows.Headings.Length];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = _rows.Cell(i).ToString();
                length += cells[i].Length;
            }

            // A line below the table, such as a note, is no row of each place.
            if (_kept.Count > 0 && cells.Count(c => !string.IsNullOrWhiteSpace(c)) < 2)
            {
                continue;
            }

            _kept.Add((cells, _rows.CellCount, _rows.Line));
            if (length > TableBlockReader.MostOfPlace)
            {
                throw new DiagnosticException(
                    DiagnosticCatalog.TableTooLarge, _rows.Locate(_name, _rows.Line, 1),
                    new("一个县一列的表太大", "The table with a column per place has too many characters"),
                    $"{TableBlockReader.MostOfPlace}");
            }
        }
    }
}
