using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Rows;

/// <summary>Reads the facts of a place from its rows. A row that cannot be read is reported and marked. Not thread-safe.</summary>
internal sealed class TablePlaceReader(TableLayout layout, KnownIndicators known, string name)
{
    private const int MostRemembered = 1 << 14;

    private readonly Dictionary<string, ImmutableArray<KnownIndicator>> _named = new(StringComparer.Ordinal);
    private readonly TableRowReader _cells = new(layout, name);
    private readonly PlaceDraft _place = new(layout);
    private readonly List<YearDraft> _years = [];
    private readonly List<FactPath> _paths = [];
    private readonly RowFaults _faults = new();
    private readonly KnownIndicator?[] _following = new KnownIndicator?[known.Count];
    private KnownIndicator? _last;
    private KnownIndicator? _expected;
    private int _yearCount;

    /// <summary>Reads one place. Its facts must be judged before the block is reused.</summary>
    internal Result<FactsFile> Read(TableBlock block, int index)
    {
        var bag = new DiagnosticBag();
        var (first, end) = block.Rows(index);
        _paths.Clear();
        _faults.Clear();
        _yearCount = 0;
        for (var row = first; row < end; row++)
        {
            _paths.Add(default);
            Read(block, row, block.Row(row), bag);
        }

        var code = block.Place(index);
        ValidateCode(block, index, code, bag);
        var read = _place.Take(code);
        var file = _yearCount == 0 ? null : new FactsFile(
            new PlaceFacts(read, _years.Take(_yearCount).Select(y => y.Take())), name, path => Locate(block, first, path))
        {
            Faults = _faults.Copy(),
        };
        return new(file, bag.ToImmutable());
    }

    private void ValidateCode(TableBlock block, int index, string code, DiagnosticBag bag)
    {
        var before = bag.Count;
        var at = new Location(name, block.Row(block.Rows(index).First).Line, layout.SlotOf(TableColumn.Place) + 1);
        if (block.Twin(index) is var (other, line))
        {
            bag.Add(DiagnosticCatalog.PlaceCodeTwice, at, code, $"`{other}`", new Location(name, line, 1).Beside(at));
        }

        PlaceCode.Validate(code, at, bag);
        _faults.Take(bag, before, RowFaults.WholePlace);
    }

    private Location? Locate(TableBlock block, int first, FactPath path)
    {
        var row = path.Year == 0 ? 0 : _paths.IndexOf(path);
        return row < 0 ? null : new Location(name, block.Row(first + row).Line, 1);
    }

    private void Read(TableBlock block, int row, BlockRow written, DiagnosticBag bag)
    {
        var before = bag.Count;
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
        if (bag.Count > before)
        {
            MarkRagged(block, row, bag, before);
            return;
        }

        ReadPlace(block, row, bag);
        ReadFacts(row, before, bag);
    }

    // Cells of a ragged row may be shifted. If they still name a known indicator and year, that verdict is not given.
    private void MarkRagged(TableBlock block, int row, DiagnosticBag bag, int before)
    {
        _cells.Turn(block, row, new DiagnosticBag());
        if (_cells.Year() is { } year && known.Find(_cells.Cell(TableColumn.Indicator)) is { } indicator)
        {
            YearOf(year).Of(indicator);
            _faults.Take(bag, before, new FactPath(year, indicator.Id));
        }
    }

    private void ReadPlace(TableBlock block, int row, DiagnosticBag bag)
    {
        var before = bag.Count;
        _place.Add(block, row, _cells, bag);
        _faults.Take(bag, before, RowFaults.WholePlace);
    }

    private void ReadFacts(int row, int before, DiagnosticBag bag)
    {
        var year = _cells.Year();
        if (Indicator(bag) is not { } indicator || year is null)
        {
            return;
        }

        var draft = YearOf(year.Value).Of(indicator);
        var path = new FactPath(year.Value, indicator.Id, Item(indicator, bag) ?? "");
        _paths[^1] = path;
        if (bag.ErrorAfter(before) is null)
        {
            Add(draft, path, (indicator.Item(path.Item) ?? indicator.Own).Name, row, bag);
        }

        _faults.Take(bag, before, path);
    }

    private void Add(IndicatorDraft draft, FactPath path, LocalizedText name, int row, DiagnosticBag bag)
    {
        if (_cells.HasFact && draft.TryAdd(path.Item, _cells.Fact(draft, name), row) is { } first)
        {
            Twice(name, first, bag);
            return;
        }

        if (_cells.SuperiorTask() is { } task && draft.TryAdd(task, row) is { } other)
        {
            Twice(new($"{name.Zh}的上级任务", $"{name.En} `task`"), other, bag);
        }

        if (_cells.HasFigure && _cells.Figure(name) is { } figure
            && !SuperiorTaskClaims.IsTwice(figure, draft.Figures.Select(f => (f.Figure, _cells.AtRow(f.Row))), _cells.At, bag))
        {
            draft.Add(figure, row);
        }
    }

    // Duplicates with equal content are a slip: one of them counts. If they differ, neither does.
    private void Twice(LocalizedText what, int first, DiagnosticBag bag) => bag.Add(
        _cells.IsLike(first) ? DiagnosticCatalog.FactsTwiceAlike : DiagnosticCatalog.FactsTwice,
        _cells.At, what, _cells.AtRow(first).Beside(_cells.At));

    private KnownIndicator? Indicator(DiagnosticBag bag)
    {
        var cell = _cells.Cell(TableColumn.Indicator);
        // Fast path: tables list indicators in the same order every year.
        if (_expected is { } expected && cell.SequenceEqual(expected.Id))
        {
            return Follow(expected);
        }

        if (known.Find(cell) is { } indicator)
        {
            return Follow(indicator);
        }

        if (!cell.IsEmpty && Named(cell) is [var named])
        {
            return Follow(named);
        }

        if (cell.IsEmpty)
        {
            _cells.Empty(TableColumn.Indicator);
        }
        else
        {
            known.Report(cell.ToString(), _cells.AtCell(TableColumn.Indicator), bag);
        }

        return null;
    }

    // Names repeat in every year of every place.
    private ImmutableArray<KnownIndicator> Named(ReadOnlySpan<char> cell)
    {
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

        _last = indicator;
        _expected = _following[indicator.Index];
        return indicator;
    }

    private string? Item(KnownIndicator indicator, DiagnosticBag bag)
    {
        var cell = _cells.Cell(TableColumn.Item);
        if (cell.IsEmpty)
        {
            return null;
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
