using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Office.Forms;

/// <summary>Reads a filled-in form, or a table as it is printed in a plan, into rows of facts. Not thread-safe.</summary>
/// <param name="grid">The sheet.</param>
/// <param name="first">Its headings.</param>
/// <param name="scheme">The scheme to read by.</param>
/// <param name="place">What the workbook says of the place.</param>
internal sealed class FormReader(SheetGrid grid, FormLayout first, Scheme scheme, PlaceSheet place)
{
    private static readonly FormColumn[] Stated =
    [
        FormColumn.Reason, FormColumn.Met, FormColumn.Trend, FormColumn.Task, FormColumn.TaskName, FormColumn.TaskUnit,
        FormColumn.TaskRequired, FormColumn.TaskLimit, FormColumn.TaskActual, FormColumn.Change, FormColumn.ChangeSince, FormColumn.OfYear,
    ];

    // What is shown beside a figure, whatever the cell holds.
    private static readonly FormColumn[] ForReaders = [FormColumn.Source, FormColumn.Owner, FormColumn.Note];

    // The words of the form for kinds of absence, and those of the facts table.
    private static readonly (string Word, string Kind)[] Reasons =
    [
        (FormWords.NotCounted, "未填报"), (FormWords.NothingOfTheKind, "不涉及"), (FormWords.NotAssessed, "不考核"),
        (FormWords.NotMeasurable, "无法监测"),
    ];

    private const int LongestTold = 40;

    private readonly RowNaming _naming = new(scheme);
    private readonly List<(FactRow Row, int Year)> _rows = [];
    private readonly DiagnosticBag _bag = new();
    private readonly HashSet<(string Indicator, string? Item)> _read = [];
    private readonly HashSet<(string Indicator, int Year)> _whole = [];
    private FormLayout _layout = first;
    private int _looked;
    private bool _isBeside;
    private Indicator? _last;

    /// <summary>What is wrong with rows as a whole.</summary>
    internal ImmutableArray<Diagnostic> Diagnostics => _bag.ToImmutable();

    /// <summary>Reads all rows below the headings.</summary>
    /// <param name="year">The year of values whose headings name none.</param>
    /// <returns>The rows with their years.</returns>
    internal List<(FactRow Row, int Year)> Read(int year)
    {
        for (var row = _layout.HeadingRow + 1; row <= grid.LastRow; row++)
        {
            if (IsHeading(row))
            {
                // Tables that came off paper have their headings again on each page.
                _last = null;
                continue;
            }

            if (FormLayout.At(grid, row) is { } next)
            {
                _last = null;
                if (!next.IsWhole)
                {
                    _bag.Add(DiagnosticCatalog.SheetTableBelow, grid.Sheet.At(row, 1), $"{row}");
                    break;
                }

                (_layout, row) = (next, next.HeadingRow);
                continue;
            }

            foreach (var (column, named) in _layout.Values)
            {
                // An earlier column has values alone: the claims are those of the latest year.
                ReadRow(row, column, named ?? year, isLatest: column == _layout.Values[0].Column);
            }

            if (_layout.Of(FormColumn.LastYear) is var last and > 0)
            {
                ReadRow(row, last, year - 1, isLatest: false);
            }
        }

        return _rows;
    }

    private bool IsHeading(int row)
    {
        var named = _layout.Of(FormColumn.Name) is var name and > 0 ? name : _layout.Of(FormColumn.Number);
        return Repeats(named) && Repeats(_layout.Values[0].Column);

        bool Repeats(int column) => column > 0 && grid.Text(row, column) is { Length: > 0 } text
            && FormHeading.Folded(text) == FormHeading.Folded(_layout.Headings[column - 1]);
    }

