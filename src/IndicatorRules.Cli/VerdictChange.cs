using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Cli;

/// <summary>What became of one row's verdict, in one language.</summary>
internal sealed class VerdictChange(Language language)
{
    private readonly Wording _words = new(language);

    /// <summary>The row on one line: verdict, basis, margin and its dated targets.</summary>
    internal string Row(IndicatorVerdict verdict) => Own(verdict) + string.Concat(verdict.DueStages.Select(Target));

    /// <summary>How the row changed: 变好, 变差, and a warning where a claim took the place of a figure; empty for none of these.</summary>
    internal string Way(IndicatorVerdict before, IndicatorVerdict now)
    {
        var way = (Rank(now) - Rank(before)) switch
        {
            // A row that cannot be judged any more is not better than one that was not met.
            > 0 when now.Status == Status.Undetermined => "",
            > 0 => _words.Say("变好", "better"),
            < 0 => _words.Say("变差", "worse"),
            _ => before.Status != now.Status || before.Margin is not { } old || now.Margin is not { } margin || old == margin ? ""
                : margin > old ? _words.Say("变好", "better") : _words.Say("变差", "worse"),
        };
        return before.Basis != Basis.Declared && now.Basis == Basis.Declared
            ? _words.Say(
                $"{(way.Length > 0 ? way + "，" : "")}注意：不再有数可依，只凭自报！",
                $"{(way.Length > 0 ? way + "; " : "")}attention: no figure behind it any more, a claim alone!")
            : way;
    }

    /// <summary>The dated targets that are not due and whose state changed.</summary>
    internal IEnumerable<string> Stages(IndicatorVerdict before, IndicatorVerdict now) =>
        from stage in now.Stages
        where !stage.HasCome
        let old = before.Stages.FirstOrDefault(s => s.Stage.Stage.Id == stage.Stage.Stage.Id)
        where old is not null
        let was = old.Situation(language)
        let comes = stage.Situation(language)
        where was != comes
        let of = stage.Stage.Stage
        select _words.Say($"{of.Name.Zh}（{of.Year}年）：{was} → {comes}", $"{of.Name.En} ({of.Year}): {was} → {comes}");

    private string Own(IndicatorVerdict verdict)
    {
        var margin = string.Concat(verdict.MarginTexts(language).Take(1).Select(m => _words.Say("，", ", ") + m));
        var basis = verdict.Basis is null ? "" : _words.Say($"（{_words.Of(verdict.Basis)}）", $" ({_words.Of(verdict.Basis)})");
        return $"{_words.Of(verdict.Status)}{basis}{margin}";
    }

    private string Target(StageVerdict due) => _words.Say(
        $"；{due.Stage.Stage.Name.Zh}（{due.Stage.Stage.Year}年）：{due.Situation(language)}",
        $"; {due.Stage.Stage.Name.En} ({due.Stage.Stage.Year}): {due.Situation(language)}");

    // Not applicable compares with nothing.
    private static int Rank(IndicatorVerdict verdict) => verdict.Status switch
    {
        Status.Met => 3,
        Status.NotMet => 1,
        _ => 2,
    };
}
