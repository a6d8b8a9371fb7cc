using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>Which column of a table says what. Immutable.</summary>
internal sealed record TableLayout
{
    /// <summary>Where each known column stands; -1 where the table has none.</summary>
    internal required ImmutableArray<int> Slots { get; init; }

    /// <summary>The columns about the place.</summary>
    internal required ImmutableArray<AttributeColumn> Attributes { get; init; }

    /// <summary>The names of all columns as they are written.</summary>
    internal required ImmutableArray<string> Headings { get; init; }

    /// <summary>What the author should know of the headings.</summary>
    internal ImmutableArray<Diagnostic> Notices { get; init; } = [];

    /// <summary>How many columns the table has.</summary>
    internal required int Width { get; init; }

    internal int SlotOf(TableColumn column) => Slots[(int)column];

    /// <summary>The column as its author finds it, F列“现状值”; its name where the table has none.</summary>
    internal LocalizedText NameOf(TableColumn column) => SlotOf(column) is var slot and >= 0
        ? NameOf(slot, Headings[slot])
        : new LocalizedText($"“{TableColumnNames.ChineseOf(column)}”", $"`{TableColumnNames.Of(column)}`");

    internal static LocalizedText NameOf(int slot, string heading) =>
        new($"{Letters(slot)}列“{heading.Trim()}”", $"Column {Letters(slot)} `{heading.Trim()}`");

    // A to Z, then AA.
    private static string Letters(int slot) => slot < 26 ? $"{(char)('A' + slot)}" : Letters((slot / 26) - 1) + (char)('A' + (slot % 26));
}
