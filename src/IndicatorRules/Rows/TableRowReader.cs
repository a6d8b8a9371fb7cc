using System.Buffers;
using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Rows;

/// <summary>Reads the cells of one row. Caches parsed values, which repeat within a table. Not thread-safe.</summary>
internal sealed class TableRowReader(TableLayout layout, ITableRows rows, string file)
{
    private const int MostRemembered = 1 << 14;
    private const int ShortestNamed = 4;
    private const int EarliestYear = 1949;
    private const int LatestYear = 2200;

    private static readonly TableColumn[] FactColumns =
    [
        TableColumn.Kind, TableColumn.Unit, TableColumn.OfYear, TableColumn.Met, TableColumn.Trend, TableColumn.Change,
        TableColumn.ChangeSince, TableColumn.Done, TableColumn.Assigned, TableColumn.Remark, TableColumn.Estimated, TableColumn.Measure,
        TableColumn.ParentAverage, TableColumn.ParentUnit, TableColumn.ParentPlace, TableColumn.ParentSource, TableColumn.ParentSourcePlace,
    ];

    // A source or note alone is not a fact: rows of further tasks may repeat it.
    private static readonly TableColumn[] ReaderColumns =
        [TableColumn.Source, TableColumn.SourcePlace, TableColumn.Owner, TableColumn.RowNote];

    private static readonly TableColumn[] RelatedColumns = [TableColumn.RelatedName, TableColumn.RelatedValue, TableColumn.RelatedUnit];

    private static readonly TableColumn[] TargetColumns =
    [
        TableColumn.TargetYear, TableColumn.TargetText, TableColumn.TargetAtLeast, TableColumn.TargetAtMost, TableColumn.TargetTask,
    ];

    private static readonly char[] Separators = ['；', '\n'];

    // The characters between a value and what is printed behind it.
    private static readonly SearchValues<char> Behind = SearchValues.Create("；\n /");

    private static readonly TableColumn[] BindingColumns = [TableColumn.BindingLevel, TableColumn.Binding];

    // Claims, which a row with a figure can be judged without. An invalid one is ignored with a warning.
    private static readonly TableColumn[] Optional =
        [TableColumn.Met, TableColumn.Trend, TableColumn.Change, TableColumn.ChangeSince, TableColumn.Task];

    private static readonly TableColumn[] FigureColumns =
        [TableColumn.TaskName, TableColumn.TaskUnit, TableColumn.TaskRequired, TableColumn.TaskLimit, TableColumn.TaskActual];

    private static readonly TableColumn[] OfIndicatorsOnly =
    [
        TableColumn.Item, TableColumn.Met, TableColumn.Trend, TableColumn.Change, TableColumn.Done, TableColumn.Task, .. FigureColumns,
        TableColumn.TaskWords, .. TargetColumns, .. BindingColumns,
    ];

    private readonly int[] _factSlots = [.. FactColumns.Select(layout.SlotOf).Where(s => s >= 0)];
    private readonly int[] _figureSlots = [.. FigureColumns.Select(layout.SlotOf).Where(s => s >= 0)];
    private readonly int[] _readerSlots = [.. ReaderColumns.Select(layout.SlotOf).Where(s => s >= 0)];
    private readonly int[] _besideSlots =
    [
        .. RelatedColumns.Concat(TargetColumns).Concat(BindingColumns).Append(TableColumn.TaskWords).Select(layout.SlotOf)
            .Where(s => s >= 0),
    ];

    // The names of what reports print behind the value.
    private readonly int[] _statedSlots =
    [
        .. new[] { TableColumn.TaskName, TableColumn.TaskWords, TableColumn.RelatedName, TableColumn.Item }.Select(layout.SlotOf)
            .Where(s => s >= 0),
    ];

    private readonly int[] _saidSlots =
    [
        .. new[] { TableColumn.Value, TableColumn.Task }.Concat(FactColumns).Concat(FigureColumns).Select(layout.SlotOf)
            .Where(s => s >= 0),
    ];

