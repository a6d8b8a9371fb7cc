using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Rows;

/// <summary>Reads the facts of a place from its rows. A row that cannot be read is reported and marked. Not thread-safe.</summary>
/// <param name="layout">The columns.</param>
/// <param name="known">The indicators that the facts may name.</param>
/// <param name="rows">The table.</param>
/// <param name="name">The file's name in diagnostics.</param>
/// <param name="reusesFacts">
/// Whether the facts of a place are valid only until the next place is read, which spares a table of many places most of its objects.
/// </param>
internal sealed class TablePlaceReader(TableLayout layout, KnownIndicators known, ITableRows rows, string name, bool reusesFacts)
{
    private const int MostRemembered = 1 << 14;

    private static readonly (TableMerging Flag, TableColumn Column)[] Merged =
    [
        (TableMerging.Place, TableColumn.Place), (TableMerging.Year, TableColumn.Year), (TableMerging.Indicator, TableColumn.Indicator),
    ];

    private readonly Dictionary<string, ImmutableArray<KnownIndicator>> _named = new(StringComparer.Ordinal);
    // One per year of a table with years side by side.
    private readonly TableRowReader[] _views = [.. layout.Views.Select(v => new TableRowReader(v, rows, name))];
    private readonly PlaceDraft _place = new(layout);
    private readonly List<YearDraft> _years = [];
    private readonly RowFaults _faults = new();
    private readonly KnownIndicator?[] _following = new KnownIndicator?[known.Count];
    private readonly bool _hasName = layout.SlotOf(TableColumn.IndicatorName) >= 0;
    private List<FactPath> _paths = [];
    private List<(int Row, TableRowReader View)> _written = [];
    private KnownIndicator? _last;
    private KnownIndicator? _expected;
    private int _yearCount;
    private TableRowReader _cells = new(layout.Views[0], rows, name);
    private string? _yearAbove;
    private bool _hasAbove;
    private string? _itemByName;
    // How many diagnostics were listed when the row began.
    private int _listed;
    private int _end;

    /// <summary>Reads one place.</summary>
    internal Result<FactsFile> Read(TableBlock block, int index)
    {
        var bag = new DiagnosticBag();
        var (first, end) = block.Rows(index);
        _end = end;
        if (reusesFacts)
        {
            _paths.Clear();
            _written.Clear();
        }
        else
        {
            _years.Clear();
            (_paths, _written) = ([], []);
        }

        _faults.Clear();
        _yearCount = 0;
        _hasAbove = false;
        _yearAbove = block.Merging.HasFlag(TableMerging.Year) ? block.YearAbove(index) : null;
        for (var row = first; row < end; row++)
        {
            Read(block, row, block.Row(row), bag);
        }

        if (index == 0)
        {
            Notices(block, bag);
        }

        var code = block.Place(index);
        ValidateCode(block, index, code, bag);
        var (read, note) = _place.Take(code);
        var (paths, written) = (_paths, _written);
        var file = _yearCount == 0 ? null : new FactsFile(
            new PlaceFacts(read, _years.Take(_yearCount).Select(y => y.Take()))
            {
                Note = note,
                Scheme = rows.Scheme,
                Hash = rows.Hash ?? "",
            },
            name,
            path => path.Year == 0 ? rows.Locate(name, block.Row(first).Line, 1)
                : paths.IndexOf(path) is var i and >= 0 ? written[i].View.AtValue(block, written[i].Row) : null)
        {
            Faults = _faults.Copy(),
        };
        return new(file, bag.ToImmutable());
    }

    private void ValidateCode(TableBlock block, int index, string code, DiagnosticBag bag)
    {
        var before = bag.Count;
        var cell = rows.Locate(name, block.Row(block.Rows(index).First).Line, layout.SlotOf(TableColumn.Place) + 1);
        var at = cell with { Entry = EntryPath.Of(RowFaults.WholePlace) };
        if (block.Twin(index) is var (other, line))
        {
            bag.Add(
                DiagnosticCatalog.PlaceCodeTwice, at, code, new LocalizedText($"“{other}”", $"`{other}`"),
                rows.Locate(name, line, 1).Beside(at));
        }

        PlaceCode.Validate(code, at, bag);
        _faults.Take(bag, before, RowFaults.WholePlace);
    }

