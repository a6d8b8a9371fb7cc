using IndicatorRules.Assessing;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Naming;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Cli;

/// <summary>Names schemes and their parts, and finds them by name.</summary>
internal static class SchemeTexts
{
    internal static SchemeRange Exactly(SchemeVersion version) =>
        SchemeRange.TryParse($"{version}", out var range) ? range : throw new InvalidOperationException($"{version} is no version.");

    internal static string Extends(Scheme scheme) =>
        scheme.Uppers.IsEmpty ? "-" : string.Join(", ", scheme.Uppers.Select(b => b.Key));

    /// <summary>The indicator of an id, number or name.</summary>
    /// <exception cref="RejectedException">The scheme has none, or several.</exception>
    internal static Indicator Find(Session session, Scheme scheme, string asked)
    {
        var found = NameIndex.Of(scheme).Find(asked, new Location(scheme.Key));
        session.Report(found.Diagnostics);
        return found.Value ?? throw new RejectedException();
    }

    /// <summary>How the verdicts of several rows become one.</summary>
    internal static string Combination(Scheme scheme, Combination combines, Wording words)
    {
        var rows = combines.Rows.Select(id => scheme.Find(id)!)
            .Select(r => words.Say(r.ItemOf is null ? $"第{r.Number}项“{r.Name.Zh}”" : $"“{r.Name.Zh}”", $"{r.Number} {r.Name.En}"));
        var asked = combines.AtLeast is { } least
            ? words.Say($"至少 {least} 项达标", $"at least {least} met") : words.Say("各项均达标", "all met");
        return words.Say($"{asked}：{string.Join('、', rows)}", $"{asked}: {string.Join(", ", rows)}");
    }

    internal static string Source(SourceRef source) =>
        $"{source.Document}{(source.Table.Length > 0 ? $" {source.TableName.Zh}" : "")}{(source.Row is { } row ? $" 第{row}行" : "")}";
}
