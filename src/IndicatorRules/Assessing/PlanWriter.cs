using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Assessing;

/// <summary>What the course of a plan asks of a year → words in one language.</summary>
internal sealed class PlanWriter(Wording words)
{
    internal string Requirement(OnTrackReason f)
    {
        var end = Figure(f.To, f);
        if (f.IsUpperLimit is not { } isUpper || f.Required is not { } required)
        {
            var target = Say(
                $"跟上 {f.TargetYear} 年进度（{f.By} 年目标 {end}）",
                $"on the way of {f.TargetYear} (to {end} by {f.By})");
            return target + Obstacle(f);
        }

        var sign = isUpper ? "≤" : "≥";
        return f.TargetYear >= f.By
            ? Say($"{sign}{end}（{f.By} 年目标）", $"{sign}{end} (the target of {f.By})")
            : sign + Wording.WithUnit(Wording.Number(required, f.Reading?.Low ?? f.Reading?.High).Replace('-', '−'), f.Unit) + Way(f);
    }

    // Between which two years the way runs.
    private string Way(OnTrackReason f)
    {
        var next = f.Path.Steps.First(s => s.Year >= f.TargetYear);
        var (year, value) = f.Path.Steps.LastOrDefault(s => s.Year < f.TargetYear) is { Year: > 0 } step
            ? (step.Year, Figure(step.Value, f))
            : (f.ReferenceYear, words.Value(f.Reference, f));
        return next.Year == f.TargetYear
            ? Say($"（{next.Year} 年分年目标）", $" (the plan's step of {next.Year})")
            : Say(
                $"（{f.TargetYear} 年进度，{year} 年 {value}，{next.Year} 年 {Figure(next.Value, f)}）",
                $" (on the way from {value} in {year} to {Figure(next.Value, f)} in {next.Year})");
    }

    private string Obstacle(OnTrackReason f) => f switch
    {
        { ReferenceYear: null } => Say("，体系没有规定基年", ", but the scheme names no base year"),
        { ReferenceYear: { } start } when f.TargetYear <= start =>
            Say($"，{start} 年是起点，到 {f.TargetYear} 年还谈不上进度", $", but the way begins in {start}"),
        { Reference: null, ReferenceYear: var start } => Say($"，没有 {start} 年的数", $", but there is no figure of {start}"),
        { Reference.IsNumeric: false, Reference.Done: null, ReferenceYear: var start } => Say(
            $"，{start} 年填的是{words.Quoted(f.Reference!, f.Figure)}，不是能比较的数值",
            $", but {words.Quoted(f.Reference!, f.Figure)} is reported for {start}"),
        _ => Say("，看不出目标是升是降", ", but it is not clear whether it is to rise or to fall"),
    };

    private static string Figure(decimal value, OnTrackReason f) => Wording.WithUnit(Wording.Stated(value), f.Unit);

    private string Say(string zh, string en) => words.Say(zh, en);
}
