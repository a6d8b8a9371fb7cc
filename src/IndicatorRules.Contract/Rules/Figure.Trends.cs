using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    /// <summary>保持稳定或持续改善: no worse than before, in the figure's own direction.</summary>
    /// <param name="tolerance">How much worse still counts as stable, in the figure's unit; 0 by default.</param>
    /// <param name="since">The year compared with; the previous year by default.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict StableOrImproving(decimal tolerance = 0, Since since = default, [CallerLineNumber] int line = 0) =>
        Course(Clause.StableOrImproving, nameof(StableOrImproving), tolerance, since, line);

    /// <summary>持续改善, 持续提升: strictly better than before, in the figure's own direction.</summary>
    /// <param name="since">The year compared with; the previous year by default.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Improving(Since since = default, [CallerLineNumber] int line = 0) =>
        Course(Clause.Improving, nameof(Improving), 0, since, line);

    /// <summary>不减少, 不降低: no smaller than before, whatever the figure's direction.</summary>
    /// <inheritdoc cref="StableOrImproving"/>
    public Verdict NotReduced(decimal tolerance = 0, Since since = default, [CallerLineNumber] int line = 0) =>
        Course(Clause.NotReduced, nameof(NotReduced), tolerance, since, line);

    /// <summary>Has changed by at least so much: <c>ChangeAtLeast(-1)</c> allows a fall of 1.</summary>
    /// <param name="change">Signed, in the figure's unit.</param>
    /// <param name="since">The year compared with; the previous year by default.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict ChangeAtLeast(decimal change, Since since = default, [CallerLineNumber] int line = 0) =>
        Course(Clause.ChangeAtLeast, nameof(ChangeAtLeast), change, since, line);

    /// <summary>Has changed by at most so much.</summary>
    /// <inheritdoc cref="ChangeAtLeast"/>
    public Verdict ChangeAtMost(decimal change, Since since = default, [CallerLineNumber] int line = 0) =>
        Course(Clause.ChangeAtMost, nameof(ChangeAtMost), change, since, line);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Verdict Course(Clause clause, string word, decimal amount, Since since, int line)
    {
        var bound = Bound;
        if ((Fault ?? WrongYears(since) ?? WrongTolerance(clause, word, amount)) is { } fault)
        {
            return Failed(fault, line);
        }

        if (bound.Absence is not Status.Undetermined && bound.State is null)
        {
            return Missing(clause, line, amount);
        }

        var before = Before(since);
        if (before is null && bound.Fact.Change is null)
        {
            return UnknownCourse(clause, amount, since, line);
        }

        try
        {
            return Course(clause, amount, since, before, line);
        }
        catch (OverflowException)
        {
            return Failed(ScriptFault.Overflow, line);
        }
    }

    private static string? WrongYears(Since since) =>
        since.Wrong is { } years ? ScriptFault.Years(nameof(RuleContext.YearsBack), years) : null;

    private static string? WrongTolerance(Clause clause, string word, decimal amount) =>
        amount < 0 && (clause is Clause.StableOrImproving or Clause.NotReduced) ? ScriptFault.Negative(word, "tolerance", amount) : null;

    private Verdict UnknownCourse(Clause clause, decimal amount, Since since, int line)
    {
        var verdict = new Verdict(Status.Undetermined, ClaimedCourse(clause));
        return Owner.WithReasons
            ? new CourseReason(clause, verdict, line, Info, Fact.Value, CourseYear, amount, since.From(Bound.Year, Owner.BaseYear)).Verdict
            : verdict;
    }

    private Verdict Course(Clause clause, decimal amount, Since since, Fact? before, int line)
    {
        var from = since.From(Bound.Year, Owner.BaseYear);
        var change = before is null ? default : Change(clause, before);
        var isPrinted = change.IsEmpty && PrintedChange(clause, amount, from, out change);
        var proven = Judge(clause, amount, change);
        var verdict = new Verdict(proven, change.IsEmpty ? ClaimedCourse(clause) : proven);
        if (!Owner.WithReasons)
        {
            return verdict;
        }

        var margin = !isPrinted && proven != Status.Undetermined ? CourseMargin(clause, amount, change) : null;
        return new KnownCourseReason(
            clause, verdict, line, Info, Fact.Value, CourseYear, amount, margin, before?.Value, from, isPrinted ? Fact.Change : null).Verdict;
    }

    private int CourseYear => ReadingYear;

    private Fact? Before(Since since) =>
        since.IsPreviousYear ? Previous
        // A year compared with itself shows no course.
        : since.From(Bound.Year, Owner.BaseYear) is { } year && year < Bound.Year && !Owner.Outlook ? In(year)
        : null;

    // By how much the figure has improved (or risen, for words without direction); empty where nothing is known of it.
    private Interval Change(Clause clause, Fact before) => Change(clause, Fact, before);

    private Interval Change(Clause clause, Fact of, Fact before)
    {
        var now = Comparable(of);
        var then = Comparable(before);
        return Sign(clause) switch
        {
            > 0 => now.Above(then),
            < 0 => then.Above(now),
            _ => default,
        };
    }

    // States count by their rank, so that a trend of states reads like one of figures.
    private Interval Comparable(Fact fact)
    {
        if (fact.IsNumber)
        {
            return Interval.Point(fact.Number);
        }

        var value = fact.Value;
        var numbers = Numbers(value);
        return numbers.IsEmpty && !Info.States.IsEmpty && Info.StateOf(value.Text) is { } state ? Interval.Point(state.Rank) : numbers;
    }

    private int Sign(Clause clause) => clause is Clause.StableOrImproving or Clause.Improving
        ? Info.Direction switch
        {
            Direction.Higher => 1,
            Direction.Lower => -1,
            _ => Info.States.IsEmpty ? 0 : 1,
        }
        : 1;

    private bool PrintedChange(Clause clause, decimal amount, int? from, out Interval change)
    {
        var isPrinted = !Owner.Outlook && Fact.Change is { } printed && printed.Since == from && amount == 0
            && clause is Clause.StableOrImproving or Clause.Improving or Clause.NotReduced
            && Sign(clause) != 0;
        change = isPrinted ? Interval.Point(Sign(clause) > 0 ? Fact.Change!.Percent : -Fact.Change!.Percent) : default;
        return isPrinted;
    }

    private static Status Judge(Clause clause, decimal amount, in Interval change) => clause switch
    {
        Clause.Improving => change.MoreThan(0),
        Clause.ChangeAtLeast => change.AtLeast(amount),
        Clause.ChangeAtMost => change.AtMost(amount),
        _ => change.AtLeast(-amount),
    };

    private static decimal? CourseMargin(Clause clause, decimal amount, in Interval change) => clause switch
    {
        Clause.Improving => change.Least,
        Clause.ChangeAtLeast => change.Least - amount,
        Clause.ChangeAtMost => amount - change.Most,
        _ => change.Least + amount,
    };

    private Status ClaimedCourse(Clause clause) => Owner.Outlook ? Status.Undetermined
        : clause is Clause.ChangeAtLeast or Clause.ChangeAtMost ? Bound.Reported
        : Bound.Trend switch
        {
            Trend.Improving => Status.Met,
            Trend.Stable => clause == Clause.Improving ? Status.NotMet : Status.Met,
            Trend.Worsening => Status.NotMet,
            _ => Bound.Reported,
        };
}
