using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>
/// Writes contradictions as text, in two groups: figures that contradict each other, and missing evidence. One row per indicator: what is
/// wrong, what to do, and where it is.
/// </summary>
public static class ContradictionsText
{
    /// <summary>The text for a file; a single line if there are no contradictions.</summary>
    public static string Write(FactsReview review, Language language) => Write(review, language, new TextLayout(160));

    /// <summary>The text; a single line if there are no contradictions.</summary>
    public static string Write(FactsReview review, Language language, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(layout);
        var words = new Wording(language);
        var text = new StringBuilder();
        var document = CommonDocument(review);
        foreach (var group in review.Contradictions.GroupBy(c => c.IsLack).OrderBy(g => g.Key))
        {
            var name = Group(group.Key, words);
            text.Append(words.Say($"{name} {group.Count()} 处：\n", $"{name}, {group.Count()}:\n"));
            string[] headings =
            [
                words.Say("序号", "No."), words.Say("指标", "Indicator"), words.Say("问题", "What is wrong"),
                words.Say("怎么办", "What to do"), words.Say("出处", "Where"),
            ];
            text.Append(layout.Table(headings, [.. Rows([.. group], review.Assessment.Scheme, document, language)]));
        }

        if (document.Length > 0)
        {
            text.Append(layout.Signs(VisibleText.OneLine(words.Say($"出处都在：{document}", $"All in: {document}"))) + "\n");
        }

        return text.Append(Summary(review, language)).Append('\n').ToString();
    }

    /// <summary>How many findings there are of each group, in one sentence.</summary>
    public static string Summary(FactsReview review, Language language)
    {
        ArgumentNullException.ThrowIfNull(review);
        var words = new Wording(language);
        var (all, lacks) = (review.Contradictions.Length, review.Contradictions.Count(c => c.IsLack));
        var checks = review.Assessment.Scheme.Checks.Length;
        return all == 0
            ? words.Say($"做了 {checks} 项校核，没有发现问题。", $"{checks} checks, 0 findings.")
            : words.Say(
                $"做了 {checks} 项校核，发现 {all} 处问题：数据矛盾 {all - lacks} 处，缺少佐证 {lacks} 处。",
                $"{checks} checks, {all} findings: {all - lacks} contradictions, {lacks} without evidence.");
    }

    private static string Group(bool isLack, Wording words) =>
        isLack ? words.Say("缺少佐证", "Evidence missing") : words.Say("数据矛盾", "Contradictions");

    // Findings of one indicator share a row; those of none have a row each.
    private static IEnumerable<string[]> Rows(List<Contradiction> all, Scheme scheme, string document, Language language)
    {
        foreach (var one in all.Where(c => c.Indicator is null))
        {
            var sides = string.Join(language == Language.Zh ? "、" : ", ", one.Sides.Select(s => Said(s, language)));
            yield return
            [
                "", one.Check.Title.In(language), $"{one.Message.In(language)}\n{sides}", one.Remedy.In(language), Places([one], document),
            ];
        }

        foreach (var row in all.Where(c => c.Indicator is not null).GroupBy(c => c.Indicator!.Id)
                     .OrderBy(g => scheme.Indicators.IndexOf(g.First().Indicator!)))
        {
            var indicator = row.First().Indicator!;
            yield return
            [
                indicator.Number, indicator.Name.In(language),
                Lines(row.Select(c => Alone(c, language))),
                Lines(row.Select(c => c.Remedy.In(language))), Places(row, document),
            ];
        }
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Distinct());

    private static string Said(ContradictionSide side, Language language) =>
        $"{side.Name.In(language)} {side.Said.In(language).Replace('\n', ' ')}".TrimEnd();

    /// <summary>The sentence without the row's number and name, which are printed beside it.</summary>
    internal static string Alone(Contradiction found, Language language)
    {
        var message = found.Message.In(language);
        if (found.Indicator is not { } indicator)
        {
            return message;
        }

        var number = language == Language.Zh ? $"第{indicator.Number}项" : $"row {indicator.Number}, ";
        var rest = message.StartsWith(number, StringComparison.Ordinal) ? message[number.Length..] : message;
        var name = $"“{indicator.Name.In(language)}”";
        return rest.StartsWith(name, StringComparison.Ordinal) ? rest[name.Length..].TrimStart(':', ' ', '的') : rest;
    }

    // Where the facts name the entry; the place in the file; the scheme's own rows are known by their number.
    private static string Places(IEnumerable<Contradiction> all, string document) =>
        Lines(all.SelectMany(c => c.Sides.Take(1)).Select(s => $"{Within(s.Source, document)} {At(s.Location)}".Trim()));

    /// <summary>A source without the document that is named once for all.</summary>
    internal static string Within(string source, string document) =>
        source.StartsWith(document, StringComparison.Ordinal) ? source[document.Length..].Trim() : source;

    private static string At(Location at) => $"{at with { File = Path.GetFileName(at.File) }}";

    /// <summary>The document that all sources name; it is written once.</summary>
    internal static string CommonDocument(FactsReview review)
    {
        var sources = review.Contradictions.SelectMany(c => c.Sides.Take(1)).Select(s => s.Source).Where(s => s.Length > 0).ToList();
        var document = review.Assessment.Indicators.Select(v => v.Facts?.Own.Source?.Document)
            .FirstOrDefault(d => d is { Length: > 0 }) ?? "";
        return sources.Count > 0 && sources.TrueForAll(s => s.StartsWith(document, StringComparison.Ordinal)) ? document : "";
    }
}
