using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Reporting;

/// <summary>A dated target of a row as papers show it, in one language. Immutable.</summary>
public sealed class ReportedStage
{
    private readonly Language _language;
    private readonly Wording _words;

    internal ReportedStage(StageVerdict verdict, Language language) =>
        (Verdict, _language, _words) = (verdict, language, new Wording(language));

    /// <summary>The verdict.</summary>
    public StageVerdict Verdict { get; }

    /// <summary>The target as printed, on one line.</summary>
    public string Target => Verdict.Stage.Target.In(_language).Trim().Replace("\n", _words.Say("；", "; "), StringComparison.Ordinal);

    /// <summary>✓ ✗ ? –, of the figures now.</summary>
    public string Sign => StatusSign.Of(Now);

    /// <summary>到期达标, 到期未达标, 已达到, 还差, 无法比较 and the like.</summary>
    public string State => (Verdict.HasCome, Verdict.Due, Now) switch
    {
        (_, _, Status.NotApplicable) => _words.Say("不适用", "not applicable"),
        (true, _, Status.Met) => _words.Say("到期达标", "due and met") + Claim,
        (true, _, Status.NotMet) => _words.Say("到期未达标", "due and not met") + Claim,
        (true, _, _) => _words.Say("到期，无法判定", "due, undetermined"),
        (false, true, var status) => _words.Say($"已有{Verdict.FactsYear}年数，{_words.Of(status)}",
            $"{_words.Of(status)} by the figures of {Verdict.FactsYear}") + Claim,
        (_, _, Status.Met) => _words.Say("已达到", "reached") + Claim,
        (_, _, Status.NotMet) => (Lacking is null ? _words.Say("尚未达到", "not reached") : _words.Say("还差", "short")) + Claim,
        _ => _words.Say("无法比较", "cannot be compared"),
    };

    /// <summary>How much is lacking, in <see cref="Unit"/>; null where nothing is, or it is not known.</summary>
    public decimal? Lacking => Now == Status.NotMet && Verdict.Margin is < 0 and { } margin ? -margin : null;

    /// <summary>The yearly change that is still needed, in <see cref="Unit"/>; null where none is, or it is not known.</summary>
    public decimal? YearlyChange => Now == Status.NotMet ? Verdict.YearlyChange : null;

    /// <summary>The unit of what is lacking: 个百分点 for percentages.</summary>
    public string Unit => ReportedClause.DifferenceUnit(Verdict.Indicator.MeasuredIn ?? Verdict.Indicator.Unit, _words);

    /// <summary>The reasons, or the remaining requirements, one sentence each.</summary>
    public ImmutableArray<string> Reasons => [.. Verdict.Reasons(_language).Select(r => PaperText.Of(r, _language))];

    /// <summary>The status of the figures now, also of a target that is not due.</summary>
    internal Status Now => Verdict.Verdict.StatusUnder(Verdict.Evidence);

    private string Claim => Verdict.Verdict.BasisUnder(Verdict.Evidence) == Basis.Declared ? _words.Say("（自报）", " (declared)") : "";
}
