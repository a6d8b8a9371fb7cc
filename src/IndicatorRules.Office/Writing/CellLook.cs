namespace IndicatorRules.Office.Writing;

/// <summary>How a cell looks and behaves. Immutable; equal looks share one style.</summary>
internal sealed record CellLook
{
    /// <summary>The background as RRGGBB; null for none.</summary>
    internal string? Fill { get; init; }

    /// <summary>Whether it is hatched, for cells where nothing is to be filled in.</summary>
    internal bool Hatched { get; init; }

    /// <summary>The color of the text as RRGGBB; null for black.</summary>
    internal string? Color { get; init; }

    internal bool Bold { get; init; }

    /// <summary>The size of the text in points.</summary>
    internal int Size { get; init; } = 11;

    internal bool Bordered { get; init; } = true;

    internal bool Wrapped { get; init; } = true;

    internal bool Centered { get; init; }

    /// <summary>Whether it is at the right, as numbers are.</summary>
    internal bool AtRight { get; init; }

    /// <summary>Whether the protection of the sheet covers it.</summary>
    internal bool Locked { get; init; } = true;

    /// <summary>The number format; <c>@</c> keeps what is typed as text.</summary>
    internal string? Format { get; init; }

    /// <summary>Whether it is a link.</summary>
    internal bool Underlined { get; init; }

    internal static CellLook Plain { get; } = new();

    internal static CellLook Heading { get; } = new() { Fill = "1F4E78", Color = "FFFFFF", Bold = true, Centered = true };
}