    private readonly int[] _yearSlots = layout.Year is null ? []
        : [.. Enum.GetValues<TableColumn>().Where(c => YearHeading.IsOfAYear(c) && c != TableColumn.Unit).Select(layout.SlotOf)
            .Where(s => s >= 0)];

    private readonly Dictionary<string, Fact> _plain = new(StringComparer.Ordinal);
    private TableBlock _block = new(0);
    private DiagnosticBag _bag = new();
    private int _row;
    private string? _value;

    internal void Turn(TableBlock block, int row, DiagnosticBag bag) => (_block, _row, _bag, _value) = (block, row, bag, null);

    /// <summary>The row's location, created on demand since few rows need it.</summary>
    internal Location At => AtRow(_row);

    internal TableLayout Layout => layout;

    /// <summary>Whether the row says anything for the year of these columns.</summary>
    internal bool IsGiven => AnyFilled(_yearSlots);

    internal Location AtCell(TableColumn column) =>
        rows.Locate(file, _block.Row(_row).Line, Math.Max(0, layout.SlotOf(column)) + 1);

    internal Location AtRow(int row) => rows.Locate(file, _block.Row(row).Line, 1);

    /// <summary>The location of the value in a row, with the cell's name.</summary>
    internal Location AtValue(TableBlock block, int row)
    {
        var (line, slot) = (block.Row(row).Line, layout.SlotOf(TableColumn.Value));
        var at = rows.Locate(file, line, Math.Max(0, slot) + 1);
        return slot < 0 || at.Sheet is not null ? at : at with
        {
            Cell = layout.NameOf(TableColumn.Value) is var name ? new($"第{line}行 {name.Zh}", $"Row {line}, {name.En}") : null,
        };
    }

