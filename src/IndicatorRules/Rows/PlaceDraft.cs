using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Rows;

/// <summary>Collects the rows' cells about the place itself. Reused for other places.</summary>
internal sealed class PlaceDraft
{
    // Name, level and note precede the attributes.
    private static readonly TableColumn[] Named = [TableColumn.Name, TableColumn.Level, TableColumn.Note];

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
        _slots = [.. Named.Select(layout.SlotOf), .. layout.Attributes.Select(a => a.Slot)];
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
                if (i >= Named.Length && NeedsNumber(_layout.Attributes[i - Named.Length]) && Number(_cells[i]!) is null)
                {
                    var allowed = new LocalizedText("一个数，不带单位", "a number without a unit");
                    bag.Add(DiagnosticCatalog.TableCell, At(i, cells), $"“{Heading(i)}”", _cells[i]!, allowed);
                }
            }
            else if (!cell.SequenceEqual(before))
            {
                bag.Add(DiagnosticCatalog.TablePlaceDiffers, At(i, cells), Heading(i), before, cell.ToString());
            }
        }
    }

    /// <summary>The collected place, and the note of its facts. Resets the draft.</summary>
    internal (Place Place, string Note) Take(string code)
    {
        var note = _cells[2] ?? "";
        var place = new Place
        {
            Code = code,
            Name = _cells[0] ?? code,
            Level = _cells[1] ?? "",
            Attributes =
            [
                .. _layout.Attributes.Select((column, i) => (column, text: _cells[i + Named.Length]))
                    .GroupBy(a => a.column.Attribute, (id, parts) => Attribute(id, [.. parts.Where(p => p.text is not null)])),
                .. _layout.Unfilled.Except(_layout.Attributes.Select(a => a.Attribute)).Select(id => new AttributeValue { Id = id }),
            ],
        };
        Array.Clear(_cells);
        return (place, note);
    }

    private Location At(int index, TableRowReader cells) => cells.At with
    {
        Entry = index < Named.Length && Named[index] == TableColumn.Note ? "note"
            : EntryPath.Of(new FactPath(0, index < Named.Length ? "" : _layout.Attributes[index - Named.Length].Attribute)),
    };

    private string Heading(int index) => index switch
    {
        var i when i < Named.Length => _layout.Headings[_layout.SlotOf(Named[i])],
        _ => _layout.Attributes[index - Named.Length].Heading,
    };

    private static AttributeValue Attribute(string id, (AttributeColumn Column, string? Text)[] parts)
    {
        // An empty column is an attribute that was not filled in.
        if (parts.Length == 0)
        {
            return new AttributeValue { Id = id };
        }

        string? Said(TableColumn source) => parts.FirstOrDefault(p => p.Column.Source == source).Text;
        var (document, place) = (Said(TableColumn.Source), Said(TableColumn.SourcePlace));
        var where = document is null && place is null ? null : new Source(document ?? "", place ?? "");
        parts = [.. parts.Where(p => p.Column.Source is null)];
        if (parts.Length == 0)
        {
            return new AttributeValue { Id = id, Source = where };
        }

        var (column, text) = parts[0];
        if (column.Part.Length > 0)
        {
            ImmutableArray<Share> shares = [.. parts.Select(p => new Share(p.Column.Part, Number(p.Text!) ?? 0))];
            return new AttributeValue { Id = id, Shares = shares, Source = where };
        }

        var number = column.IsNumber ? Number(text!) : null;
        return new AttributeValue { Id = id, Number = number, Choice = number is null ? text : null, Source = where };
    }

    private static bool NeedsNumber(AttributeColumn column) => column.IsNumber || column.Part.Length > 0;

    private static decimal? Number(string text) =>
        ReadingParser.Parse(text).Bare is { Unit: null or "%", Reading: { Kind: ReadingKind.Number, Low: { } number } } ? number : null;
}