    private void ReadRow(int row, int column, int year, bool isLatest)
    {
        var value = Cell(row, column);
        var claims = isLatest ? Stated.Where(c => _layout.Of(c) > 0).Select(c => (Column: c, Cell: Cell(row, _layout.Of(c)))).ToList() : [];
        var beside = isLatest ? ForReaders.Where(c => _layout.Of(c) > 0)
            .ToDictionary(c => FactColumns.Of(c)!, c => Words(row, _layout.Of(c)), StringComparer.Ordinal) : [];
        if (value.Text.Length == 0 && value.Remark is null && claims.TrueForAll(c => c.Cell.Text.Length == 0))
        {
            // A row without a figure names the indicator of the item rows below it, and may tell who is to fill it in.
            if (isLatest && Named(row) is ({ } of, var part, null) { Region: null } && beside.Values.Any(c => c.Text.Length > 0)
                && _read.Add((of.Id, part?.Id)))
            {
                beside[FactColumns.Indicator] = new(of.Id, NameAt(row));
                beside[FactColumns.Item] = part is null ? default : new(part.Id, ItemAt(row));
                Add(beside, year, value.At ?? grid.Sheet.At(row, column));
            }

            return;
        }

        // Once for all columns of the row.
        if (_looked != row)
        {
            (_looked, _isBeside) = (row, IsBeside(row));
        }

        if (_isBeside)
        {
            return;
        }

        var named = Named(row);
        if (named.Region is { } region && !IsOfPlace(row, region, named.Indicator!, ref value, year))
        {
            return;
        }

        var facts = new Dictionary<string, FactCell>(beside, StringComparer.Ordinal);
        foreach (var (form, cell) in claims)
        {
            if (FactColumns.Of(form) is { } fact)
            {
                facts[fact] = cell;
            }
            else if (cell.Text.Length > 0)
            {
                facts[FactColumns.Absence] = cell with { Value = Array.Find(Reasons, r => r.Word == cell.Text).Kind ?? cell.Text };
            }
        }

        var (indicator, item) = (named.Indicator, named.Item);
        if (indicator is not null && item is not null && IsOverItems(row, column, indicator) && IsFirst(row, indicator))
        {
            // A figure over all the rows of an indicator is its own.
            item = null;
        }

        facts[FactColumns.Value] = value;
        if (indicator is null || named.Fault is not null)
        {
            facts[FactColumns.Indicator] = new(indicator?.Id ?? WrittenName(row), NameAt(row), named.Fault);
            Add(facts, year, value.At ?? grid.Sheet.At(row, column));
            return;
        }

        _read.Add((indicator.Id, item?.Id));
        facts[FactColumns.Indicator] = new(indicator.Id, NameAt(row));
        if (value.Text.Length > 0 && Others(row, column, indicator, item) is { Count: > 0 } others)
        {
            facts[FactColumns.Value] = value with
            {
                Value = "",
                Remark = new Diagnostic(DiagnosticCatalog.CellMergedOverRows, value.At!,
                [
                    CellRemark.Named(value.At!, _layout.Headings[column - 1]), value.Text,
                    new LocalizedText(string.Join('、', others.Select(o => o.Zh)), string.Join(", ", others.Select(o => o.En))),
                ]),
            };
        }

        if (item is null && value.Text.Length > 0)
        {
            _whole.Add((indicator.Id, year));
        }

        facts[FactColumns.Item] = item is null ? default : new(item.Id, ItemAt(row));
        AddShared(claims, facts, row, indicator, item, year);
        if (item is null && indicator.Items.Length > 0 && IsOfLines(value.Text))
        {
            AddLines(indicator, facts, row, year);
            return;
        }

        if (item is not null
            && facts.All(f => f.Key is FactColumns.Indicator or FactColumns.Item || IsNothing(f.Value)))
        {
            return;
        }

        facts[FactColumns.Value] = Whole(facts[FactColumns.Value]);
        AddUnit(facts, row, indicator, item, _layout.Headings[column - 1]);
        Add(facts, year, value.At ?? grid.Sheet.At(row, column));
    }

    private static bool IsNothing(FactCell cell) => cell.Text.Length == 0 && cell.Remark is null;

    // A claim over all the rows of an indicator is the indicator's, not that of the item in the first.
    private void AddShared(
        List<(FormColumn Column, FactCell Cell)> claims, Dictionary<string, FactCell> facts, int row, Indicator indicator, Item? item,
        int year)
    {
        var shared = claims.Where(c => item is not null && c.Cell.Text.Length > 0 && FactColumns.Of(c.Column) is not null
            && IsOverItems(row, _layout.Of(c.Column), indicator) && IsFirst(row, indicator)).ToList();
        if (shared.Count == 0)
        {
            return;
        }

        var own = new Dictionary<string, FactCell>(StringComparer.Ordinal) { [FactColumns.Indicator] = facts[FactColumns.Indicator] };
        foreach (var (column, cell) in shared)
        {
            own[FactColumns.Of(column)!] = cell;
            facts.Remove(FactColumns.Of(column)!);
        }

        Add(own, year, shared[0].Cell.At!);
    }

