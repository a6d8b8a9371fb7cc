namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>A column that says something of the place that a scheme asks for. Immutable.</summary>
/// <param name="Heading">The column's name.</param>
/// <param name="Slot">Where it stands in the table.</param>
/// <param name="Attribute">The attribute's id.</param>
/// <param name="Part">The part of the shares; empty for the other kinds.</param>
/// <param name="IsNumber">Whether the cell is a number.</param>
internal sealed record AttributeColumn(string Heading, int Slot, string Attribute, string Part, bool IsNumber);