    /// <summary>Whether another row of the same year, indicator and item states the same facts.</summary>
    internal bool IsLike(int row)
    {
        foreach (var slot in _saidSlots)
        {
            if (!_block.Cell(_row, slot).SequenceEqual(_block.Cell(row, slot)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reports what the table says about the cells that are read. An error in a claim costs that cell alone.</summary>
    internal void AddRemarks()
    {
        if (!rows.HasRemarks)
        {
            return;
        }

        foreach (var slot in layout.Read)
        {
            if (rows.Remark(file, _block.Row(_row).Line, slot + 1) is { } remark
                && (remark.Severity == Severity.Warning || !Optional.Any(c => layout.SlotOf(c) == slot)))
            {
                _bag.AddRange([remark]);
            }
        }
    }

    /// <summary>Reports the first control character in a cell that is read.</summary>
    internal void RefuseControls()
    {
        if (!_block.HasUnshowable)
        {
            return;
        }

        foreach (var slot in layout.Read)
        {
            var cell = _block.Cell(_row, slot);
            if (cell.IndexOfAny(VisibleText.Unshowable) is var at and >= 0)
            {
                _bag.Add(DiagnosticCatalog.TextCharacter, rows.Locate(file, _block.Row(_row).Line, slot + 1), $"U+{(int)cell[at]:X4}");
                return;
            }
        }
    }

    internal ReadOnlySpan<char> Cell(TableColumn column) => _block.Cell(_row, layout.SlotOf(column));

    private ReadOnlySpan<char> Written => _value ?? Cell(TableColumn.Value);

    /// <summary>
    /// Leaves out of the value what other columns of the row, or of the rows below, state again: reports print the figures of a superior's
    /// task and those beside the fact behind the value (普及数 2000/2000 座).
    /// </summary>
    /// <param name="end">The row behind the place's last.</param>
    internal void LeaveOutStated(int end)
    {
        if (_statedSlots.Length == 0 || Cell(TableColumn.Value) is not { Length: >= ShortestNamed } cell
            || (!cell.ContainsAny(Behind) && (char.IsAsciiDigit(cell[0]) || layout.SlotOf(TableColumn.TaskWords) < 0)))
        {
            // Fast path: most cells have a figure or a state alone.
            return;
        }

        var parts = cell.ToString().Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        var before = parts.Count;
        for (var row = _row; row < end && (row == _row || IsFurther(row)); row++)
        {
            // A line of an item without a value says something beside it.
            if (CellOf(row, TableColumn.Item) is { Length: > 0 } item && CellOf(row, TableColumn.Value) is { Length: > 0 } value)
            {
                Leave(TableColumn.Item, item, value);
            }

            Leave(TableColumn.TaskWords, CellOf(row, TableColumn.TaskWords), "");
            var required = CellOf(row, TableColumn.TaskRequired);
            Leave(
                TableColumn.TaskName, CellOf(row, TableColumn.TaskName),
                required.Length == 0 ? "" : $"{CellOf(row, TableColumn.TaskActual)}/{required}");
            Leave(TableColumn.RelatedName, CellOf(row, TableColumn.RelatedName), CellOf(row, TableColumn.RelatedValue));
        }

        if (parts.Count < before)
        {
            _value = parts.Count == 0 ? "-" : string.Join('；', parts);
        }

        void Leave(TableColumn column, string name, string figure)
        {
            var whole = $"{name} {figure}".Trim();
            var at = whole.Length == 0 ? -1 : parts.FindIndex(p => IsBefore(whole, p));
            at = at >= 0 || name.Length == 0 ? at : parts.FindIndex(p => IsBefore(name, p));
            if (at >= 0 && !IsBefore(whole, parts[at]))
            {
                _bag.Add(DiagnosticCatalog.TableStatedDiffers, AtCell(TableColumn.Value), layout.NameOf(TableColumn.Value), parts[at],
                    layout.NameOf(column), whole);
            }

            if (at >= 0)
            {
                parts.RemoveAt(at);
            }
        }
    }

    // Whether a part begins with a text, behind which there is at most a unit.
    private static bool IsBefore(string text, string part) => part.StartsWith(text, StringComparison.Ordinal)
        && (part.Length == text.Length || !(char.IsLetterOrDigit(part[text.Length]) || part[text.Length] == '.')
            || (char.IsLetter(part[text.Length]) && char.IsAsciiDigit(text[^1])));

    private string CellOf(int row, TableColumn column) => _block.Cell(row, layout.SlotOf(column)).ToString();

    // A line of an item or of a further figure of the same indicator, without a value of its own.
    private bool IsFurther(int row) =>
        (_block.Cell(row, layout.SlotOf(TableColumn.Value)).IsEmpty || !_block.Cell(row, layout.SlotOf(TableColumn.Item)).IsEmpty)
        && _block.Cell(row, layout.SlotOf(TableColumn.Year)).SequenceEqual(Cell(TableColumn.Year))
        && _block.Cell(row, layout.SlotOf(TableColumn.Indicator)).SequenceEqual(Cell(TableColumn.Indicator));

    /// <summary>Whether the row states anything about the figure itself, not only about the task.</summary>
    internal bool HasFact => !Written.IsEmpty || AnyFilled(_factSlots)
        || (!HasFigure && Cell(TableColumn.Task).IsEmpty && !HasBeside);

    /// <summary>Whether the row has related figures, declared targets, bindings or the words of a task.</summary>
    internal bool HasBeside => AnyFilled(_besideSlots);

    internal bool HasFigure => AnyFilled(_figureSlots);

    /// <summary>The row's year.</summary>
    /// <param name="above">The year above it, if years are merged.</param>
    internal int? Year(string? above = null)
    {
        if (layout.SlotOf(TableColumn.Year) < 0)
        {
            return layout.Year;
        }

        var cell = Cell(TableColumn.Year);
        cell = cell.IsEmpty ? above : cell;
        if (cell.Length == 4 && int.TryParse(cell, System.Globalization.NumberStyles.None, null, out var plain)
            && plain is >= EarliestYear and <= LatestYear)
        {
            return plain;
        }

        if (cell.IsEmpty)
        {
            Empty(TableColumn.Year);
            return null;
        }

        return YearIn(TableColumn.Year, cell);
    }

    /// <summary>The row's fact about the figure itself.</summary>
    /// <param name="draft">Provides a reusable fact for a plain number.</param>
    /// <param name="name">The name of the indicator or item.</param>
    internal Fact Fact(IndicatorDraft draft, LocalizedText name)
    {
        var written = Written;
        if (AnyFilled(_factSlots) || AnyFilled(_readerSlots) || layout.Unit is not null)
        {
            return WholeFact(written.ToString(), name);
        }

        return PlainNumber.TryRead(written, out var number) && IsAsPrinted(written) ? draft.Number(number) : Plain(written);
    }

    // Whether the number prints as written, that is, has no leading zeros.
    private static bool IsAsPrinted(ReadOnlySpan<char> number) => number[0] != '0' || number.Length == 1 || number[1] == '.';

    private Fact Plain(ReadOnlySpan<char> written)
    {
        if (_plain.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var known))
        {
            return known;
        }

        var text = written.ToString();
        var read = TypedForm.ReadCell(text);
        var fact = new Fact { Value = read.Reading, Unit = read.Unit, OfYear = read.OfYear };
        if (_plain.Count < MostRemembered)
        {
            _plain[text] = fact;
        }

        return fact;
    }

    /// <summary>The state of the superior's task if given without figures; otherwise null.</summary>
    internal SuperiorTaskState? SuperiorTask() => Word(TableColumn.Task, TableWords.Tasks, out var state) ? state : null;

    /// <summary>The row's figure of the task; null if there is none or it is invalid.</summary>
    /// <param name="row">The name of the indicator or item.</param>
    internal SuperiorTaskFigure? Figure(LocalizedText row)
    {
        if (!Together(TableColumn.TaskRequired, FigureColumns) || Quantity(TableColumn.TaskRequired) is not { } required)
        {
            return null;
        }

        var name = Cell(TableColumn.TaskName).ToString();
        var (actual, written) = TypedForm.ReadCell(Cell(TableColumn.TaskActual).ToString()).Undated;
        // The unit is in its own cell, or in either of the other two.
        var unit = Cell(TableColumn.TaskUnit) is { IsEmpty: false } cell ? cell.ToString() : required.Unit ?? written ?? "";
        var task = new LocalizedText($"{row.Zh}的上级任务“{name}”", $"{row.En} `task` \"{name}\"");
        SameUnit(task, TableColumn.TaskRequired, unit, required.Unit);
        SameUnit(task, TableColumn.TaskActual, unit, written);
        Word(TableColumn.TaskLimit, TableWords.Limits, out var atMost);
        return new SuperiorTaskFigure(name, unit, required.Number, atMost, actual);
    }

    /// <summary>The words of the superior's task; empty if there are none.</summary>
    internal string TaskWords => Cell(TableColumn.TaskWords).ToString();

    /// <summary>The row's figure beside the fact; null if there is none or it is invalid.</summary>
    internal RelatedFigure? Related() =>
        Together(TableColumn.RelatedName, RelatedColumns) && !Cell(TableColumn.RelatedName).IsEmpty
            ? new RelatedFigure(
                Cell(TableColumn.RelatedName).ToString(), TypedForm.ReadCell(Cell(TableColumn.RelatedValue).ToString()).Undated.Reading,
                Cell(TableColumn.RelatedUnit).ToString())
            : null;

    /// <summary>The row's declared target; null if there is none or it is invalid.</summary>
    internal DeclaredTarget? Target()
    {
        if (!Together(TableColumn.TargetYear, TargetColumns) || !Together(TableColumn.TargetText, TableColumn.TargetYear)
            || Cell(TableColumn.TargetYear).IsEmpty || YearIn(TableColumn.TargetYear) is not { } year)
        {
            return null;
        }

        Word(TableColumn.TargetTask, TableWords.Flags, out var isTask);
        return new DeclaredTarget(
            year, Cell(TableColumn.TargetText).ToString(),
            Cell(TableColumn.TargetAtLeast).IsEmpty ? null : Number(TableColumn.TargetAtLeast),
            Cell(TableColumn.TargetAtMost).IsEmpty ? null : Number(TableColumn.TargetAtMost), isTask);
    }

    /// <summary>The row's printed line of binding; null if there is none or it is invalid.</summary>
    internal PrintedKind? Binding() => Together(TableColumn.Binding, BindingColumns)
        && Word(TableColumn.Binding, TableWords.Bindings, out var isBinding)
            ? new PrintedKind(Cell(TableColumn.BindingLevel).ToString(), isBinding) : null;

    /// <summary>The row's points by judgement; null if they are invalid.</summary>
    /// <param name="id">The adjustment's id.</param>
    internal Adjustment? Adjustment(string id) => Number(TableColumn.Points) is { } points
        ? new Adjustment(id, points, Cell(TableColumn.Reason).ToString())
        {
            Source = Source(TableColumn.Source, TableColumn.SourcePlace),
        }
        : null;

    internal void Empty(TableColumn column) => _bag.Add(
        DiagnosticCatalog.TableCellEmpty, AtCell(column),
        new LocalizedText(TableColumnNames.ChineseOf(column), TableColumnNames.Of(column)), $"{_block.Row(_row).Line}");

    /// <summary>Reports the cells that a background figure cannot have.</summary>
    internal void RefuseClaims(LocalizedText name)
    {
        foreach (var column in OfIndicatorsOnly)
        {
            if (!Cell(column).IsEmpty)
            {
                Refuse(column, new($"留空，因为{name.Zh}是表外数据", $"nothing, since {name.En} is a background figure"));
            }
        }
    }

    /// <summary>The items' figures that the cell of the value has; empty for most cells.</summary>
    internal ImmutableArray<(string Item, string Text)> ItemsIn(KnownIndicator known, out ImmutableArray<string> rest)
    {
        rest = [];
        var cell = Written;
        // Names are longer than figures and precede them.
        return cell.Length < ShortestNamed || char.IsAsciiDigit(cell[0]) ? [] : known.ItemsIn(cell.ToString(), out rest);
    }

    /// <summary>A figure with nothing beside it.</summary>
    internal static Fact Plainly(string text)
    {
        var read = ReadingParser.Parse(text);
        return new Fact { Value = read.Reading, Unit = read.Unit, OfYear = read.OfYear };
    }

    /// <summary>What the row says besides its value; null if it says nothing.</summary>
    internal Fact? FactWithoutValue(LocalizedText name) => AnyFilled(_factSlots) || AnyFilled(_readerSlots) ? WholeFact("", name) : null;

    /// <summary>The row's fact about the figure itself, from all its cells.</summary>
    internal Fact WholeFact(LocalizedText name) => WholeFact(Written.ToString(), name);

    private Fact WholeFact(string written, LocalizedText row)
    {
        var stated = Cell(TableColumn.Unit) is { IsEmpty: false } cell ? cell.ToString() : null;
        var read = Value(written, stated ?? "");
        var (value, unit) = read;
        stated ??= value.IsNumeric ? layout.Unit : null;
        if (stated is not null)
        {
            SameUnit(row, TableColumn.Value, stated, unit);
        }

        Word(TableColumn.Met, TableWords.Met, out var met);
        Word(TableColumn.Trend, TableWords.Trends, out var trend);
        Word(TableColumn.Measure, TableWords.Measures, out var measure);
        return new Fact
        {
            Value = Said(value),
            // A quota has the unit of its counts.
            Unit = value.Kind == ReadingKind.Quota ? null : stated ?? unit,
            OfYear = OfYear(read),
            ReportedMet = met,
            ClaimedTrend = trend,
            Change = Pair(TableColumn.Change, TableColumn.ChangeSince) && Number(TableColumn.Change) is { } percent
                && YearIn(TableColumn.ChangeSince) is { } since ? new RecordedChange(percent, since) : null,
            ParentAverage = ParentAverage(row, stated),
            Measure = measure,
            Source = Source(TableColumn.Source, TableColumn.SourcePlace),
            Owner = Words(TableColumn.Owner),
            Note = Words(TableColumn.RowNote),
        };
    }

    private string? Words(TableColumn column) => Cell(column) is { IsEmpty: false } cell ? cell.ToString() : null;

    // The reading as an estimate and with its remark, where the row says so.
    private Reading Said(Reading value)
    {
        if (Word(TableColumn.Estimated, TableWords.Flags, out var isEstimated) && isEstimated)
        {
            if (value.IsAbsent)
            {
                Refuse(TableColumn.Estimated, new("留空，因为没有数", "nothing, since there is no figure"));
                return value;
            }

            value = value.AsEstimate();
        }

        return value.Remarked(Cell(TableColumn.Remark).ToString());
    }

    private ParentAverage? ParentAverage(LocalizedText row, string? stated)
    {
        if (!Together(
            TableColumn.ParentAverage, TableColumn.ParentUnit, TableColumn.ParentPlace, TableColumn.ParentSource,
            TableColumn.ParentSourcePlace)
            || Cell(TableColumn.ParentAverage).IsEmpty)
        {
            return null;
        }

        var (value, written) = TypedForm.ReadCell(Cell(TableColumn.ParentAverage).ToString()).Undated;
        if (stated is not null)
        {
            SameUnit(row, TableColumn.ParentAverage, stated, written);
        }

        var own = Cell(TableColumn.ParentUnit) is { IsEmpty: false } cell ? cell.ToString() : null;
        if (own is not null)
        {
            SameUnit(row, TableColumn.ParentUnit, own, written);
        }

        return new ParentAverage(value, Cell(TableColumn.ParentPlace).ToString())
        {
            Unit = value.Kind == ReadingKind.Quota ? null : own ?? written,
            Source = Source(TableColumn.ParentSource, TableColumn.ParentSourcePlace),
        };
    }

    private Source? Source(TableColumn document, TableColumn place) => Cell(document).IsEmpty && Cell(place).IsEmpty ? null
        : new Source(Cell(document).ToString(), Cell(place).ToString());

    // A year in the value and another in its own cell contradict each other.
    private int? OfYear(CellReading read)
    {
        var stated = Cell(TableColumn.OfYear).IsEmpty ? null : YearIn(TableColumn.OfYear);
        if (stated is not null && read.OfYear is { } written && written != stated)
        {
            _bag.Add(DiagnosticCatalog.FactsOtherYear, AtCell(TableColumn.OfYear), read.Reading.Text, $"{written}", $"{stated}");
        }

        return stated ?? read.OfYear;
    }

    private CellReading Value(string written, string unit)
    {
        if (Word(TableColumn.Kind, TableWords.Kinds, out var absence))
        {
            return absence is { } kind ? Absent(kind, written) : new(Reading.Words(written), null);
        }

        if (Pair(TableColumn.Done, TableColumn.Assigned)
            && Number(TableColumn.Done) is { } done && Number(TableColumn.Assigned) is { } assigned)
        {
            // Reports print the counts again: 2000/2000 座.
            var counts = Reading.Quota(done, assigned).Text;
            if (written.StartsWith(counts, StringComparison.Ordinal) && (written.Length == counts.Length || written[counts.Length] == ' '))
            {
                unit = written[counts.Length..].Trim() is { Length: > 0 } own ? own : unit;
            }
            else if (written.Length > 0)
            {
                Refuse(
                    TableColumn.Value,
                    new("留空，因为已填“完成数”和“下达数”", "nothing, since `done` and `assigned` are filled in"));
            }

            return new(Reading.Quota(done, assigned, unit), null);
        }

        return TypedForm.ReadCell(written);
    }

    // With a kind of absence, the value is its explanation and must not be a figure.
    private CellReading Absent(AbsenceKind kind, string written)
    {
        var read = ReadingParser.Parse(written).Reading;
        if (read.Kind != ReadingKind.Words && (!read.IsAbsent || (read.Absence != AbsenceKind.NotReported && read.Absence != kind)))
        {
            Refuse(
                TableColumn.Value,
                new(
                    "留空，或写缺数的原因，因为填了“类型”",
                    "nothing, or why there is no figure, since `kind` is filled in"));
        }

        return new(Reading.Absent(kind, written.Length == 0 ? "-" : written), null);
    }

    private void SameUnit(LocalizedText name, TableColumn column, string stated, string? written)
    {
        if (written is not null && !UnitName.Same(stated, written))
        {
            _bag.Add(DiagnosticCatalog.FactsUnit, AtCell(column), name, stated, written, UnitName.Remedy(stated, written));
        }
    }

    private bool AnyFilled(int[] slots)
    {
        foreach (var slot in slots)
        {
            if (!_block.Cell(_row, slot).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    // Reports one cell filled without the other.
    private bool Pair(TableColumn one, TableColumn other) => Together(one, other) & Together(other, one) && !Cell(one).IsEmpty;

    // Reports an empty cell that another filled cell requires.
    private bool Together(TableColumn needed, params ReadOnlySpan<TableColumn> rest)
    {
        foreach (var column in rest)
        {
            if (!Cell(column).IsEmpty && Cell(needed).IsEmpty)
            {
                _bag.Add(DiagnosticCatalog.TableTaskFigure, AtCell(column), layout.NameOf(column), layout.NameOf(needed));
                return false;
            }
        }

        return true;
    }

    private bool Word<T>(TableColumn column, TableWords<T> words, out T? meaning)
    {
        var cell = Cell(column);
        meaning = default;
        if (cell.IsEmpty)
        {
            return false;
        }

        if (words.TryRead(cell, out meaning))
        {
            return true;
        }

        Refuse(column, words.Offered);
        return false;
    }

    private (decimal Number, string? Unit)? Quantity(TableColumn column)
    {
        if (ReadingParser.Parse(Cell(column).ToString()).Bare is ({ Kind: ReadingKind.Number, Low: { } number }, var unit))
        {
            return (number, unit);
        }

        Refuse(column, new("一个数", "a number"));
        return null;
    }

    private decimal? Number(TableColumn column)
    {
        if (ReadingParser.Parse(Cell(column).ToString()).Bare is { Unit: null, Reading: { Kind: ReadingKind.Number, Low: { } number } })
        {
            return number;
        }

        Refuse(column, new("一个数，不带单位", "a number without a unit"));
        return null;
    }

    private int? YearIn(TableColumn column) => YearIn(column, Cell(column));

    private int? YearIn(TableColumn column, ReadOnlySpan<char> cell)
    {
        var read = ReadingParser.Parse(cell.ToString()).Bare;
        if (read is { Unit: null or "年" or "年度", Reading: { Kind: ReadingKind.Number, Low: { } year } }
            && year is >= EarliestYear and <= LatestYear && decimal.IsInteger(year))
        {
            return (int)year;
        }

        Refuse(column, new("四位数的年份，例如 2022", "a year in four digits, such as 2022"));
        return null;
    }

    private void Refuse(TableColumn column, LocalizedText allowed) => _bag.Add(
        Optional.Contains(column) ? DiagnosticCatalog.TableCellIgnored : DiagnosticCatalog.TableCell,
        AtCell(column), layout.NameOf(column), Cell(column).ToString(), allowed);
}
