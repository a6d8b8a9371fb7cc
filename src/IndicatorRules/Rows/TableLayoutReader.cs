using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Rows;

/// <summary>Maps headings to columns. An unknown heading is ignored with a warning, unless it looks like a misspelt one.</summary>
internal sealed class TableLayoutReader(IReadOnlyList<string> headings, IReadOnlyList<PlaceAttribute> attributes, Location at)
{
    private const string Prefix = "place.";
    private const int MostCompared = 100;
    private const int MostNamed = 8;

    private readonly DiagnosticBag _bag = new();
    private readonly Dictionary<string, int> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly int[] _slots = [.. Enumerable.Repeat(-1, Enum.GetValues<TableColumn>().Length)];
    private readonly List<AttributeColumn> _attributes = [];
    private readonly List<string> _unknown = [];

    internal Result<TableLayout> Read()
    {
        for (var i = 0; i < headings.Count; i++)
        {
            Read(headings[i].Trim(), i);
        }

        foreach (var column in TableColumnNames.Needed.Where(c => _slots[(int)c] < 0))
        {
            _bag.Add(DiagnosticCatalog.TableLacksColumn, at, TableColumnNames.Of(column), TableColumnNames.ChineseOf(column));
        }

        if (_bag.HasErrors)
        {
            return new(null, _bag.ToImmutable());
        }

        var layout = new TableLayout
        {
            Slots = [.. _slots],
            Attributes = [.. _attributes],
            Headings = [.. headings.Select(h => h.Trim())],
        };
        return new(layout, Notices());
    }

    private void Read(string heading, int ordinal)
    {
        if (heading.Length == 0 || TableColumnNames.Ignored.Contains(heading))
        {
            return;
        }

        if (TableColumnNames.Find(heading) is { } column)
        {
            if (Once(ordinal, TableColumnNames.Of(column)))
            {
                _slots[(int)column] = ordinal;
            }
        }
        else if (Attribute(heading) is var (attribute, part))
        {
            if (Once(ordinal, $"{Prefix}{attribute.Id}.{part}"))
            {
                _attributes.Add(new AttributeColumn(heading, ordinal, attribute.Id, part, attribute.Kind == AttributeKind.Number));
            }
        }
        else
        {
            Unknown(heading);
        }
    }

    // A misspelt heading is an error: its column would be missing from every row. Other unknown columns are for readers.
    private void Unknown(string heading)
    {
        _unknown.Add(heading);
        var known = TableColumnNames.All.Concat(attributes.SelectMany(Headings));
        if (_unknown.Count <= MostCompared && known.FirstOrDefault(k => IsSlipOf(k, heading)) is { } meant)
        {
            _unknown.RemoveAt(_unknown.Count - 1);
            _bag.AddWithSuggestion(DiagnosticCatalog.TableUnknownColumn, at, meant, heading);
        }
    }

    // Short Chinese names are similar but differ in meaning: 目标 is not a misspelt 指标, nor 责任单位 a misspelt 任务单位.
    private static bool IsSlipOf(string known, string heading) => System.Text.Ascii.IsValid(heading)
        ? System.Text.Ascii.IsValid(known) && Nearest.To(heading, [known]) is not null
        : heading.Length > 2 && heading.Length == known.Length && heading.Zip(known).Count(c => c.First != c.Second) == 1
            && !TableColumnNames.Find(heading[..^1]).HasValue && heading[^1] == known[^1];

    private ImmutableArray<Diagnostic> Notices()
    {
        if (_unknown.Count == 0)
        {
            return [];
        }

        var names = string.Join('、', _unknown.Take(MostNamed).Select(h => $"“{VisibleText.Cut(h, 40)}”"));
        var english = string.Join(", ", _unknown.Take(MostNamed).Select(h => $"`{VisibleText.Cut(h, 40)}`"));
        var all = _unknown.Count > MostNamed
            ? new LocalizedText($"{names}等 {_unknown.Count} 列", $"{english} and {_unknown.Count - MostNamed} more")
            : new LocalizedText($"{names}列", english);
        return [new Diagnostic(DiagnosticCatalog.TableColumnsIgnored, at, [all])];
    }

    private bool Once(int ordinal, string meaning)
    {
        if (_seen.TryAdd(meaning, ordinal))
        {
            return true;
        }

        LocalizedText Name(int slot) => TableLayout.NameOf(slot, headings[slot]);
        _bag.Add(DiagnosticCatalog.TableColumnTwice, at with { Column = ordinal + 1 }, Name(ordinal), Name(_seen[meaning]));
        return false;
    }

    // Accepts place.Climate, place.Terrain.Mountain, 气候区 and 地形占比.山区.
    private (PlaceAttribute Attribute, string Part)? Attribute(string heading)
    {
        var rest = heading.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? heading[Prefix.Length..] : heading;
        var (name, part) = rest.IndexOf('.') is var dot and > 0 ? (rest[..dot], rest[(dot + 1)..]) : (rest, "");
        var found = attributes.FirstOrDefault(a => a.Id == name || a.Name.Zh == name || a.Name.En == name);
        return found is not null && (found.Kind == AttributeKind.Shares) == (part.Length > 0) ? (found, part) : null;
    }

    private static IEnumerable<string> Headings(PlaceAttribute attribute) => attribute.Kind == AttributeKind.Shares
        ? attribute.Choices.SelectMany(c => (string[])[$"{Prefix}{attribute.Id}.{c.Id}", $"{attribute.Name.Zh}.{c.Text.Zh}"])
        : [$"{Prefix}{attribute.Id}", attribute.Name.Zh];
}
