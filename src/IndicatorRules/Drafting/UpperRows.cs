using System.Text.Json.Nodes;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Drafting;

/// <summary>
/// The rows of upper schemes that the rows of a table are matched with, each once, and what becomes of each. Not thread-safe; one draft.
/// </summary>
internal sealed class UpperRows
{
    private readonly IReadOnlyList<Scheme> _schemes;
    private readonly Dictionary<(Scheme Scheme, string Name), Indicator> _byName;
    private readonly HashSet<Indicator> _matched = [];
    private readonly HashSet<Indicator> _taken = [];

    internal UpperRows(IReadOnlyList<Scheme> schemes)
    {
        _schemes = schemes;
        _byName = schemes.SelectMany(s => s.Indicators.GroupBy(i => (s, FoldedName.Of(i.Name.Zh)))).Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.First());
    }

    /// <summary>The attributes that the schemes ask of a place.</summary>
    internal IEnumerable<PlaceAttribute> Places => _schemes.SelectMany(s => s.Place).DistinctBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>The rows of a name, in the order of the schemes, that no row has been matched with.</summary>
    internal List<(Scheme Scheme, Indicator Row)> Match(string name)
    {
        var found = _schemes.Select(s => (Scheme: s, Row: _byName.GetValueOrDefault((s, FoldedName.Of(name)))))
            .Where(f => f.Row is not null && _matched.Add(f.Row)).ToList();
        return found.ConvertAll(f => (f.Scheme, f.Row!));
    }

    internal void Take(IEnumerable<(Scheme Scheme, Indicator Row)> rows) => _taken.UnionWith(rows.Select(r => r.Row));

    /// <summary>What the rows of several schemes are in conflict about; null if they can be taken over together.</summary>
    internal static LocalizedText? Conflict(List<(Scheme Scheme, Indicator Row)> rows)
    {
        if (rows.Count < 2 || rows.TrueForAll(r => IsOne(r.Row, rows[0].Row)))
        {
            return null;
        }

        var printed = rows.ConvertAll(r => r.Row.Target.Zh.Replace('\n', '，'));
        return printed.Distinct().Count() > 1
            ? new(
                $"上级体系的指标值不一致（{string.Join('、', rows.Select((r, i) => $"{r.Scheme.Title.Zh}“{printed[i]}”"))}），"
                    + "先照本表所印来判，请定依哪一级。",
                "The upper schemes print different targets; the table's own is taken. Decide which of them holds.")
            : new(
                $"上级体系（{string.Join('、', rows.Select(r => r.Scheme.Title.Zh))}）印的指标值相同，单位、分项、状态或规则不同，"
                    + "先照本表所印来判，请定依哪一级。",
                "The upper schemes print one target and differ in units, items, states or rules. Decide which of them holds.");
    }

    /// <summary>The entries <c>extends</c>: each row that is not taken over is left out, with the reason.</summary>
    internal JsonArray Extends() => new([.. _schemes.Select(s =>
    {
        var extends = new JsonObject { ["id"] = s.Id, ["version"] = $"[{s.Version},{s.Version.Major + 1}.0.0)" };
        var left = s.Indicators.Where(i => !_taken.Contains(i)).Select(i => (JsonNode)new JsonObject
        {
            ["id"] = i.Id,
            ["because"] = _matched.Contains(i) ? "表中印的指标值与上级不同，另写了本县的规则。" : "表中没有这一项。",
        }).ToArray();
        if (left.Length > 0)
        {
            extends["leaveOut"] = new JsonArray(left);
        }

        return (JsonNode)extends;
    })]);

    private static bool IsOne(Indicator one, Indicator other) =>
        (one.Name, one.Unit, one.MeasuredIn, one.Direction, one.Decimals, one.Range, one.Absence, one.Group, one.Target, one.Rule.Code)
            == (other.Name, other.Unit, other.MeasuredIn, other.Direction, other.Decimals, other.Range, other.Absence, other.Group,
                other.Target, other.Rule.Code)
        && one.Items.Length == other.Items.Length && one.Items.Zip(other.Items).All(p => p.First.Id == p.Second.Id
            && MergedFigures.Agree(p.First, p.Second))
        && MergedFigures.Spelt(one.States) == MergedFigures.Spelt(other.States)
        && one.Stages.IsEmpty && other.Stages.IsEmpty;
}
