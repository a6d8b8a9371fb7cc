using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Rows;

/// <summary>Maps headings to columns. An unknown heading is ignored with a warning, unless it looks like a misspelt one.</summary>
/// <param name="headings">The headings as written.</param>
/// <param name="attributes">The attributes of places that columns may name.</param>
/// <param name="locate">Returns the location of a heading by its column, from 1.</param>
internal sealed class TableLayoutReader(
    IReadOnlyList<string> headings, IReadOnlyList<PlaceAttribute> attributes, Func<int, Location> locate)
{
    private const string Prefix = "place.";
    private const int MostCompared = 100;
    private const int MostNamed = 8;

    private readonly DiagnosticBag _bag = new();
    private readonly Dictionary<string, int> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly int[] _slots = NoSlots();
    private readonly SortedDictionary<int, int[]> _years = [];
    private readonly List<AttributeColumn> _attributes = [];
    private readonly List<string> _unknown = [];

    // Beside 2022年现状值, a column 2025年 may be of a target.
    private readonly bool _namesFigures = headings.Any(h => YearHeading.Of(h) is { Column: TableColumn.Value } && !YearHeading.IsBare(h));

    internal Result<TableLayout> Read()
    {
        for (var i = 0; i < headings.Count; i++)
        {
            Read(headings[i].Trim(), i);
        }

        if (Has(TableColumn.Name) && !Has(TableColumn.Place))
        {
            _slots[(int)TableColumn.Place] = _slots[(int)TableColumn.Name];
        }

        var years = Years();
        RequireColumns();
        if (_bag.HasErrors)
        {
            return new(null, _bag.ToImmutable());
        }

        var layout = new TableLayout
        {
            Slots = [.. _slots],
            Attributes = [.. _attributes],
            Unfilled = [.. attributes.Select(a => a.Id).Except(_attributes.Where(a => a.Source is null).Select(a => a.Attribute))],
            Headings = [.. headings.Select(h => h.Trim())],
            Place = Has(TableColumn.Place) ? null : NameOfFile(),
            Unit = UnitOf([.. _slots]),
            Locate = locate,
        };
        if (layout.Place is { } place)
        {
            _bag.Add(DiagnosticCatalog.TableOfOnePlace, At, place);
        }

        Notices();
        layout = Has(TableColumn.Year) && years is [var (only, slots)]
            ? layout with { Slots = slots, Year = only, Unit = UnitOf(slots) }
            : layout with { Years = [.. years.Select(y => layout with { Slots = y.Slots, Year = y.Year, Unit = UnitOf(y.Slots) })] };
        return new(layout, _bag.ToImmutable());
    }

    private string? UnitOf(ImmutableArray<int> slots) =>
        slots[(int)TableColumn.Value] is var slot and >= 0 ? HeadingText.UnitOf(headings[slot]) : null;

    private Location At => locate(1);

    private static int[] NoSlots() => [.. Enumerable.Repeat(-1, Enum.GetValues<TableColumn>().Length)];

    private bool Has(TableColumn column) => _slots[(int)column] >= 0;

    private void Read(string heading, int ordinal)
    {
        if (heading.Length == 0 || TableColumnNames.Ignored.Contains(heading))
        {
            return;
        }

        if (TableColumnNames.Find(heading, headings) is { } column)
        {
            if (TableColumnNames.IsForReaders(column) && Has(column))
            {
                _unknown.Add(heading);
            }
            else if (Once(ordinal, TableColumnNames.Of(column)))
            {
                _slots[(int)column] = ordinal;
            }
        }
        else if (YearHeading.Of(heading) is var (ofYear, year) && !(_namesFigures && YearHeading.IsBare(heading)))
        {
            if (Once(ordinal, $"{year}.{TableColumnNames.Of(ofYear)}"))
            {
                var slots = _years.GetValueOrDefault(year) ?? (_years[year] = NoSlots());
                slots[(int)ofYear] = ordinal;
            }
        }
        else if (AttributeHeading.FindSource(heading, attributes) is var (of, source))
        {
            if (Once(ordinal, heading))
            {
                _attributes.Add(new AttributeColumn(heading, ordinal, of.Id, "", false) { Source = source });
            }
        }
        else if (AttributeHeading.Find(heading, attributes) is var (attribute, part))
        {
            Attribute(heading, ordinal, attribute, part);
        }
        else
        {
            Unknown(heading);
        }
    }

    private void Attribute(string heading, int ordinal, PlaceAttribute attribute, string part)
    {
        if (part.Length > 0 && !attribute.Choices.Any(c => c.Id == part))
        {
            var columns = attribute.Choices.Select(c => AttributeHeading.Of(attribute, c)).ToList();
            var nearest = Schemes.Naming.NearestName.Of(part, attribute.Choices, c => c.Text.Zh, _bag);
            _bag.AddWithSuggestion(
                DiagnosticCatalog.TableUnknownPart, locate(ordinal + 1),
                nearest is null ? null : AttributeHeading.Of(attribute, nearest), heading,
                new(string.Join('、', columns.Select(c => $"“{c}”")), string.Join(", ", columns.Select(c => $"`{c}`"))));
        }
        else if (Once(ordinal, $"{Prefix}{attribute.Id}.{part}"))
        {
            _attributes.Add(new AttributeColumn(heading, ordinal, attribute.Id, part, attribute.Kind == AttributeKind.Number));
        }
    }

    // The columns of each year, together with those of the row.
    private List<(int Year, ImmutableArray<int> Slots)> Years()
    {
        if (_years.Count == 0)
        {
            return [];
        }

        var isAmbiguous = Has(TableColumn.Year) ? Has(TableColumn.Value) || _years.Count > 1 : Has(TableColumn.Value);
        if (isAmbiguous)
        {
            var year = $"{_years.Keys.First()}";
            _bag.Add(DiagnosticCatalog.TableYearsUnclear, At, Has(TableColumn.Year)
                ? new LocalizedText($"既有“年份”列，又有 {year} 年这样的列", $"There are a column `year` and columns such as {year}")
                : new LocalizedText($"既有“现状值”列，又有 {year} 年这样的列", $"There are a column `value` and columns such as {year}"));
            return [];
        }

        if (_years.Count > 1)
        {
            foreach (var column in Enum.GetValues<TableColumn>().Where(c => Has(c) && c != TableColumn.Unit && YearHeading.IsOfAYear(c)))
            {
                var slot = _slots[(int)column];
                _bag.Add(DiagnosticCatalog.TableColumnOfNoYear, locate(slot + 1), TableLayout.NameOf(locate(slot + 1), headings[slot]),
                    $"{_years.Keys.Last()}", headings[slot].Trim());
                _slots[(int)column] = -1;
            }
        }

        return [.. _years.Select(y => (y.Key, y.Value.Zip(_slots, (own, ofRow) => own >= 0 ? own : ofRow).ToImmutableArray()))];
    }

    private void RequireColumns()
    {
        foreach (var column in TableColumnNames.Needed.Where(c => !IsGiven(c)))
        {
            var places = column == TableColumn.Value ? _unknown.Where(h => PlaceColumns.IsPlace(h.Split('/')[0])).ToList() : [];
            if (places.Count > 0)
            {
                _bag.Add(DiagnosticCatalog.TablePlaceColumns, At, Listed(places));
            }
            else if (column == TableColumn.Value && Has(TableColumn.Indicator) && headings.Contains("status") && headings.Contains("basis"))
            {
                _bag.Add(DiagnosticCatalog.TableOfVerdicts, At);
            }
            else
            {
                _bag.Add(
                    DiagnosticCatalog.TableLacksColumn, At,
                    new LocalizedText(TableColumnNames.ChineseOf(column), TableColumnNames.Of(column)));
            }
        }
    }

    private bool IsGiven(TableColumn column) => Has(column) || column switch
    {
        TableColumn.Place => true,
        TableColumn.Year => _years.Count > 0,
        TableColumn.Indicator => Has(TableColumn.IndicatorName) || Has(TableColumn.Number),
        TableColumn.Value => _years.Values.Any(y => y[(int)TableColumn.Value] >= 0),
        _ => false,
    };

    // A table without places is of one, which the file's name tells.
    private string NameOfFile()
    {
        var name = Path.GetFileNameWithoutExtension(At.File);
        return name.Length > 0 ? name : At.File;
    }

    // A misspelt heading is an error: its column would be missing from every row. Other unknown columns are for readers.
    private void Unknown(string heading)
    {
        _unknown.Add(heading);
        var known = TableColumnNames.All.Concat(attributes.SelectMany(Headings));
        if (_unknown.Count <= MostCompared && known.FirstOrDefault(k => IsSlipOf(k, heading)) is { } meant)
        {
            _unknown.RemoveAt(_unknown.Count - 1);
            _bag.AddWithSuggestion(DiagnosticCatalog.TableUnknownColumn, At, meant, heading);
        }
    }

    // Short Chinese names are similar but differ in meaning: 目标 is not a misspelt 指标, nor 责任单位 a misspelt 任务单位.
    private static bool IsSlipOf(string known, string heading) => System.Text.Ascii.IsValid(heading)
        ? System.Text.Ascii.IsValid(known) && Nearest.To(heading, [known]) is not null
        : heading.Length > 2 && heading.Length == known.Length && heading.Zip(known).Count(c => c.First != c.Second) == 1
            && !TableColumnNames.Find(heading[..^1]).HasValue && heading[^1] == known[^1];

    private void Notices()
    {
        if (_unknown.Count > 0)
        {
            _bag.Add(DiagnosticCatalog.TableColumnsIgnored, At, Listed(_unknown));
        }
    }

    private static LocalizedText Listed(List<string> all)
    {
        var names = string.Join('、', all.Take(MostNamed).Select(h => $"“{VisibleText.Cut(h, 40)}”"));
        var english = string.Join(", ", all.Take(MostNamed).Select(h => $"`{VisibleText.Cut(h, 40)}`"));
        return all.Count > MostNamed
            ? new LocalizedText($"{names}等 {all.Count} 列", $"{english} and {all.Count - MostNamed} more")
            : new LocalizedText($"{names}列", english);
    }

    private bool Once(int ordinal, string meaning)
    {
        if (_seen.TryAdd(meaning, ordinal))
        {
            return true;
        }

        LocalizedText Name(int slot) => TableLayout.NameOf(locate(slot + 1), headings[slot]);
        _bag.Add(DiagnosticCatalog.TableColumnTwice, locate(ordinal + 1), Name(ordinal), Name(_seen[meaning]));
        return false;
    }

    private static IEnumerable<string> Headings(PlaceAttribute attribute) => attribute.Kind == AttributeKind.Shares
        ? attribute.Choices.SelectMany(c => (string[])[$"{Prefix}{attribute.Id}.{c.Id}", AttributeHeading.Of(attribute, c)])
        : [$"{Prefix}{attribute.Id}", attribute.Name.Zh];
}
