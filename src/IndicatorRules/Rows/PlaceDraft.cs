using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Rows;

/// <summary>Collects the rows' cells about the place itself. Reused for other places.</summary>
internal sealed class PlaceDraft
{
    // Name and level precede the attributes.
    private const int NamedColumns = 2;

    private readonly TableLayout _layout;
    private readonly int[] _slots;
    private readonly string?[] _cells;
    private readonly int _first;
    private readonly int _last;

    // Whether the columns are adjacent. Most rows leave them all empty, which one comparison then detects.
    private readonly bool _together;

    internal PlaceDraft(TableLayout layout)
    {
        _layout = layout;
        _slots = [layout.SlotOf(TableColumn.Name), layout.SlotOf(TableColumn.Level), .. layout.Attributes.Select(a => a.Slot)];
        _cells = new string?[_slots.Length];
        var written = _slots.Where(s => s >= 0).ToList();
        (_first, _last) = written.Count > 0 ? (written.Min(), written.Max()) : (0, 0);
        _together = written.Count > 0 && _last - _first == written.Count - 1;
    }

    /// <summary>Adds one row. Reports a cell that differs from an earlier row's.</summary>
    internal void Add(TableBlock block, int row, TableRowReader cells, DiagnosticBag bag)
    {
        if (_together && block.IsBare(row, _first, _last))
        {
            return;
        }

        for (var i = 0; i < _slots.Length; i++)
        {
            var cell = block.Cell(row, _slots[i]);
            if (cell.IsEmpty)
            {
                continue;
            }

            if (_cells[i] is not { } before)
            {
                _cells[i] = cell.ToString();
                if (i >= NamedColumns && NeedsNumber(_layout.Attributes[i - NamedColumns]) && Number(_cells[i]!) is null)
                {
                    var allowed = new LocalizedText("一个数，不带单位", "a number without a unit");
                    bag.Add(DiagnosticCatalog.TableCell, cells.At, $"“{Heading(i)}”", _cells[i]!, allowed);
                }
            }
            else if (!cell.SequenceEqual(before))
            {
                bag.Add(DiagnosticCatalog.TablePlaceDiffers, cells.At, Heading(i), before, cell.ToString());
            }
        }
    }

    /// <summary>The collected place. Resets the draft.</summary>
    internal Place Take(string code)
    {
        var place = new Place
        {
            Code = code,
            Name = _cells[0] ?? code,
            Level = _cells[1] ?? "",
            Attributes =
            [
                .. _layout.Attributes.Select((column, i) => (column, text: _cells[i + NamedColumns]))
                    .GroupBy(a => a.column.Attribute, (id, parts) => Attribute(id, [.. parts.Where(p => p.text is not null)])),
                .. _layout.Unfilled.Select(id => new AttributeValue { Id = id }),
            ],
        };
        Array.Clear(_cells);
        return place;
    }

    private string Heading(int index) => index switch
    {
        0 => _layout.Headings[_layout.SlotOf(TableColumn.Name)],
        1 => _layout.Headings[_layout.SlotOf(TableColumn.Level)],
        _ => _layout.Attributes[index - NamedColumns].Heading,
    };

    private static AttributeValue Attribute(string id, (AttributeColumn Column, string? Text)[] parts)
    {
        // An empty column is an attribute that was not filled in.
        if (parts.Length == 0)
        {
            return new AttributeValue { Id = id };
        }

        var (column, text) = parts[0];
        if (column.Part.Length > 0)
        {
            return new AttributeValue { Id = id, Shares = [.. parts.Select(p => new Share(p.Column.Part, Number(p.Text!) ?? 0))] };
        }

        var number = column.IsNumber ? Number(text!) : null;
        return new AttributeValue { Id = id, Number = number, Choice = number is null ? text : null };
    }

    private static bool NeedsNumber(AttributeColumn column) => column.IsNumber || column.Part.Length > 0;

    private static decimal? Number(string text) =>
        ReadingParser.Parse(text).Bare is { Unit: null or "%", Reading: { Kind: ReadingKind.Number, Low: { } number } } ? number : null;
}
