using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    /// <summary>每年都: each of so many years must hold, the figure's own included; a year that does not apply does not count.</summary>
    /// <param name="years">1 to 50.</param>
    /// <param name="rule">Judges one year: <c>y => y.AtLeast(1000)</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <remarks>A year without a figure leaves it Undetermined, unless another year does not hold.</remarks>
    public Verdict EachYear(int years, Func<Figure, Verdict> rule, [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if ((Fault ?? ScriptFault.Years(nameof(EachYear), years)) is { } fault)
        {
            return Failed(fault, line);
        }

        if (Bound.Absence is not Status.Undetermined && Bound.State is null)
        {
            return OfAbsence(line);
        }

        var (first, last) = (Bound.Year - years + 1, Bound.Year);
        var all = Owner.Asked(rule, new YearFigure(this, last), line);
        // Against a target of a later year: that year for all that are to come, and those that are known.
        for (var year = Math.Min(last - 1, LastYear); year >= first; year--)
        {
            all = Owner.Asked(rule, new YearFigure(this, year), line) & all;
        }

        return all;
    }

    /// <summary>多年最低: the lowest of so many years, the figure's own included.</summary>
    /// <param name="years">1 to 50.</param>
    /// <remarks>Where a year has no figure, it is at most the lowest that is known.</remarks>
    public Figure Lowest(int years) => Derived(
        ScriptFault.Years(nameof(Lowest), years), nameof(Lowest), $"lowest{years}", Info.Unit,
        new($"{years} 年最低值", $"lowest of {years} years"),
        year => Interval.Lowest(NumbersOf(year - years + 1, year)),
        () => IsAbsenceDecided ? default : Interval.Lowest(NumbersOf(LastYear - years + 1, LastYear)),
        () => MissingYears(LastYear - years + 1));

    /// <summary>多年最高: the highest of so many years, the figure's own included.</summary>
    /// <param name="years">1 to 50.</param>
    /// <remarks>Where a year has no figure, it is at least the highest that is known.</remarks>
    public Figure Highest(int years) => Derived(
        ScriptFault.Years(nameof(Highest), years), nameof(Highest), $"highest{years}", Info.Unit,
        new($"{years} 年最高值", $"highest of {years} years"),
        year => Interval.Highest(NumbersOf(year - years + 1, year)),
        () => IsAbsenceDecided ? default : Interval.Highest(NumbersOf(LastYear - years + 1, LastYear)),
        () => MissingYears(LastYear - years + 1));

    /// <summary>
    /// 持续改善, where the source does not say over how many years: Undetermined unless it is improving against the year before, against
    /// the base year and in each year since the base year alike, or in none of these ways.
    /// </summary>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict ContinuouslyImproving([CallerLineNumber] int line = 0) =>
        Continuously(Course.Improving, nameof(ContinuouslyImproving), line);

    /// <summary>
    /// 持续保持稳定或改善, where the source does not say over how many years: Undetermined unless all readings of it agree, as for
    /// <see cref="ContinuouslyImproving"/>.
    /// </summary>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict ContinuouslyStableOrImproving([CallerLineNumber] int line = 0) =>
        Continuously(Course.StableOrImproving, nameof(ContinuouslyStableOrImproving), line);

    private bool IsAbsenceDecided => Bound.Absence is not Status.Undetermined;

    private Verdict Continuously(Course course, string word, int line)
    {
        if (Fault is { } fault)
        {
            return Failed(fault, line);
        }

        if (IsAbsenceDecided && Bound.State is null)
        {
            return OfAbsence(line);
        }

        var lastYear = Judge(course, word, 0, Since.PreviousYear, line);
        var baseYear = Judge(course, word, 0, Since.BaseYear, line);
        // Without a base year before this one there is no course since it.
        var eachYear = Bound.Year - Owner.BaseYear is > 0 and var years ? EachYear(course, word, years, line) : baseYear;
        var verdict = new Verdict(
            Agreed(lastYear.Proven, baseYear.Proven, eachYear.Proven), Agreed(lastYear.Claimed, baseYear.Claimed, eachYear.Claimed));
        return Owner.WithReasons
            ? ReadingsReason.Of(course, verdict, line, lastYear.Reason!, baseYear.Reason!, eachYear.Reason!).Verdict : verdict;
    }

    private static Status Agreed(Status one, Status two, Status three) => one == two && two == three ? one : Status.Undetermined;

    private Verdict OfAbsence(int line)
    {
        var verdict = Missing;
        return Owner.WithReasons ? Absent(verdict, line) : verdict;
    }

    private Interval[] NumbersOf(int first, int last)
    {
        var all = new Interval[last - first + 1];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = NumbersOf(first + i);
        }

        return all;
    }

    /// <summary>What is known of the figure in a year, an absence included.</summary>
    internal virtual Fact FactOf(int year) => year == ReadingYear ? Fact : Bound.FactOf(year);
}
