using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    /// <summary>保持稳定或持续改善: no worse than before, in the figure's own direction.</summary>
    /// <param name="tolerance">How much worse still counts as stable, in the figure's unit; 0 by default.</param>
    /// <param name="since">The year compared with; the previous year by default.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict StableOrImproving(decimal tolerance = 0, Since since = default, [CallerLineNumber] int line = 0) =>
        Judge(Course.StableOrImproving, nameof(StableOrImproving), tolerance, since, line);

    /// <summary>持续改善, 持续提升: strictly better than before, in the figure's own direction.</summary>
    /// <param name="since">The year compared with; the previous year by default.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Improving(Since since = default, [CallerLineNumber] int line = 0) =>
        Judge(Course.Improving, nameof(Improving), 0, since, line);

    /// <summary>不减少, 不降低: no smaller than before, whatever the figure's direction.</summary>
    /// <inheritdoc cref="StableOrImproving"/>
    public Verdict NotReduced(decimal tolerance = 0, Since since = default, [CallerLineNumber] int line = 0) =>
        Judge(Course.NotReduced, nameof(NotReduced), tolerance, since, line);

    /// <summary>Has changed by at least so much: <c>ChangeAtLeast(-1)</c> allows a fall of 1.</summary>
    /// <param name="change">Signed, in the figure's unit.</param>
    /// <param name="since">The year compared with; the previous year by default.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict ChangeAtLeast(decimal change, Since since = default, [CallerLineNumber] int line = 0) =>
        Judge(Course.ChangeAtLeast, nameof(ChangeAtLeast), change, since, line);

    /// <summary>Has changed by at most so much.</summary>
    /// <inheritdoc cref="ChangeAtLeast"/>
    public Verdict ChangeAtMost(decimal change, Since since = default, [CallerLineNumber] int line = 0) =>
        Judge(Course.ChangeAtMost, nameof(ChangeAtMost), change, since, line);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Verdict Judge(Course course, string word, decimal amount, Since since, int line)
    {
        var bound = Bound;
        if ((Fault ?? WrongYears(since) ?? WrongTolerance(course, word, amount)) is { } fault)
        {
            return Failed(fault, line);
        }

        if (bound.Absence is not Status.Undetermined && bound.State is null)
        {
            return MissingCourse(course, amount, line);
        }

        var before = Before(since);
        if (before is null && bound.Fact.Change is null)
        {
            return UnknownCourse(course, amount, since, line);
        }

        try
        {
            return Judge(course, amount, since, before, line);
        }
        catch (OverflowException)
        {
            return Failed(ScriptFault.Overflow, line);
        }
    }

    private static string? WrongYears(Since since) =>
        since.Wrong is { } years ? ScriptFault.Years(nameof(RuleContext.YearsBack), years) : null;

    private static string? WrongTolerance(Course course, string word, decimal amount) =>
        amount < 0 && (course is Course.StableOrImproving or Course.NotReduced) ? ScriptFault.Negative(word, "tolerance", amount) : null;

    // The scheme decides by the figure's absence: no year is compared with.
    private Verdict MissingCourse(Course course, decimal amount, int line)
    {
        var verdict = Missing;
        return !Owner.WithReasons ? verdict
            : verdict.Proven == Status.NotApplicable ? Absent(verdict, line)
            : new CourseReason(course, verdict, line, Info, Fact.Value, ReadingYear, amount).Verdict;
    }

    private Verdict UnknownCourse(Course course, decimal amount, Since since, int line)
    {
        var verdict = new Verdict(Status.Undetermined, ClaimedCourse(course));
        if (!Owner.WithReasons)
        {
            return verdict;
        }

        var from = since.From(Bound.Year, Owner.BaseYear);
        return new CourseReason(course, verdict, line, Info, Fact.Value, ReadingYear, amount, referenceYear: from).Verdict;
    }

    private Verdict Judge(Course course, decimal amount, Since since, Fact? before, int line)
    {
        var from = since.From(Bound.Year, Owner.BaseYear);
        var change = before is null ? default : Change(course, Fact, before);
        var isPrinted = change.IsEmpty && PrintedChange(course, amount, from, out change);
        var proven = CourseChange.Judge(course, amount, change);
        var verdict = new Verdict(proven, change.IsEmpty ? ClaimedCourse(course) : proven);
        if (!Owner.WithReasons)
        {
            return verdict;
        }

        var printed = isPrinted ? Fact.Change : null;
        var reason = new CourseReason(course, verdict, line, Info, Fact.Value, ReadingYear, amount, before?.Value, from, printed);
        // A margin that a decimal cannot hold fails here, not in a report.
        _ = reason.Margin;
        return reason.Verdict;
    }

    private Fact? Before(Since since) =>
        since.IsPreviousYear ? Previous
        // A year compared with itself shows no course.
        : since.From(Bound.Year, Owner.BaseYear) is { } year && year < Bound.Year && !Owner.Outlook ? In(year)
        : null;

    private Interval Change(Course course, Fact now, Fact before) => CourseChange.Of(course, Info, Comparable(now), Comparable(before));

    private Interval Comparable(Fact fact) => fact.IsNumber ? Interval.Point(fact.Number) : CourseChange.NumbersOf(Info, fact.Value);

    private bool PrintedChange(Course course, decimal amount, int? from, out Interval change)
    {
        var isPrinted = !Owner.Outlook && Fact.Change is { } printed && printed.Since == from && amount == 0
            && course is Course.StableOrImproving or Course.Improving or Course.NotReduced
            && CourseChange.Sign(course, Info) != 0;
        change = isPrinted ? Interval.Point(CourseChange.Sign(course, Info) > 0 ? Fact.Change!.Percent : -Fact.Change!.Percent) : default;
        return isPrinted;
    }

    private Status ClaimedCourse(Course course) => Owner.Outlook ? Status.Undetermined
        : course is Course.ChangeAtLeast or Course.ChangeAtMost ? Bound.Reported
        : Bound.Trend switch
        {
            Trend.Improving => Status.Met,
            Trend.Stable => course == Course.Improving ? Status.NotMet : Status.Met,
            Trend.Worsening => Status.NotMet,
            _ => Bound.Reported,
        };
}
