using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli;

/// <summary>The provenance of each row of a scheme as text, in one language.</summary>
internal sealed class ProvenanceText(Scheme scheme, Language language)
{
    private static readonly ImmutableArray<string> Always = ["name", "target", "binding", "rule"];

    private readonly Wording _words = new(language);

    internal IEnumerable<string> Lines(IEnumerable<Indicator> indicators) => indicators.SelectMany(Lines);

    internal IEnumerable<string> LeftOut()
    {
        foreach (var left in scheme.LeftOut)
        {
            var upper = scheme.Upper(left.Upper);
            yield return $"{Say("不沿用", "left out")}: {upper.Number} {upper.Name.In(language)}"
                + $" [{left.Upper.IndicatorId}] {left.Upper.SchemeId}: {left.Because.In(language)}";
        }
    }

    private IEnumerable<string> Lines(Indicator indicator) =>
    [
        $"{indicator.Number,2} {indicator.Name.In(language)} [{indicator.Id}]",
        .. Said(Say("名称", "name"), indicator.Name, indicator.ProvenanceOf("name")),
        .. Said(Say("指标值", "target"), indicator.Target, indicator.ProvenanceOf("target")),
        .. Said(Say("指标属性", "binding"), Force(indicator), indicator.ProvenanceOf("binding")),
        .. RuleProvenance.Of(indicator, scheme).Distinct().SelectMany(r => Said(Say("规则", "rule"), r.Code, [r.Provenance])),
        .. Changed(indicator).SelectMany(o => Said(Say("另写的", "own"), o.Field, o.Authors)),
        .. indicator.Stages.SelectMany(s => Said($"{s.Stage.Name.In(language)} {s.Stage.Year}", s.Target, s.Provenance)),
        .. indicator.Because.Zh.Length > 0 ? [$"     {Say("改动理由", "because")}: {indicator.Because.In(language)}"] : (string[])[],
    ];

    // The other fields that a row taken over declares itself.
    private IEnumerable<FieldProvenance> Changed(Indicator indicator) => indicator.Provenance
        .Where(o => !indicator.From.IsEmpty && !Always.Contains(o.Field) && o.Authors.Any(at => at.SchemeKey == scheme.Key));

    private IEnumerable<string> Said(string what, LocalizedText text, ImmutableArray<Provenance> origins) =>
        origins.Select(o => $"       ← {Of(o)}").Prepend($"     {what}: {text.In(language).Replace('\n', ' ')}");

    private LocalizedText Force(Indicator indicator)
    {
        var all = indicator.Kinds.Select(b =>
            $"{b.Kind.Name.In(language)} [{b.SchemeId}]");
        return string.Join(", ", all);
    }

    private static string Of(Provenance origin) =>
        $"{origin.SchemeKey} {origin.Location.File}({origin.Location.Line}) {SchemeTexts.Source(origin.Source)}";

    private string Say(string zh, string en) => _words.Say(zh, en);
}
