using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Findings;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    /// <summary>保持稳定或持续改善: no worse than before, in the figure's own direction.</summary>
    /// <param name="tolerance">How much worse still counts as stable, in the figure's unit; 0 by default.</param>
    /// <param name="since">The year compared with; the previous year by default.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict StableOrImproving(decimal tolerance = 0, Since since = default, [CallerLineNumber] int line = 0) =>
        Course(Clause.StableOrImproving, tolerance, since, line);

    /// <summary>持续改善, 持续提升: strictly better than before, in the figure's own direction.</summary>
    /// <param name="since">The year compared with; the previous year by default.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Improving(Since since = default, [CallerLineNumber] int line = 0) =>
        Course(Clause.Improving, 0, since, line);

    /// <summary>不减少, 不降低: no smaller than before, whatever the figure's direction.</summary>
    /// <inheritdoc cref="StableOrImproving"/>
    public Verdict NotReduced(decimal tolerance = 0, Since since = default, [CallerLineNumber] int line = 0) =>
        Course(Clause.NotReduced, tolerance, since, line);

    /// <summary>Has changed by at least so much: <c>ChangeAtLeast(-1)</c> allows a fall of 1.</summary>
    /// <param name="change">Signed, in the figure's unit.</param>
    /// <param name="since">The year compared with; the previous year by default.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict ChangeAtLeast(decimal change, Since since = default, [CallerLineNumber] int line = 0) =>
        Course(Clause.ChangeAtLeast, change, since, line);

    /// <summary>Has changed by at most so much.</summary>
    /// <inheritdoc cref="ChangeAtLeast"/>
    public Verdict ChangeAtMost(decimal change, Since since = default, [CallerLineNumber] int line = 0) =>
        Course(Clause.ChangeAtMost, change, since, line);

    private Verdict Course(Clause clause, decimal amount, Since since, int line)
    {
        if (Absence() is not Status.Undetermined && Info.StateOf(Fact.Value.Text) is null)
        {
            return Missing(clause, line, amount);
        }

        var year = Fact.OfYear ?? Owner.Year;
        var from = since.From(year, Owner.BaseYear);
        // A year compared with itself shows no course.
        var before = Owner.Outlook || from is null || from >= year ? null : FactFrom(from.Value);
        var (least, most) = Steps(clause, before);
        decimal? printed = null;
        if (least is null && most is null && !Owner.Outlook && PrintedChange(clause, amount, from) is { } change)
        {
            printed = Fact.Change!.Percent;
            least = most = change;
        }

        var proven = Judge(clause, amount, least, most);
        var claimed = proven == Status.Undetermined && (least is null && most is null) ? ClaimedCourse(clause) : proven;
        if (!Owner.WithReasons)
        {
            return new Verdict(proven, claimed);
        }

        return Explained(Step(clause, proven, claimed, line) with
        {
            Threshold = amount,
            Year = Owner.Outlook ? Owner.FactsYear : year,
            Reference = before?.Value,
            ReferenceYear = from,
            PrintedChange = printed,
            Margin = printed is null && proven != Status.Undetermined ? CourseMargin(clause, amount, least, most) : null,
        });
    }

    private Fact? FactFrom(int year)
    {
        var fact = Owner.FactsOf(year) is { } facts ? FactIn(facts) : null;
        // A figure that is of another year than its column is not that column's figure.
        return fact is { Value.IsAbsent: false } && (fact.OfYear ?? year) == year ? fact : null;
    }

    // The least and the most by which the figure has improved (or risen, for words without direction).
    private (decimal? Least, decimal? Most) Steps(Clause clause, Fact? before)
    {
        if (before is null)
        {
            return (null, null);
        }

        var now = AsNumber(Fact.Value);
        var then = AsNumber(before.Value);
        if (now is null || then is null)
        {
            return (null, null);
        }

        var (least, most) = (Interval.LeastRise(now, then), Interval.MostRise(now, then));
        return Sign(clause) switch
        {
            > 0 => (least, most),
            < 0 => (-most, -least),
            _ => (null, null),
        };
    }

    // States count by their rank, so that a trend of states reads like one of figures.
    private Reading? AsNumber(Reading value) =>
        Numeric(value) ?? (Info.StateOf(value.Text) is { } state ? Reading.Number(state.Rank) : null);

    private int Sign(Clause clause) => clause is Clause.StableOrImproving or Clause.Improving
        ? Info.Direction switch
        {
            Direction.Higher => 1,
            Direction.Lower => -1,
            _ => Info.States.IsEmpty ? 0 : 1,
        }
        : 1;

    private decimal? PrintedChange(Clause clause, decimal amount, int? from) =>
        Fact.Change is { } change && change.Since == from && amount == 0
            && clause is Clause.StableOrImproving or Clause.Improving or Clause.NotReduced
            && Sign(clause) is var sign and not 0
            ? sign * change.Percent
            : null;

    private static Status Judge(Clause clause, decimal amount, decimal? least, decimal? most) => clause switch
    {
        Clause.Improving => least > 0 ? Status.Met : most <= 0 ? Status.NotMet : Status.Undetermined,
        Clause.ChangeAtLeast => least >= amount ? Status.Met : most < amount ? Status.NotMet : Status.Undetermined,
        Clause.ChangeAtMost => most <= amount ? Status.Met : least > amount ? Status.NotMet : Status.Undetermined,
        _ => least >= -amount ? Status.Met : most < -amount ? Status.NotMet : Status.Undetermined,
    };

    private static decimal? CourseMargin(Clause clause, decimal amount, decimal? least, decimal? most) => clause switch
    {
        Clause.Improving => least,
        Clause.ChangeAtLeast => least - amount,
        Clause.ChangeAtMost => amount - most,
        _ => least + amount,
    };

    private Status ClaimedCourse(Clause clause) => Owner.Outlook ? Status.Undetermined
        : clause is Clause.ChangeAtLeast or Clause.ChangeAtMost ? Reported()
        : (Fact.ClaimedTrend ?? Owner.Fact.ClaimedTrend) switch
        {
            Trend.Improving => Status.Met,
            Trend.Stable => clause == Clause.Improving ? Status.NotMet : Status.Met,
            Trend.Worsening => Status.NotMet,
            _ => Reported(),
        };
}