    private void Notices(TableBlock block, DiagnosticBag bag)
    {
        foreach (var (line, text) in block.Notes)
        {
            bag.Add(
                HeadingText.IsTotal(text) ? DiagnosticCatalog.TableTotalRow : DiagnosticCatalog.TableNoteRow,
                rows.Locate(name, line, 1), $"{line}", VisibleText.Cut(text, 40));
        }

        if (block.PlacesBefore == 0)
        {
            foreach (var (flag, column) in Merged.Where(m => block.Merging.HasFlag(m.Flag)))
            {
                bag.Add(DiagnosticCatalog.TableFilledDown, rows.Locate(name, block.Row(0).Line, Math.Max(0, layout.SlotOf(column)) + 1),
                    new LocalizedText(TableColumnNames.ChineseOf(column), TableColumnNames.Of(column)));
            }
        }
    }

    private void Read(TableBlock block, int row, BlockRow written, DiagnosticBag bag)
    {
        var before = bag.Count;
        _listed = bag.Listed;
        _cells = _views[0];
        _cells.Turn(block, row, bag);
        if (written.CellCount != layout.Width)
        {
            bag.Add(DiagnosticCatalog.TableRagged, _cells.At, $"{written.CellCount}", $"{layout.Width}");
        }
        else if (written.IsStray)
        {
            _cells.Empty(TableColumn.Place);
        }

        if (written.IsStray)
        {
            return;
        }

        _cells.RefuseControls();
        _cells.AddRemarks();
        if (bag.ErrorAfter(before) is not null)
        {
            MarkRagged(block, row, bag, before);
            return;
        }

        ReadPlace(block, row, bag);
        if (layout.Year is null && layout.Years.IsEmpty)
        {
            ReadFacts(block, row, before, bag);
            return;
        }

        // A cell that is empty in the column of a year says nothing of that year.
        var isGiven = false;
        foreach (var view in _views)
        {
            view.Turn(block, row, bag);
            if (view.IsGiven)
            {
                isGiven = true;
                _cells = view;
                // An error in the column of one year costs no other.
                ReadFacts(block, row, bag.Count, bag);
            }
        }

        if (!isGiven)
        {
            // The row without figures may be the heading of the items below it.
            _cells.Turn(block, row, new DiagnosticBag());
            _itemByName = null;
            Indicator(block, false, new DiagnosticBag());
        }
    }

    // Cells of a ragged row may be shifted. If they still name a known indicator and years, those verdicts are not given.
    private void MarkRagged(TableBlock block, int row, DiagnosticBag bag, int before)
    {
        _hasAbove = false;
        _cells.Turn(block, row, new DiagnosticBag());
        if (Named(_cells.Cell(TableColumn.Indicator)) is not [var indicator])
        {
            return;
        }

        foreach (var view in _views)
        {
            view.Turn(block, row, new DiagnosticBag());
            if ((layout.Years.IsEmpty || view.IsGiven) && view.Year() is { } year)
            {
                YearOf(year).Of(indicator);
                Mark(new FactPath(year, indicator.Id), before, bag);
            }
        }
    }

    // What was reported since the row began is about this entry, which is not judged if an error is among it.
    private void Mark(FactPath path, int before, DiagnosticBag bag)
    {
        NameEntry(path, bag);
        _faults.Take(bag, before, path);
    }

    private void NameEntry(FactPath path, DiagnosticBag bag)
    {
        if (bag.Listed > _listed)
        {
            bag.Name(EntryPath.Of(path), _listed);
        }
    }

    private void ReadPlace(TableBlock block, int row, DiagnosticBag bag)
    {
        var before = bag.Count;
        _place.Add(block, row, _cells, bag);
        _faults.Take(bag, before, RowFaults.WholePlace);
    }

