using System.Globalization;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Office.Forms;

/// <summary>Reads the sheet of background figures into rows of facts.</summary>
internal sealed class BackgroundReader(SheetGrid grid, Scheme scheme)
{
    /// <summary>Reads all figures that have a value.</summary>
    internal IEnumerable<(FactRow Row, int Year)> Read(int year)
    {
        if (FormLayout.Find(grid) is not { IsWhole: true } layout)
        {
            yield break;
        }

        var figures = scheme.Lineage().Reverse().SelectMany(s => s.Background).DistinctBy(f => f.Id).ToList();
        for (var row = layout.HeadingRow + 1; row <= grid.LastRow; row++)
        {
            string Text(FormColumn column) => layout.Of(column) is var at and > 0 ? grid.Text(row, at) : "";
            FactCell Cell(FormColumn column) => layout.Of(column) is var at and > 0
                ? FactCell.Of(grid.Own(row, at), grid.Sheet.At(row, at), layout.Headings[at - 1]) : default;
            var (id, name) = (Text(FormColumn.Id), Text(FormColumn.Name));
            var figure = figures.Find(f => f.Id == id)
                ?? figures.Find(f => FormHeading.Folded(f.Name.Zh) == FormHeading.Folded(name) || f.Id == name);
            foreach (var (column, named) in layout.Values)
            {
                var value = FactCell.Of(grid.Own(row, column), grid.Sheet.At(row, column), layout.Headings[column - 1]);
                if (value.Text.Length == 0 && value.Remark is null)
                {
                    continue;
                }

                var isLatest = column == layout.Values[0].Column;
                FactCell Beside(FormColumn of) => isLatest ? new(Text(of)) : default;
                var facts = new Dictionary<string, FactCell>(StringComparer.Ordinal)
                {
                    [FactColumns.Year] = new((named ?? year).ToString(CultureInfo.InvariantCulture)),
                    [FactColumns.Indicator] = new(
                        figure?.Id ?? (name.Length > 0 ? name : id), grid.Sheet.At(row, Math.Max(1, layout.Of(FormColumn.Name)))),
                    [FactColumns.Value] = value,
                    [FactColumns.Unit] = Cell(FormColumn.Unit),
                    [FactColumns.OfYear] = isLatest ? Cell(FormColumn.OfYear) : default,
                    [FactColumns.Source] = Beside(FormColumn.Source),
                    [FactColumns.Owner] = Beside(FormColumn.Owner),
                    [FactColumns.Note] = Beside(FormColumn.Note),
                };
                yield return (new FactRow([.. FactColumns.All.Select(c => facts.GetValueOrDefault(c))], value.At!), named ?? year);
            }
        }
    }
}
