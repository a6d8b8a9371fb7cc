using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Rows;

/// <summary>A table whose rows state the facts of many places. Its blocks are enumerated once, each on any thread.</summary>
public sealed class FactsTable
{
    private const int MostNamed = 8;

    private readonly ConcurrentBag<TablePlaceReader> _idle = [];
    private readonly TableBlockReader _blocks;
    private readonly TableLayout _layout;
    private readonly KnownIndicators _known;
    private readonly ITableRows _rows;
    private readonly string _name;
    private readonly bool _reusesFacts;

    private FactsTable(ITableRows rows, string name, TableLayout layout, KnownIndicators known, bool reusesFacts)
    {
        (_rows, _layout, _known, _name, _reusesFacts) = (rows, layout, known, name, reusesFacts);
        _blocks = new TableBlockReader(rows, layout, name);
    }

    /// <summary>The columns that every table needs, by their English names.</summary>
    public static ImmutableArray<string> RequiredColumns { get; } = [.. TableColumnNames.Needed.Select(TableColumnNames.Of)];

    /// <summary>The English name of the column that a heading in either language names; null if it names none.</summary>
    public static string? FindColumn(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        return TableColumnNames.Find(heading) is { } column ? TableColumnNames.Of(column) : null;
    }

    /// <summary>The English name of the column that a heading such as 2022年现状值 names, and the year; null if it names no year.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="group">The heading above it that it shares with others (empty for none). A year below 目标值 is a target's.</param>
    public static (string Column, int Year)? FindColumnOfYear(string heading, string group = "")
    {
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(group);
        return YearHeading.Of(heading, group) is var (column, year) ? (TableColumnNames.Of(column), year) : null;
    }

    /// <summary>Whether a table with these headings has a column for each place, as in 指标、年份、静乐县、岢岚县.</summary>
    public static bool HasPlaceColumns(IReadOnlyList<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        return PlaceColumns.Of(headings, []).Length > 0;
    }

    /// <summary>The unit in brackets at the end of a heading, as in 现状值（%）; null if there is none.</summary>
    public static string? FindUnit(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        return HeadingText.UnitOf(heading);
    }

    /// <summary>Whether a text is a note or signature below a table, or a heading within it, and names no row.</summary>
    public static bool IsNote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return HeadingText.IsNote(text);
    }

    /// <summary>Whether a text names the sum or average of rows: 合计, 全市.</summary>
    public static bool IsTotal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return HeadingText.IsTotal(text);
    }

    /// <summary>The places in blocks: large enough to be worth the hand-over to a core, small enough to balance the load.</summary>
    /// <param name="from">The index of the first place to read.</param>
    /// <returns>Blocks to be enumerated once.</returns>
    /// <exception cref="DiagnosticException">The table is empty, or the rest of it cannot be read.</exception>
    public IEnumerable<IEnumerable<Result<FactsFile>>> Blocks(int from = 0)
    {
        var any = false;
        foreach (var block in _blocks.Blocks())
        {
            any = true;
            if (block.PlacesBefore + block.PlaceCount > from)
            {
                yield return Read(block, Math.Max(0, from - block.PlacesBefore));
            }
        }

        if (!any)
        {
            throw new DiagnosticException(DiagnosticCatalog.BatchEmpty, new Location(_name));
        }
    }

    /// <summary>Reads the facts of the only place in the table.</summary>
    /// <returns>The facts; or no value if the table has several places.</returns>
    /// <exception cref="DiagnosticException">The table is empty, or the rest of it cannot be read.</exception>
    public Result<FactsFile> ReadOne()
    {
        Result<FactsFile>? only = null;
        foreach (var place in Blocks().SelectMany(b => b))
        {
            if (only is not null)
            {
                return new(null, [new Diagnostic(DiagnosticCatalog.TableOfManyPlaces, _rows.Locate(_name, _rows.HeadingLine, 1), [])]);
            }

            only = place;
        }

        return only!;
    }

    /// <summary>Reads the facts of one of the places in the table.</summary>
    /// <param name="place">Its code or name.</param>
    /// <returns>The facts; or no value if the table does not have the place.</returns>
    /// <exception cref="DiagnosticException">The table is empty, or the rest of it cannot be read.</exception>
    public Result<FactsFile> ReadOne(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var others = new List<string>();
        foreach (var read in Blocks().SelectMany(b => b))
        {
            if (read.Value?.Facts.Place is { } one && (PlaceCode.Key(one.Code) == PlaceCode.Key(place) || one.Name == place.Trim()))
            {
                return read;
            }

            if (others.Count < MostNamed && read.Value is { } other)
            {
                others.Add(other.Facts.Place is var its && its.Name == its.Code ? its.Code : $"{its.Name}（{its.Code}）");
            }
        }

        return new(null, [new Diagnostic(
            DiagnosticCatalog.TableLacksPlace, _rows.Locate(_name, _rows.HeadingLine, 1), [place, string.Join('、', others)])]);
    }

    /// <summary>Reads the headings.</summary>
    /// <param name="rows">The rows. The caller disposes them after the last block.</param>
    /// <param name="name">The file's name in diagnostics.</param>
    /// <param name="known">The indicators that the facts may name.</param>
    /// <param name="attributes">The attributes of places that columns may name.</param>
    /// <param name="reusesFacts">Whether the facts of a place are valid only until the next place of its block is read.</param>
    internal static Result<FactsTable> Open(
        ITableRows rows, string name, KnownIndicators known, IReadOnlyList<PlaceAttribute> attributes, bool reusesFacts = false)
    {
        rows = PlaceColumns.Of(rows, name, attributes);
        var layout = new TableLayoutReader(rows.Headings, attributes, c => rows.Locate(name, rows.HeadingLine, c)).Read();
        return layout.Succeeded
            ? new(new FactsTable(rows, name, layout.Value, known, reusesFacts), [.. rows.Notices, .. layout.Diagnostics])
            : new(null, layout.Diagnostics);
    }

    private IEnumerable<Result<FactsFile>> Read(TableBlock block, int first)
    {
        var reader = _idle.TryTake(out var idle) ? idle : NewReader();
        for (var index = first; index < block.PlaceCount; index++)
        {
            Result<FactsFile> read;
            try
            {
                read = reader.Read(block, index);
            }
            catch (Exception fault) when (InputFault.IsOf(fault))
            {
                var line = block.Row(block.Rows(index).First).Line;
                read = new(null, [InputFault.Of(fault, _rows.Locate(_name, line, 1))]);
                reader = NewReader();
            }

            yield return read;
        }

        _idle.Add(reader);
        // Facts that are kept find their rows in the block.
        if (_reusesFacts)
        {
            _blocks.Return(block);
        }
    }

    private TablePlaceReader NewReader() => new(_layout, _known, _rows, _name, _reusesFacts);
}