    // A note, a signature or a sum below the table, with something in the column of values.
    private bool IsBeside(int row)
    {
        var texts = Enumerable.Range(1, grid.Width).Select(c => grid.Own(row, c).Text?.Trim()).OfType<string>().Where(t => t.Length > 0)
            .ToList();
        if (texts.Count > 0 && texts.TrueForAll(FactsTable.IsNote))
        {
            Tell(DiagnosticCatalog.TableNoteRow, texts[0]);
            return true;
        }

        if (WrittenName(row) is var name && FactsTable.IsTotal(name) && _naming.FindPrinted(name) is null)
        {
            Tell(DiagnosticCatalog.TableTotalRow, name);
            return true;
        }

        return false;

        void Tell(DiagnosticDescriptor what, string text)
        {
            _bag.Add(what, grid.Sheet.At(row, 1), $"{row}", text.Length > LongestTold ? text[..LongestTold] + "…" : text);
        }
    }

    // The lines of a row that apply to kinds of places: the figure counts where the place is of that kind.
    private bool IsOfPlace(int row, (PlaceAttribute Attribute, Choice Part) region, Indicator indicator, ref FactCell value, int year)
    {
        var part = region.Attribute.Kind == AttributeKind.Shares ? $"place.{region.Attribute.Id}.{region.Part.Id}"
            : $"place.{region.Attribute.Id}";
        var said = place.Attributes.Find(a => a.Heading == part).Cell.Text;
        var isSure = region.Attribute.Kind == AttributeKind.Shares ? said.TrimEnd('%') == "100" : region.Part.Answers(said);
        var isOther = region.Attribute.Kind == AttributeKind.Shares ? said.TrimEnd('%') == "0" : said.Length > 0 && !isSure;
        if (_whole.Contains((indicator.Id, year)) || isOther)
        {
            LocalizedText why = isOther && region.Attribute.Kind != AttributeKind.Shares
                ? new($"本县填的是“{said}”", $"the place is `{said}`")
                : isOther ? new("本县没有这类地区", "the place has none of that kind")
                : new("上面已有全县的数", "the figure of the whole place is given above");
            if (value.Text.Length > 0)
            {
                _bag.Add(DiagnosticCatalog.FormOtherRegion, value.At!, Name(indicator), region.Part.Text, value.Text, why);
            }

            return false;
        }

        if (!isSure && value.Text.Length > 0)
        {
            value = value with
            {
                Value = "",
                Remark = new Diagnostic(
                    DiagnosticCatalog.FormRegionUnclear, value.At!, [Name(indicator), region.Part.Text, value.Text]),
            };
        }

        return isSure || value.Remark is not null;
    }

    // What else a figure in a merged cell could be of.
    private List<LocalizedText> Others(int row, int column, Indicator indicator, Item? item)
    {
        var under = Under(row, column);
        var found = under.Select(n => n.Indicator).OfType<Indicator>().Prepend(indicator).Distinct().ToList();
        return found.Count > 1 ? found.ConvertAll(Name)
            : item is not null && under.Exists(n => n.Item is not null && n.Item != item)
                ? [.. under.Select(n => n.Item).OfType<Item>().Prepend(item).Distinct()
                    .Select(i => new LocalizedText($"“{i.Name.Zh}”", $"`{i.Id}`"))]
            : [];
    }

    // Whether the row above is about something else.
    private bool IsFirst(int row, Indicator indicator)
    {
        var last = _last;
        var above = row - 1 > _layout.HeadingRow ? Named(row - 1).Indicator : null;
        _last = last;
        return above != indicator;
    }

    private bool IsOverItems(int row, int column, Indicator indicator) => Under(row, column) is { Count: > 0 } under
        && under.TrueForAll(n => n.Indicator is null || n.Indicator == indicator) && under.Exists(n => n.Item is not null);

