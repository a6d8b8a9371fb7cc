using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>
/// One line of a row in the printed table: its own, or that of an item. A null text belongs to the cell of the line above. Immutable.
/// </summary>
public sealed class PrintedLine
{
    private PrintedLine(string name, string? unit, string? target, string? value, ImmutableArray<string?> stages) =>
        (Name, Unit, Target, Value, Stages) = (name, unit, target, value, stages);

    /// <summary>The name of the indicator or item, behind a * where it is marked.</summary>
    public string Name { get; }

    /// <summary>The unit.</summary>
    public string? Unit { get; }

    /// <summary>The target (指标值).</summary>
    public string? Target { get; }

    /// <summary>The value (现状值).</summary>
    public string? Value { get; }

    /// <summary>The dated targets, in the order of the scheme's stages.</summary>
    public ImmutableArray<string?> Stages { get; }

    internal static ImmutableArray<PrintedLine> Of(IndicatorVerdict verdict, Scheme scheme, Language language)
    {
        var (indicator, words) = (verdict.Indicator, new Wording(language));
        var items = indicator.Items.Where(i => i.Printed).ToList();
        var ownTarget = indicator.Target.In(language);
        var haveTargets = items.Exists(i => i.Target is not null);
        var haveUnits = items.Exists(i => i.Unit != indicator.Unit);
        var values = items.ConvertAll(i => verdict.Facts is { } facts ? ReportRow.ItemValue(i, facts.Item(i.Id)) : "");
        var haveValues = values.Exists(v => v.Length > 0);
        var stages = scheme.Stages.Select(s => Lines(StageTarget(verdict, s, language), items.Count, haveTargets)).ToList();
        var own = ReportRow.ValueOf(verdict, language, haveValues ? items.Select(i => i.Id) : []);
        var lines = ImmutableArray.CreateBuilder<PrintedLine>();
        lines.Add(new(
            (indicator.Starred ? "*" : "") + indicator.Name.In(language) + (items.Count > 0 ? words.Say("：", ":") : ""),
            haveUnits && indicator.Unit is "-" or "" ? "" : indicator.Unit,
            haveTargets ? IsOfItems(ownTarget, items, language) ? "" : ownTarget : ownTarget,
            haveValues && own == "-" ? "" : own,
            [.. stages.Select(s => s[0])]));
        lines.AddRange(items.Select((item, i) => new PrintedLine(
            (item.Starred ? "*" : "") + item.Name.In(language),
            haveUnits ? item.Unit : null,
            haveTargets ? item.Target?.In(language) ?? "" : null,
            haveValues ? values[i].Length > 0 ? values[i] : "-" : null,
            [.. stages.Select(s => s[i + 1])])));
        return lines.ToImmutable();
    }

    // The scheme's target; for a stage of which it has none, what the table handed in prints.
    private static string StageTarget(IndicatorVerdict verdict, Stage stage, Language language) =>
        verdict.Indicator.Stages.FirstOrDefault(s => s.Stage.Id == stage.Id)?.Target.In(language)
        ?? verdict.Facts?.Targets.FirstOrDefault(t => t.Year == stage.Year)?.Text ?? "";

    // A text with a line for each item is split among them.
    private static string?[] Lines(string text, int items, bool haveTargets)
    {
        var parts = text.Trim().Split('\n');
        return haveTargets && items > 1 && parts.Length == items ? ["", .. parts] : [text, .. Enumerable.Repeat<string?>(null, items)];
    }

    private static bool IsOfItems(string target, List<Item> items, Language language) =>
        target.Trim() == string.Join('\n', items.Select(i => i.Target?.In(language)).OfType<string>());
}
