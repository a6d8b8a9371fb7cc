using System.Globalization;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Office.Forms;

/// <summary>The sheet 县情: names in one column, values in the next. Immutable.</summary>
internal sealed class PlaceSheet
{
    internal const string Name = "县情";
    internal const string PlaceName = "县名";
    internal const string Code = "代码";
    internal const string Year = "年份";
    internal const string Level = "层级";

    private static readonly string[][] Labels =
    [
        [PlaceName, "行政区名称", "行政区", "名称", "区县", "县市区"],
        [Code, "行政区代码", "行政区划代码", "县代码"],
        [Year, "填报年份", "数据年份", "年度"],
        [Level, "行政级别", "级别"],
    ];

    private readonly Dictionary<string, FactCell> _known = new(StringComparer.Ordinal);

    private PlaceSheet()
    {
    }

    /// <summary>A sheet without anything.</summary>
    internal static PlaceSheet None { get; } = new();

    /// <summary>The place attributes by the headings of a facts table: place.Climate, place.Terrain.Mountain.</summary>
    internal List<(string Heading, FactCell Cell)> Attributes { get; } = [];

    internal FactCell? Find(string label) => _known.TryGetValue(label, out var cell) ? cell : null;

    /// <summary>The sheet of a workbook; an empty one if it has none.</summary>
    internal static PlaceSheet Of(WorkbookFile workbook, Scheme? scheme)
    {
        var sheet = workbook.Sheets.FirstOrDefault(s => s.Name.Trim() == Name);
        return sheet is null ? None : Read(new SheetGrid(sheet, 1000), scheme);
    }

    private static PlaceSheet Read(SheetGrid grid, Scheme? scheme)
    {
        var place = new PlaceSheet();
        for (var row = 1; row <= grid.LastRow; row++)
        {
            var at = Enumerable.Range(1, grid.Width).FirstOrDefault(c => grid.Own(row, c).Text is { Length: > 0 });
            if (at == 0)
            {
                continue;
            }

            var label = FormHeading.Folded(grid.Text(row, at));
            var value = FactCell.Of(grid.Own(row, at + 1), grid.Sheet.At(row, at + 1), label);
            if (Array.Find(Labels, l => l.Contains(label)) is { } known)
            {
                place._known.TryAdd(known[0], value);
            }
            else if (scheme is not null && AttributeOf(scheme, label) is { } heading)
            {
                place.Attributes.Add((heading, value));
            }
        }

        return place;
    }

    /// <summary>The label of a part of a share attribute, such as 地形占比·山区.</summary>
    internal static string Part(PlaceAttribute attribute, Choice choice) => $"{attribute.Name.Zh}·{choice.Text.Zh}";

    private static string? AttributeOf(Scheme scheme, string label)
    {
        foreach (var attribute in scheme.Lineage().Reverse().SelectMany(s => s.Place).DistinctBy(a => a.Id))
        {
            if (attribute.Kind != AttributeKind.Shares
                && (label == attribute.Name.Zh || label == attribute.Id || label == attribute.Name.En))
            {
                return string.Create(CultureInfo.InvariantCulture, $"place.{attribute.Id}");
            }

            foreach (var choice in attribute.Kind == AttributeKind.Shares ? attribute.Choices : [])
            {
                if (choice.Answers(label) || label == Part(attribute, choice) || label == $"{attribute.Name.Zh}.{choice.Text.Zh}")
                {
                    return string.Create(CultureInfo.InvariantCulture, $"place.{attribute.Id}.{choice.Id}");
                }
            }
        }

        return null;
    }
}
