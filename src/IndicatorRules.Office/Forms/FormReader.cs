using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Office.Forms;

/// <summary>Reads a filled-in form, or a table as it is printed in a plan, into rows of facts. Not thread-safe.</summary>
internal sealed class FormReader(SheetGrid grid, FormLayout layout, Scheme scheme)
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

    private readonly RowNaming _naming = new(scheme);
    private readonly List<(FactRow Row, int Year)> _rows = [];
    private readonly DiagnosticBag _bag = new();
    private readonly HashSet<(string Indicator, string? Item)> _read = [];
    private Indicator? _last;

    /// <summary>What is wrong with rows as a whole.</summary>
    internal ImmutableArray<Diagnostic> Diagnostics => _bag.ToImmutable();

    /// <summary>Reads all rows below the headings.</summary>
    /// <param name="year">The year of values whose headings name none.</param>
    /// <returns>The rows with their years.</returns>
    internal List<(FactRow Row, int Year)> Read(int year)
    {
        for (var row = layout.HeadingRow + 1; row <= grid.LastRow; row++)
        {
            if (IsHeading(row))
            {
                // Tables that came off paper have their headings again on each page.
                _last = null;
                continue;
            }

            foreach (var (column, named) in layout.Values)
            {
                // An earlier column has values alone: the claims are those of the latest year.
                ReadRow(row, column, named ?? year, isLatest: column == layout.Values[0].Column);
            }

            if (layout.Of(FormColumn.LastYear) is var last and > 0)
            {
                ReadRow(row, last, year - 1, isLatest: false);
            }
        }

        return _rows;
    }

    private bool IsHeading(int row)
    {
        var named = layout.Of(FormColumn.Name) is var name and > 0 ? name : layout.Of(FormColumn.Number);
        return Repeats(named) && Repeats(layout.Values[0].Column);

        bool Repeats(int column) => column > 0 && grid.Text(row, column) is { Length: > 0 } text
            && FormHeading.Folded(text) == FormHeading.Folded(layout.Headings[column - 1]);
    }

    private void ReadRow(int row, int column, int year, bool isLatest)
    {
        var value = Cell(row, column);
        var claims = isLatest ? Stated.Where(c => layout.Of(c) > 0).Select(c => (Column: c, Cell: Cell(row, layout.Of(c)))).ToList() : [];
        var beside = isLatest ? ForReaders.Where(c => layout.Of(c) > 0)
            .ToDictionary(c => FactColumns.Of(c)!, c => Words(row, layout.Of(c)), StringComparer.Ordinal) : [];
        if (value.Text.Length == 0 && value.Remark is null && claims.TrueForAll(c => c.Cell.Text.Length == 0))
        {
            // A row without a figure names the indicator of the item rows below it, and may tell who is to fill it in.
            if (isLatest && Named(row) is ({ } of, var part, null) && beside.Values.Any(c => c.Text.Length > 0)
                && _read.Add((of.Id, part?.Id)))
            {
                beside[FactColumns.Indicator] = new(of.Id, NameAt(row));
                beside[FactColumns.Item] = part is null ? default : new(part.Id, ItemAt(row));
                Add(beside, year, value.At ?? grid.Sheet.At(row, column));
            }

            return;
        }

        var (indicator, item, fault) = Named(row);
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

        facts[FactColumns.Value] = value;
        if (indicator is null || fault is not null)
        {
            facts[FactColumns.Indicator] = new(indicator?.Id ?? WrittenName(row), NameAt(row), fault);
            Add(facts, year, value.At ?? grid.Sheet.At(row, column));
            return;
        }

        _read.Add((indicator.Id, item?.Id));
        facts[FactColumns.Indicator] = new(indicator.Id, NameAt(row));
        facts[FactColumns.Item] = item is null ? default : new(item.Id, ItemAt(row));
        if (item is null && indicator.Items.Length > 0 && IsOfLines(value.Text))
        {
            AddLines(indicator, facts, row, year);
            return;
        }

        facts[FactColumns.Value] = Whole(value);
        AddUnit(facts, row, item?.Unit ?? indicator.Unit, item?.MeasuredIn ?? indicator.MeasuredIn);
        Add(facts, year, value.At ?? grid.Sheet.At(row, column));
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
            var heading = layout.Headings[value.At!.Column - 1];
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

        if (facts.Keys.Any(k => k != FactColumns.Indicator && facts[k].Text.Length > 0))
        {
            Add(facts, year, value.At!);
        }
    }

    // The unit of a form is that of the scheme; one that a person wrote is compared with it.
    private void AddUnit(Dictionary<string, FactCell> facts, int row, string printed, string? measured)
    {
        if (layout.Of(FormColumn.Unit) is var column and > 0 && Cell(row, column) is { Text.Length: > 0 } unit && !unit.Text.Contains('\n')
            && unit.Text != printed && unit.Text != measured && unit.Text is not ("-" or "—" or "/" or "%" or "％"))
        {
            facts[FactColumns.Unit] = unit;
        }
    }

    private void Add(Dictionary<string, FactCell> facts, int year, Location at)
    {
        facts[FactColumns.Year] = new(year.ToString(CultureInfo.InvariantCulture), grid.Sheet.At(layout.HeadingRow, at.Column));
        _rows.Add((new FactRow([.. FactColumns.All.Select(c => facts.GetValueOrDefault(c))], at), year));
    }

    /// <summary>The indicator and item of a row: by its ids, else by number and name.</summary>
    private (Indicator? Indicator, Item? Item, Diagnostic? Fault) Named(int row)
    {
        var (id, number) = (Text(row, FormColumn.Id), Text(row, FormColumn.Number));
        var (name, item) = (Text(row, FormColumn.Name), Text(row, FormColumn.Item));
        var byNumber = number.Length > 0 ? _naming.Find(number) : null;
        var byName = name.Length > 0 ? _naming.FindPrinted(name) : null;
        if (id.Length > 0 && _naming.FindId(id) is var (indicator, part))
        {
            _last = indicator;
            // A row that was moved without its hidden cell, or the other way round, has two names.
            return byName is not null && byName != indicator ? (indicator, part, Differs(row, indicator, name)) : (indicator, part, null);
        }

        if (byName is not null && byNumber is not null && byName != byNumber)
        {
            return (byNumber, null, Differs(row, byNumber, name));
        }

        if ((byName ?? byNumber) is { } found)
        {
            _last = found;
            if (item.Length > 0 || byName is not null || name.Length == 0)
            {
                return item.Length > 0 ? WithItem(found, item) : (found, null, null);
            }

            return RowNaming.FindItem(found, name) is { } own ? (found, own, null) : (found, null, Differs(row, found, name));
        }

        // Below an indicator, its items by name alone.
        return number.Length == 0 && _last is not null && RowNaming.FindItem(_last, item.Length > 0 ? item : name) is { } below
            ? (_last, below, null)
            : (null, null, null);
    }

    private static (Indicator, Item?, Diagnostic?) WithItem(Indicator indicator, string item) =>
        RowNaming.FindItem(indicator, item) is { } found ? (indicator, found, null)
        : (indicator, new Item { Id = item, Name = item, Unit = indicator.Unit }, null);

    private Diagnostic Differs(int row, Indicator indicator, string name) => new(
        DiagnosticCatalog.FormRowDiffers, NameAt(row),
        [new($"第{indicator.Number}项“{indicator.Name.Zh}”", $"no. {indicator.Number} `{indicator.Id}`"), name]);

    private string WrittenName(int row) => Text(row, FormColumn.Name) is { Length: > 0 } name ? name
        : Text(row, FormColumn.Number) is { Length: > 0 } number ? number : Text(row, FormColumn.Id);

    private Location NameAt(int row) =>
        grid.Sheet.At(row, new[] { FormColumn.Name, FormColumn.Number, FormColumn.Id }.Select(layout.Of).First(c => c > 0));

    private Location ItemAt(int row) => layout.Of(FormColumn.Item) is var column and > 0 ? grid.Sheet.At(row, column) : NameAt(row);

    private string Text(int row, FormColumn column) => layout.Of(column) is var at and > 0 ? grid.Text(row, at) : "";

    // Values and claims are those of the first row of a merged range; only names are carried down.
    private FactCell Cell(int row, int column) =>
        FactCell.Of(grid.Own(row, column), grid.Sheet.At(row, column), layout.Headings[column - 1]);

    // One office is often merged over the rows that it is responsible for.
    private FactCell Words(int row, int column) => new(grid.Text(row, column), grid.Sheet.At(row, column));

    // A text that is broken over lines.
    private static FactCell Whole(FactCell value) =>
        value with { Value = string.Concat(value.Text.Split('\n', StringSplitOptions.TrimEntries)) };

    private static bool IsOfLines(string text) => text.Contains('\n');
}