    // What the rows below the first of a merged range are about.
    private List<RowName> Under(int row, int column)
    {
        if (grid.Range(row, column) is not { } range || range.FirstRow != row || range.LastRow == row)
        {
            return [];
        }

        var last = _last;
        var names = Enumerable.Range(row + 1, Math.Min(range.LastRow, grid.LastRow) - row).Select(Named).ToList();
        _last = last;
        return names;
    }

    private void AddLines(Indicator indicator, Dictionary<string, FactCell> facts, int row, int year)
    {
        var value = facts[FactColumns.Value];
        var lines = value.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var printed = indicator.Items.Where(i => i.Printed).ToList();
        var met = facts.GetValueOrDefault(FactColumns.Met);
        var claims = met.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var labelled = lines.Select(l => RowNaming.Labelled(indicator, l)).ToList();
        List<(Item? Item, string Text)> parts;
        if (labelled.TrueForAll(l => l is not null))
        {
            parts = [.. labelled.Select(l => (l!.Value.Item, l.Value.Text))];
        }
        else if (lines.Length == printed.Count || lines.Length == printed.Count + 1)
        {
            // With one line more than there are items, the first is of the row itself.
            parts = [.. lines.Select((l, i) => (i - lines.Length + printed.Count is var at and >= 0 ? printed[at] : (Item?)null, l))];
        }
        else
        {
            var heading = _layout.Headings[value.At!.Column - 1];
            var fault = new Diagnostic(
                DiagnosticCatalog.FormLines, value.At, [CellRemark.Named(value.At, heading), $"{lines.Length}", $"{printed.Count}"]);
            facts[FactColumns.Value] = value with { Remark = fault, Value = "" };
            Add(facts, year, value.At);
            return;
        }

        var isByItem = claims.Length == printed.Count && claims.Length > 1;
        foreach (var (item, text) in parts)
        {
            var one = new Dictionary<string, FactCell>(StringComparer.Ordinal)
            {
                [FactColumns.Indicator] = facts[FactColumns.Indicator],
                [FactColumns.Item] = item is null ? default : new(item.Id, value.At),
                [FactColumns.Value] = value with { Value = text },
            };
            foreach (var column in ForReaders.Select(c => FactColumns.Of(c)!).Where(facts.ContainsKey))
            {
                one[column] = facts[column];
            }

            if (isByItem && item is not null && printed.IndexOf(item) is var at and >= 0)
            {
                one[FactColumns.Met] = met with { Value = claims[at] };
            }

            Add(one, year, value.At!);
        }

        foreach (var column in (string[])[FactColumns.Value, FactColumns.Item, .. ForReaders.Select(c => FactColumns.Of(c)!)])
        {
            facts.Remove(column);
        }

        if (isByItem)
        {
            facts.Remove(FactColumns.Met);
        }

        if (facts.Keys.Any(k => k is not (FactColumns.Indicator or FactColumns.Source) && facts[k].Text.Length > 0))
        {
            Add(facts, year, value.At!);
        }
    }

    // The unit of a form is that of the scheme; one that a person wrote is compared with it.
    private void AddUnit(Dictionary<string, FactCell> facts, int row, Indicator indicator, Item? item, string heading)
    {
        var unit = _layout.Of(FormColumn.Unit) is var column and > 0 ? Cell(row, column) : default;
        if (unit.Text.Length > 0)
        {
            var (printed, measured) = (item?.Unit ?? indicator.Unit, item?.MeasuredIn ?? indicator.MeasuredIn);
            if (!unit.Text.Contains('\n') && unit.Text != printed && unit.Text != measured && unit.Text != indicator.Unit
                && unit.Text is not ("-" or "—" or "/"))
            {
                facts[FactColumns.Unit] = unit;
            }
        }
        else if (FactsTable.FindUnit(heading) is { } ofAll && ReadingParser.Parse(facts[FactColumns.Value].Text).Reading.IsNumeric)
        {
            facts[FactColumns.Unit] = new(ofAll, facts[FactColumns.Value].At);
        }
    }

    private void Add(Dictionary<string, FactCell> facts, int year, Location at)
    {
        facts[FactColumns.Year] = new(year.ToString(CultureInfo.InvariantCulture), grid.Sheet.At(_layout.HeadingRow, at.Column));
        _rows.Add((new FactRow([.. FactColumns.All.Select(c => facts.GetValueOrDefault(c))], at), year));
    }

