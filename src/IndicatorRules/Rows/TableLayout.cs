using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Rows;

/// <summary>The meaning of a table's columns. Immutable.</summary>
internal sealed record TableLayout
{
    /// <summary>The index of each known column; -1 if the table does not have it.</summary>
    internal required ImmutableArray<int> Slots { get; init; }

    /// <summary>The columns for attributes of the place.</summary>
    internal required ImmutableArray<AttributeColumn> Attributes { get; init; }

    /// <summary>The attributes that no column names: they are not filled in.</summary>
    internal required ImmutableArray<string> Unfilled { get; init; }

    /// <summary>All headings as written.</summary>
    internal required ImmutableArray<string> Headings { get; init; }

    /// <summary>The place of all rows, if no column names it.</summary>
    internal string? Place { get; init; }

    /// <summary>The year of the figures, if the headings name it.</summary>
    internal int? Year { get; init; }

    /// <summary>The unit that the heading of the values names; null if it names none.</summary>
    internal string? Unit { get; init; }

    /// <summary>The layouts of each year, if the table has years side by side; otherwise empty.</summary>
    internal ImmutableArray<TableLayout> Years { get; init; } = [];

    /// <summary>The location of each heading.</summary>
    internal required Func<int, Location> Locate { get; init; }

    /// <summary>The number of columns.</summary>
    internal int Width => Headings.Length;

    /// <summary>The layouts in which a row is read.</summary>
    internal ImmutableArray<TableLayout> Views => Years.IsEmpty ? [this] : Years;

    /// <summary>The columns that are read at all.</summary>
    internal IEnumerable<int> Read => Views.SelectMany(v => v.Slots).Concat(Attributes.Select(a => a.Slot)).Where(s => s >= 0).Distinct();

    internal int SlotOf(TableColumn column) => Slots[(int)column];

    /// <summary>A column's letter and heading, as in F列“现状值”; or its name if the table does not have it.</summary>
    internal LocalizedText NameOf(TableColumn column) => SlotOf(column) is var slot and >= 0
        ? NameOf(Locate(slot + 1), Headings[slot])
        : new LocalizedText($"“{TableColumnNames.ChineseOf(column)}”", $"`{TableColumnNames.Of(column)}`");

    internal static LocalizedText NameOf(Location at, string heading)
    {
        // A column that a table collects from several places has no letter of its own.
        if (at.Column == 0)
        {
            return new($"“{heading.Trim()}”", $"`{heading.Trim()}`");
        }

        var letters = Location.ColumnLetters(at.Column);
        return new($"{letters}列“{heading.Trim()}”", $"Column {letters} `{heading.Trim()}`");
    }
}

/// <summary>A column for an attribute of the place. Immutable.</summary>
/// <param name="Heading">The column's heading.</param>
/// <param name="Slot">The column's index in the table.</param>
/// <param name="Attribute">The attribute's id.</param>
/// <param name="Part">The part of a share attribute; empty for other kinds.</param>
/// <param name="IsNumber">Whether the cells are numbers.</param>
internal sealed record AttributeColumn(string Heading, int Slot, string Attribute, string Part, bool IsNumber)
{
    /// <summary>Which part of the attribute's source it holds; null if it holds the attribute itself.</summary>
    internal TableColumn? Source { get; init; }
}
