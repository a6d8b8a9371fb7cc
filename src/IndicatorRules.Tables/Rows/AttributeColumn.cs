namespace IndicatorRules.Tables.Rows;

/// <summary>A column for an attribute of the place. Immutable.</summary>
/// <param name="Heading">The column's heading.</param>
/// <param name="Slot">The column's index in the table.</param>
/// <param name="Attribute">The attribute's id.</param>
/// <param name="Part">The part of a share attribute; empty for other kinds.</param>
/// <param name="IsNumber">Whether the cells are numbers.</param>
internal sealed record AttributeColumn(string Heading, int Slot, string Attribute, string Part, bool IsNumber);
