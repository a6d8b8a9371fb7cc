using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli;

/// <summary>Where each row of a scheme comes from, as text in one language.</summary>
internal sealed class LineageText(Scheme scheme, Language language)
{
    private static readonly ImmutableArray<string> Always = ["name", "target", "binding", "rule"];

    private readonly Wording _words = new(language);

    internal IEnumerable<string> Lines(IEnumerable<Indicator> indicators) => indicators.SelectMany(Lines);

    internal IEnumerable<string> LeftOut()
    {
        foreach (var left in scheme.LeftOut)
        {
            var upper = scheme.Upper(left.Upper);
            yield return $"{Say("不沿用", "left out")}: {upper.Number} {upper.Name.In(language)} [{left.Upper.IndicatorId}] {left.Upper.SchemeId}: {left.Because.In(language)}";
        }
    }

    private IEnumerable<string> Lines(Indicator indicator) =>
    [
        $"{indicator.Number,2} {indicator.Name.In(language)} [{indicator.Id}]",
        .. Said(Say("名称", "name"), indicator.Name, indicator.OriginsOf("name")),
        .. Said(Say("指标值", "target"), indicator.Target, indicator.OriginsOf("target")),
        .. Said(Say("指标属性", "binding"), Force(indicator), indicator.OriginsOf("binding")),
        .. RuleOrigin.Of(indicator, scheme).Distinct().SelectMany(r => Said(Say("规则", "rule"), r.Code, [r.Origin])),
        .. Changed(indicator).SelectMany(o => Said(Say("另写的", "own"), o.Field, o.Origins)),
        .. indicator.Stages.SelectMany(s => Said($"{s.Stage.Name.In(language)} {s.Stage.Year}", s.Target, s.Origins)),
        .. indicator.Because.Zh.Length > 0 ? [$"     {Say("改动理由", "because")}: {indicator.Because.In(language)}"] : (string[])[],
    ];

    // Of a row taken over, whatever else the scheme says itself.
    private IEnumerable<FieldOrigin> Changed(Indicator indicator) => indicator.Origins
        .Where(o => !indicator.From.IsEmpty && !Always.Contains(o.Field) && o.Origins.Any(at => at.SchemeKey == scheme.Key));

    private IEnumerable<string> Said(string what, LocalizedText text, ImmutableArray<Origin> origins) =>
        origins.Select(o => $"       ← {Of(o)}").Prepend($"     {what}: {text.In(language).Replace('\n', ' ')}");

    private LocalizedText Force(Indicator indicator)
    {
        var all = indicator.Bindings.Select(b => $"{(b.Force == BindingForce.Binding ? Say("约束性", "binding") : Say("参考性", "reference"))} [{b.SchemeId}]");
        return string.Join(", ", all);
    }

    private static string Of(Origin origin) =>
        $"{origin.SchemeKey} {origin.Location.File}({origin.Location.Line}) {SchemeTexts.Source(origin.Source)}";

    private string Say(string zh, string en) => _words.Say(zh, en);
}