    private void ReadFacts(TableBlock block, int row, int before, DiagnosticBag bag)
    {
        _itemByName = null;
        var year = Year(block, bag, out var isYearGiven);
        if (known.Background.Count > 0 && !IsExpected(_cells.Cell(TableColumn.Indicator)) && BackgroundNamed() is { } figure)
        {
            ReadBackground(year, figure, known.Background[figure], row, before, bag);
            return;
        }

        if (!_cells.Cell(TableColumn.Points).IsEmpty)
        {
            ReadAdjustment(year, row, before, bag);
            return;
        }

        if (Indicator(block, isYearGiven, bag) is not { } indicator)
        {
            if (year is { } given)
            {
                NameEntry(new FactPath(given, First(TableColumn.Indicator, TableColumn.IndicatorName, TableColumn.Number).Written), bag);
            }

            return;
        }

        if (year is null)
        {
            return;
        }

        var draft = YearOf(year.Value).Of(indicator);
        var path = new FactPath(year.Value, indicator.Id, Item(indicator, bag) ?? "");
        _paths.Add(path);
        _written.Add((row, _cells));
        if (bag.ErrorAfter(before) is null)
        {
            Add(draft, indicator, path, (indicator.Item(path.Item) ?? indicator.Own).Name, row, bag);
        }

        Mark(path, before, bag);
    }

    // By its id or name, unless an indicator has it too.
    private string? BackgroundNamed()
    {
        var background = known.Background.GetAlternateLookup<ReadOnlySpan<char>>();
        if (background.TryGetValue(_cells.Cell(TableColumn.Indicator), out var named, out _) && known.Find(named) is null)
        {
            return named;
        }

        var (_, written) = _cells.Cell(TableColumn.Indicator) is var id && known.Find(id) is not null && !_hasName ? default
            : First(TableColumn.Indicator, TableColumn.IndicatorName);
        return written is { Length: > 0 } && Named(written).IsEmpty && known.BackgroundNamed(written) is var figure
            && known.Background.ContainsKey(figure) ? figure : null;
    }

    // A figure beside the table. It has no items, claims or tasks, which are then left empty.
    private void ReadBackground(int? year, string id, KnownFigure figure, int row, int before, DiagnosticBag bag)
    {
        if (year is null)
        {
            return;
        }

        var path = FactsFile.BackgroundPath(year.Value, id);
        _paths.Add(path);
        _written.Add((row, _cells));
        _cells.RefuseClaims(figure.Name);
        if (bag.ErrorAfter(before) is null && YearOf(year.Value).TryAdd(id, _cells.WholeFact(figure.Name), row) is { } first)
        {
            Twice(figure.Name, first, bag);
        }

        Mark(path, before, bag);
    }

    // Points by judgement, which the scheme names as it does a row.
    private void ReadAdjustment(int? year, int row, int before, DiagnosticBag bag)
    {
        var (_, id) = First(TableColumn.Indicator, TableColumn.IndicatorName);
        if (year is null || id.Length == 0)
        {
            _cells.Empty(TableColumn.Indicator);
            return;
        }

        id = known.AdjustmentNamed(id);
        var path = FactsFile.AdjustmentPath(year.Value, id);
        _paths.Add(path);
        _written.Add((row, _cells));
        if (bag.ErrorAfter(before) is null && _cells.Adjustment(id) is { } adjustment)
        {
            YearOf(year.Value).Add(adjustment);
        }

        NameEntry(path, bag);
        _faults.Take(bag, before, RowFaults.WholePlace);
    }

    private int? Year(TableBlock block, DiagnosticBag bag, out bool isGiven)
    {
        var cell = _cells.Cell(TableColumn.Year);
        isGiven = !cell.IsEmpty;
        var year = _cells.Year(_yearAbove);
        if (isGiven && block.Merging != TableMerging.None && !cell.SequenceEqual(_yearAbove))
        {
            _yearAbove = block.Merging.HasFlag(TableMerging.Year) ? cell.ToString() : null;
        }

        if (isGiven && year is { } given && _cells.Layout.Year is { } wanted && given != wanted)
        {
            bag.Add(
                DiagnosticCatalog.TableYearDiffers, _cells.AtCell(TableColumn.Year), $"{given}",
                _cells.Layout.NameOf(TableColumn.Value), $"{wanted}");
        }

        return year;
    }

