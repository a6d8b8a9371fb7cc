using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Findings;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    /// <summary>The most years that one word may look back.</summary>
    private const int MostYears = 50;

    /// <summary>逐年改善: strictly better than the year before, in each of so many years.</summary>
    /// <param name="years">How many years, the one judged included; 1 to 50.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict ImprovingEachYear(int years, [CallerLineNumber] int line = 0) => EachYear(Clause.Improving, years, line);

    /// <summary>逐年保持稳定或改善: no worse than the year before, in each of so many years.</summary>
    /// <inheritdoc cref="ImprovingEachYear"/>
    public Verdict StableOrImprovingEachYear(int years, [CallerLineNumber] int line = 0) => EachYear(Clause.StableOrImproving, years, line);

    /// <summary>多年平均: the average of so many years, the one judged included. A year without a figure leaves it unknown.</summary>
    /// <param name="years">1 to 50.</param>
    public Figure AverageOver(int years)
    {
        var sum = Sum(Years(years), out var missing);
        var average = Interval.FromEnds(sum.Least / years, sum.Most / years);
        return Derived(average, $"average{years}", new($"{years} 年平均", $"average of {years} years"), missing);
    }

    /// <summary>多年合计: the sum of so many years, the one judged included. A year without a figure leaves it unknown.</summary>
    /// <inheritdoc cref="AverageOver"/>
    public Figure SumOver(int years) =>
        Derived(Sum(Years(years), out var missing), $"sum{years}", new($"{years} 年合计", $"sum of {years} years"), missing);

    /// <summary>累计: the sum of every year after the one named, through the one judged: <c>SumAfter(SinceBaseYear)</c>.</summary>
    /// <param name="since">The year that itself does not count.</param>
    public Figure SumAfter(Since since)
    {
        var from = since.From(Owner.Year, Owner.BaseYear);
        var years = Owner.Year - from;
        var missing = "";
        var sum = years is > 0 and <= MostYears ? Sum(years.Value, out missing) : default;
        return Derived(sum, "sum-after", new($"{from} 年以后累计", $"sum after {from}"), missing);
    }

    /// <summary>变化率: by how many percent it has changed; the change that the source prints counts where it is since the same year.</summary>
    /// <param name="since">The year compared with; the previous year by default.</param>
    public Figure ChangePercent(Since since = default)
    {
        var from = since.From(Owner.Year, Owner.BaseYear);
        var before = Owner.Outlook || from is null || from >= Owner.Year || Bound.In(from.Value) is not { } fact ? default : Numbers(fact.Value);
        var change = Percent(Numbers(Fact.Value).Above(before), before);
        if (change.IsEmpty && Fact.Change is { } printed && printed.Since == from && !Owner.Outlook)
        {
            change = Interval.Point(printed.Percent);
        }

        return DerivedFigure.Of(
            this, change.ToReading(), "change", "%", new($"比 {from} 年的变化率", $"change since {from} in percent"));
    }

    /// <summary>占比: what percentage this is of another figure.</summary>
    /// <param name="whole">In the same unit; a whole that is missing, 0 or less leaves it unknown.</param>
    public Figure PercentOf(Figure whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        SameUnit(whole);
        return DerivedFigure.Of(
            this, Percent(Numbers(Fact.Value), whole.Numbers(whole.Fact.Value)).ToReading(), "percent", "%",
            new($"占{whole.Info.Name.Zh}的比例", $"share of {whole.Info.Name.En}"));
    }

    private static int Years(int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(years, MostYears);
        return years;
    }

    private DerivedFigure Derived(in Interval value, string kind, LocalizedText name, string missing)
    {
        var lacks = missing.Length == 0 ? name : new LocalizedText($"{name.Zh}（缺 {missing} 年）", $"{name.En} (no {missing} figure)");
        return DerivedFigure.Of(this, value.ToReading(), kind, Info.Unit, lacks);
    }

    private Verdict EachYear(Clause clause, int years, int line)
    {
        if (Bound.Absence is not Status.Undetermined && Bound.State is null)
        {
            return Missing(clause, line);
        }

        var all = new Verdict(Status.NotApplicable);
        for (var back = 0; back < Years(years); back++)
        {
            var year = Owner.Year - back;
            var verdict = FromYearBefore(clause, year, line);
            all = back == 0 ? verdict : all & verdict;
        }

        return all;
    }

    private Verdict FromYearBefore(Clause clause, int year, int line)
    {
        var (now, before) = Owner.Outlook ? (null, null) : (OfYear(year), OfYear(year - 1));
        var change = now is null || before is null ? default : Change(clause, now, before);
        var proven = Judge(clause, 0, change);
        var verdict = new Verdict(proven, change.IsEmpty ? ClaimedCourse(clause) : proven);
        if (!Owner.WithReasons)
        {
            return verdict;
        }

        var margin = proven != Status.Undetermined ? CourseMargin(clause, 0, change) : null;
        var shown = Owner.Outlook ? Owner.FactsYear : year;
        return new KnownCourseFinding(
            clause, verdict, line, Info, now?.Value, shown, amount: 0, margin, before?.Value, year - 1, printed: null).Verdict;
    }

    // The figure judged, or an earlier year's own.
    private Fact? OfYear(int year) => year != Owner.Year ? Bound.In(year)
        : !Fact.IsAbsent && (Fact.OfYear ?? year) == year ? Fact : null;

    private Interval Sum(int years, out string missing)
    {
        missing = "";
        var sum = Interval.Point(0);
        for (var year = Owner.Year - years + 1; year <= Owner.Year; year++)
        {
            var number = Owner.Outlook || OfYear(year) is not { } fact ? default : Numbers(fact.Value);
            if (number.IsEmpty)
            {
                missing = Reading.Plain(year);
                return default;
            }

            sum = sum.Plus(number);
        }

        return sum;
    }

    // Only a whole that is certainly positive can be divided by.
    private static Interval Percent(in Interval part, in Interval whole) => part.IsEmpty || !whole.HasLow || !whole.HasHigh || whole.Low <= 0
        ? default
        : Interval.FromEnds(
            part.Least * 100 / (part.Low < 0 ? whole.Low : whole.High),
            part.Most * 100 / (part.High < 0 ? whole.High : whole.Low));
}
