using IndicatorRules.Contract;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Forms;

/// <summary>What is to be said about a cell that holds no plain figure or text.</summary>
internal static class CellRemark
{
    /// <summary>Null for plain cells.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="at">Its location.</param>
    /// <param name="heading">Its heading; empty if it has none.</param>
    internal static Diagnostic? Of(SheetCell cell, Location at, string heading) => cell.Kind switch
    {
        CellKind.Error => new(DiagnosticCatalog.CellError, at, [Named(at, heading), cell.Text]),
        CellKind.NoValue => new(DiagnosticCatalog.CellWithoutValue, at, [Named(at, heading)]),
        CellKind.Date => new(DiagnosticCatalog.CellDate, at, [Named(at, heading), cell.Text]),
        CellKind.Scaled => new(DiagnosticCatalog.CellScaled, at, [Named(at, heading), cell.Text]),
        CellKind.Percent => new(DiagnosticCatalog.CellPercent, at, [Named(at, heading), cell.Text]),
        _ => null,
    };

    /// <summary>A cell in a message: J14“本年现状值”.</summary>
    internal static LocalizedText Named(Location at, string heading) => heading.Length == 0
        ? new($"{at.Address} 格", $"Cell {at.Address}")
        : new($"{at.Address} 格“{heading}”", $"Cell {at.Address} `{heading}`");
}