    private void Add(
        IndicatorDraft draft, KnownIndicator known, FactPath path, LocalizedText name, int row, DiagnosticBag bag)
    {
        if (path.Item.Length == 0)
        {
            _cells.LeaveOutStated(_end);
        }

        if (path.Item.Length == 0 && _cells.ItemsIn(known, out var rest) is { IsEmpty: false } items)
        {
            AddItems(draft, known, name, items, rest, row, bag);
        }
        else if (_cells.HasFact && draft.TryAdd(path.Item, _cells.Fact(draft, name), row) is { } first)
        {
            Twice(name, first, bag);
            return;
        }

        // The task of an item that is not judged by itself is its row's.
        var task = draft.Task(known.IsJudged(path.Item) ? path.Item : "");
        if (_cells.HasBeside)
        {
            AddBeside(draft, task, path.Item);
        }

        if (_cells.SuperiorTask() is { } state && task.TryAdd(state, row) is { } other)
        {
            Twice(new($"{name.Zh}的上级任务", $"{name.En} `task`"), other, bag);
        }

        if (_cells.HasFigure && _cells.Figure(name) is { } figure
            && !SuperiorTaskClaims.IsTwice(figure, task.Figures.Select(f => (f.Figure, _cells.AtRow(f.Row))), _cells.At, bag))
        {
            task.Add(figure, row);
        }
    }

    // The figures of all items in the cell of their row: what the row says besides stays the row's.
    private void AddItems(
        IndicatorDraft draft, KnownIndicator known, LocalizedText name, ImmutableArray<(string Item, string Text)> items,
        ImmutableArray<string> rest, int row, DiagnosticBag bag)
    {
        if (!rest.IsEmpty)
        {
            bag.Add(
                DiagnosticCatalog.TableItemsUnread, _cells.AtCell(TableColumn.Value), name,
                new LocalizedText(string.Join('、', rest.Select(r => $"“{r}”")), string.Join(", ", rest.Select(r => $"`{r}`"))));
        }

        foreach (var (item, text) in items)
        {
            if (draft.TryAdd(item, TableRowReader.Plainly(text), row) is { } first)
            {
                Twice(known.Item(item)!.Name, first, bag);
            }
        }

        if (_cells.FactWithoutValue(name) is { } own && draft.TryAdd("", own, row) is { } before)
        {
            Twice(name, before, bag);
        }
    }

    private void AddBeside(IndicatorDraft draft, TaskDraft task, string item)
    {
        if (_cells.TaskWords is { Length: > 0 } words)
        {
            task.Add(words);
        }

        if (_cells.Related() is { } figure)
        {
            draft.Add(item, figure);
        }

        if (_cells.Target() is { } target)
        {
            draft.Add(target);
        }

        if (_cells.Binding() is { } binding)
        {
            draft.Add(binding);
        }
    }

    // Duplicates with equal content are a slip: one of them counts. If they differ, neither does.
    private void Twice(LocalizedText what, int first, DiagnosticBag bag) => bag.Add(
        _cells.IsLike(first) ? DiagnosticCatalog.FactsTwiceAlike : DiagnosticCatalog.FactsTwice,
        _cells.At, what, _cells.AtRow(first).Beside(_cells.At));