    /// <summary>What a row is about: by its ids, else by number and name.</summary>
    private RowName Named(int row)
    {
        var (id, number) = (Text(row, FormColumn.Id), Text(row, FormColumn.Number));
        var (name, item) = (Text(row, FormColumn.Name), Text(row, FormColumn.Item));
        var byNumber = number.Length > 0 ? _naming.Find(number) : null;
        var byName = name.Length > 0 ? _naming.FindPrinted(name) : null;
        if (id.Length > 0 && _naming.FindId(id) is var (indicator, part))
        {
            _last = indicator;
            // A row that was moved without its hidden cell, or the other way round, has two names.
            return new(indicator, part, byName is not null && byName != indicator ? Differs(row, indicator, name) : null);
        }

        if (byName is not null && byNumber is not null && byName != byNumber)
        {
            return new(byNumber, null, Differs(row, byNumber, name));
        }

        if ((byName ?? byNumber) is { } found)
        {
            _last = found;
            return item.Length > 0 ? WithItem(found, item)
                : byName is not null || name.Length == 0 ? new(found)
                : Below(found, name) ?? new(found, null, Differs(row, found, name));
        }

        if (number.Length > 0)
        {
            // The rows of its items are of no other indicator.
            _last = null;
        }

        // Below an indicator, its items by name alone.
        return (_last is { } last ? Below(last, item.Length > 0 ? item : name) : null) ?? new(null);
    }

    // The row of an item, or of a kind of places, below its indicator.
    private RowName? Below(Indicator indicator, string name) =>
        RowNaming.FindItem(indicator, name) is { } item ? new(indicator, item)
        : _naming.FindRegion(name) is { } region ? new(indicator) { Region = region }
        : null;

    private static RowName WithItem(Indicator indicator, string item) =>
        new(indicator, RowNaming.FindItem(indicator, item) ?? new Item { Id = item, Name = item, Unit = indicator.Unit });

    private static LocalizedText Name(Indicator indicator) =>
        new($"第{indicator.Number}项“{indicator.Name.Zh}”", $"no. {indicator.Number} `{indicator.Id}`");

    private Diagnostic Differs(int row, Indicator indicator, string name) => new(
        DiagnosticCatalog.FormRowDiffers, NameAt(row),
        [Name(indicator), name]);

    private string WrittenName(int row) => Text(row, FormColumn.Name) is { Length: > 0 } name ? name
        : Text(row, FormColumn.Number) is { Length: > 0 } number ? number : Text(row, FormColumn.Id);

    private Location NameAt(int row) =>
        grid.Sheet.At(row, new[] { FormColumn.Name, FormColumn.Number, FormColumn.Id }.Select(_layout.Of).First(c => c > 0));

    private Location ItemAt(int row) => _layout.Of(FormColumn.Item) is var column and > 0 ? grid.Sheet.At(row, column) : NameAt(row);

    private string Text(int row, FormColumn column) => _layout.Of(column) is var at and > 0 ? grid.Text(row, at) : "";

    // Values and claims are those of the first row of a merged range; only names are carried down.
    private FactCell Cell(int row, int column) =>
        FactCell.Of(grid.Own(row, column), grid.Sheet.At(row, column), _layout.Headings[column - 1]);

    // One office is often merged over the rows that it is responsible for.
    private FactCell Words(int row, int column) => new(grid.Text(row, column), grid.Sheet.At(row, column));

    // A text that is broken over lines. Two figures do not become one.
    private static FactCell Whole(FactCell value)
    {
        var lines = value.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var isSplit = lines.Skip(1).Any(l => char.IsDigit(l[0]) || l[0] is '.' or '．' or '-');
        return value with { Value = string.Join(isSplit ? "；" : "", lines) };
    }

    private static bool IsOfLines(string text) => text.Contains('\n');
}

/// <summary>What a row of a form is about. Immutable.</summary>
/// <param name="Indicator">The indicator; null if it is unknown.</param>
/// <param name="Item">The item; null for the indicator itself.</param>
/// <param name="Fault">Why the row cannot be read.</param>
internal sealed record RowName(Indicator? Indicator, Item? Item = null, Diagnostic? Fault = null)
{
    /// <summary>The kind of places that a line below the indicator is for; null for other rows.</summary>
    internal (PlaceAttribute Attribute, Choice Part)? Region { get; init; }
}
