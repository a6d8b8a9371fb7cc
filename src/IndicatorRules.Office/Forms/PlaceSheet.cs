using System.Globalization;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Schemes.Diagnostics;
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

    private const string Head = "项目";
    private const string Sum = "合计";

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

    /// <summary>The lines that name nothing known, with a value.</summary>
    internal List<(string Label, Location At)> Unknown { get; } = [];

    internal FactCell? Find(string label) => _known.TryGetValue(label, out var cell) ? cell : null;

    /// <summary>The sheet of a workbook; an empty one if it has none.</summary>
    internal static PlaceSheet Of(WorkbookFile workbook, Scheme? scheme)
    {
        var sheet = workbook.Sheets.FirstOrDefault(s => s.Name.Trim() == Name);
        return sheet is null ? None : Read(new SheetGrid(sheet, 1000), scheme);
    }

    // Names are to the left of their values, or above them.
    private static PlaceSheet Read(SheetGrid grid, Scheme? scheme)
    {
        var place = new PlaceSheet();
        for (var row = 1; row <= grid.LastRow; row++)
        {
            var labels = Enumerable.Range(1, grid.Width).Where(c => grid.Own(row, c).Text is { Length: > 0 }).ToList();
            var isAcross = labels.Count > 1 && labels.TrueForAll(c => Knows(scheme, FormHeading.Folded(grid.Text(row, c))))
                && !Knows(scheme, FormHeading.Folded(grid.Text(row + 1, labels[0])));
            foreach (var at in isAcross ? labels : labels.Take(1))
            {
                var column = isAcross ? at : (grid.Range(row, at)?.LastColumn ?? at) + 1;
                var (label, below) = (FormHeading.Folded(grid.Text(row, at)), isAcross ? row + 1 : row);
                place.Add(label, FactCell.Of(grid.Own(below, column), grid.Sheet.At(below, column), label), grid.Sheet.At(row, at), scheme);
            }

            row += isAcross ? 1 : 0;
        }

        return place;
    }

    private void Add(string label, FactCell value, Location at, Scheme? scheme)
    {
        if (Array.Find(Labels, l => l.Contains(label)) is { } known)
        {
            _known.TryAdd(known[0], value);
        }
        else if (scheme is not null && AttributeOf(scheme, label) is { } heading)
        {
            Attributes.Add((heading, value));
        }
        else if (scheme is not null && value.Text.Length > 0 && label != Head && !label.EndsWith(Sum, StringComparison.Ordinal))
        {
            Unknown.Add((label, at));
        }
    }

    private static bool Knows(Scheme? scheme, string label) =>
        Array.Exists(Labels, l => l.Contains(label)) || (scheme is not null && AttributeOf(scheme, label) is not null);

    /// <summary>The names that the sheet may have.</summary>
    internal static IEnumerable<string> Names(Scheme scheme) => Labels.Select(l => l[0])
        .Concat(scheme.Lineage().Reverse().SelectMany(s => s.Place).DistinctBy(a => a.Id).SelectMany(a =>
            a.Kind == AttributeKind.Shares ? a.Choices.Select(c => Part(a, c)) : [a.Name.Zh]));

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