    private KnownIndicator? Indicator(TableBlock block, bool isYearGiven, DiagnosticBag bag)
    {
        var cell = _cells.Cell(TableColumn.Indicator);
        // Fast path: tables list indicators in the same order every year.
        if (IsExpected(cell))
        {
            return Follow(_expected!);
        }

        if (known.Find(cell) is { } indicator && !_hasName)
        {
            return Follow(indicator);
        }

        var (column, written) = First(TableColumn.Indicator, TableColumn.IndicatorName, TableColumn.Number);
        if (written.Length == 0)
        {
            return Above(block, isYearGiven);
        }

        var found = Named(written);
        if (found.Length > 1 && column != TableColumn.Number && Named(_cells.Cell(TableColumn.Number)) is [var numbered])
        {
            found = found.Contains(numbered) ? [numbered] : found;
        }

        // Printed tables put the items' names below the indicator's, in the same column.
        var above = _hasAbove && column != TableColumn.Number && _cells.Cell(TableColumn.Number).IsEmpty ? _last : null;
        if (found.IsEmpty && above is not null && _cells.Cell(TableColumn.Item).IsEmpty && above.ItemsNamed(written) is [var item])
        {
            _itemByName = item;
            return above;
        }

        if (found is not [var named])
        {
            // Rows of items below it belong to no other.
            _hasAbove = false;
            if (found.IsEmpty && HeadingText.IsTotal(written))
            {
                var at = _cells.AtCell(column);
                bag.Add(DiagnosticCatalog.TableTotalRow, at, $"{at.Line}", VisibleText.Cut(written, 40));
                return null;
            }

            if (above is not null && found.IsEmpty && known.IsPartOfPlaces(written))
            {
                // A line for a kind of places, below the indicator's own.
                var value = VisibleText.Cut(_cells.Cell(TableColumn.Value).ToString(), 40);
                bag.Add(DiagnosticCatalog.FormRegionUnclear, _cells.AtCell(TableColumn.Value), above.Own.Name, written, value);
                _hasAbove = true;
                return null;
            }

            known.Report(written, _cells.AtCell(column), bag);
            return null;
        }

        if (column == TableColumn.Indicator && Named(_cells.Cell(TableColumn.IndicatorName)) is [var other] && other != named)
        {
            bag.Add(
                DiagnosticCatalog.TableNamesDiffer, _cells.AtCell(TableColumn.IndicatorName), _cells.Layout.NameOf(TableColumn.Indicator),
                named.Own.Name, _cells.Layout.NameOf(TableColumn.IndicatorName), other.Own.Name);
        }

        return Follow(named);
    }

    private bool IsExpected(ReadOnlySpan<char> cell) => _expected is { } expected && !_hasName && cell.SequenceEqual(expected.Id);

    private (TableColumn Column, string Written) First(params ReadOnlySpan<TableColumn> columns)
    {
        foreach (var column in columns)
        {
            if (_cells.Cell(column) is { IsEmpty: false } cell)
            {
                return (column, cell.ToString());
            }
        }

        return (columns[0], "");
    }

    // An indicator's name is merged over its items, and over its years where the table begins so.
    private KnownIndicator? Above(TableBlock block, bool isYearGiven)
    {
        if (_last is { } above && _hasAbove
            && (!_cells.Cell(TableColumn.Item).IsEmpty || (isYearGiven && block.Merging.HasFlag(TableMerging.Indicator))))
        {
            return above;
        }

        _cells.Empty(_cells.Layout.SlotOf(TableColumn.Indicator) >= 0 ? TableColumn.Indicator
            : _cells.Layout.SlotOf(TableColumn.IndicatorName) >= 0 ? TableColumn.IndicatorName : TableColumn.Number);
        return null;
    }

    // Names repeat in every year of every place.
    private ImmutableArray<KnownIndicator> Named(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
        {
            return [];
        }

        if (_named.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(cell, out var before))
        {
            return before;
        }

        var text = cell.ToString();
        var found = known.Named(text);
        if (_named.Count < MostRemembered)
        {
            _named.Add(text, found);
        }

        return found;
    }

    private KnownIndicator Follow(KnownIndicator indicator)
    {
        if (_last is { } last)
        {
            _following[last.Index] = indicator;
        }

        (_last, _hasAbove) = (indicator, true);
        _expected = _following[indicator.Index];
        return indicator;
    }

    private string? Item(KnownIndicator indicator, DiagnosticBag bag)
    {
        var cell = _cells.Cell(TableColumn.Item);
        if (cell.IsEmpty)
        {
            return _itemByName;
        }

        if (indicator.ItemId(cell) is { } item)
        {
            return item;
        }

        var text = cell.ToString();
        if (indicator.ItemsNamed(text) is [var named])
        {
            return named;
        }

        indicator.ReportItem(text, _cells.AtCell(TableColumn.Item), bag);
        return null;
    }

    private YearDraft YearOf(int year)
    {
        for (var i = _yearCount - 1; i >= 0; i--)
        {
            if (_years[i].Year == year)
            {
                return _years[i];
            }
        }

        if (_yearCount == _years.Count)
        {
            _years.Add(new YearDraft(known));
        }

        _years[_yearCount].Year = year;
        return _years[_yearCount++];
    }
}
