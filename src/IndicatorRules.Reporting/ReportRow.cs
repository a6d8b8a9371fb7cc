using System.Globalization;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>One row of a report in any text format.</summary>
internal sealed record ReportRow(
    string Domain,
    string TaskGroup,
    string Number,
    string Name,
    string Unit,
    string Force,
    string Target,
    string Value,
    string Reported,
    string Status,
    string Basis,
    string Margin)
{
    /// <summary>The parts of <see cref="Value"/>, one for each item and figure.</summary>
    internal string[] Values { get; private init; } = [];

    internal static ReportRow Of(IndicatorVerdict verdict, Scheme scheme, Language language)
    {
        var words = new Wording(language);
        var indicator = verdict.Indicator;
        var values = ValuesOf(verdict, language);
        var domain = scheme.DomainOf(indicator.TaskGroup);
        return new ReportRow(
            domain.Name.In(language),
            domain.TaskGroups.First(t => t.Id == indicator.TaskGroup).Name.In(language),
            indicator.Number,
            (indicator.Starred ? "*" : "") + indicator.Name.In(language),
            indicator.Unit,
            indicator.Kind.Name.In(language),
            TargetOf(verdict, language),
            ValueOf(values, words),
            verdict.Facts?.Own.ReportedMet switch { true => words.Say("是", "yes"), false => words.Say("否", "no"), null => "" },
            words.Of(verdict.Status),
            words.Of(verdict.Basis),
            string.Join('\n', verdict.Margins(language).DefaultIfEmpty("—")))
        {
            Values = values,
        };
    }

    /// <summary>What is said beside the row's own figure and those of its items, each once.</summary>
    internal static IEnumerable<string> Beside(IndicatorVerdict verdict, Func<Fact, string?> said) => verdict.Facts is not { } facts ? []
        : facts.Items.Select(i => i.Fact).Prepend(facts.Own).Select(said).OfType<string>().Distinct();

    // The printed target, followed by the applied one if it differs.
    private static string TargetOf(IndicatorVerdict verdict, Language language)
    {
        var applied = string.Join(language == Language.Zh ? "、" : ", ", verdict.UnprintedRequirements(language));
        var printed = verdict.Indicator.Target.In(language);
        return applied.Length == 0 ? printed
            : printed + (language == Language.Zh ? $"\n（实际按 {applied}）" : $"\n(judged by {applied})");
    }

    /// <summary>The reported readings: the indicator's own, its items', its task's, and related figures.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="language">The language.</param>
    /// <param name="apart">The ids of items that have lines of their own.</param>
    internal static string ValueOf(IndicatorVerdict verdict, Language language, IEnumerable<string>? apart = null) =>
        ValueOf(ValuesOf(verdict, language, apart), new Wording(language));

    private static string ValueOf(string[] values, Wording words) => string.Join(words.Say("；", "; "), values);

    internal static string[] ValuesOf(IndicatorVerdict verdict, Language language, IEnumerable<string>? apart = null)
    {
        if (verdict.Facts is not { } facts)
        {
            return ["-"];
        }

        var parts = new List<string>();
        if (!Silent(facts.Own.Value))
        {
            parts.Add(facts.Own.Value.Text);
        }

        var left = facts.Items.Where(i => apart?.Contains(i.Id) is not true).ToList();
        foreach (var (id, fact) in left.Where(i => !Silent(i.Fact.Value)))
        {
            var item = verdict.Indicator.Items.FirstOrDefault(i => i.Id == id);
            var unit = fact.Value.IsNumeric ? item?.MeasuredIn ?? item?.Unit ?? "" : "";
            parts.Add($"{item?.Name.In(language) ?? id} {Wording.WithUnit(fact.Value, unit)}");
        }

        parts.AddRange(facts.SuperiorTask.Figures.Select(f => $"{f.Name} {OfTask(f)}"));
        if (facts.SuperiorTask.Text.Length > 0)
        {
            parts.Add(facts.SuperiorTask.Text);
        }

        parts.AddRange(facts.Own.Related.Concat(left.SelectMany(i => i.Fact.Related)).Select(r => r.ToString()));
        return parts.Count > 0 ? [.. parts] : ["-"];
    }

    /// <summary>The readings of an item on its own line; with the unit where that is not the printed one.</summary>
    internal static string ItemValue(Item item, Fact fact)
    {
        var unit = fact.Value.IsNumeric && item.MeasuredIn is { } measured ? measured : "";
        string[] own = Silent(fact.Value) ? [] : [Wording.WithUnit(fact.Value, unit)];
        return string.Join('；', own.Concat(fact.Related.Select(r => r.ToString())));
    }

    // 31.4/30%, or 31.4%/30% where the unit was typed with the figure.
    private static string OfTask(SuperiorTaskFigure figure)
    {
        var (actual, required) = (figure.Actual.Text, Reading.Plain(figure.Required));
        return Wording.WithUnit(figure.Actual, figure.Unit) == actual
            ? $"{actual}/{Wording.WithUnit(required, figure.Unit)}"
            : Wording.WithUnit($"{actual}/{required}", figure.Unit);
    }

    private static bool Silent(Reading reading) => reading is { IsAbsent: true, Text: "-" };
}
