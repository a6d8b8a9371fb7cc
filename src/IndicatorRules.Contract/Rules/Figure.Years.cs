using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    // An average of changes of an average, and no more: each level looks at as many years as a word may.
    private const int MostDepth = 3;

    /// <summary>逐年改善: strictly better than the year before, in each of so many years.</summary>
    /// <param name="years">How many years, the one judged included; 1 to 50.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict ImprovingEachYear(int years, [CallerLineNumber] int line = 0) =>
        EachYear(Course.Improving, nameof(ImprovingEachYear), years, line);

    /// <summary>逐年保持稳定或改善: no worse than the year before, in each of so many years.</summary>
    /// <inheritdoc cref="ImprovingEachYear"/>
    public Verdict StableOrImprovingEachYear(int years, [CallerLineNumber] int line = 0) =>
        EachYear(Course.StableOrImproving, nameof(StableOrImprovingEachYear), years, line);

    /// <summary>多年平均: the average of so many years, the figure's own included. A year without a figure leaves it unknown.</summary>
    /// <param name="years">1 to 50.</param>
    public Figure AverageOver(int years) => Derived(
        ScriptFault.Years(nameof(AverageOver), years), nameof(AverageOver), $"average{years}", Info.Unit,
        new($"{years} 年平均", $"average of {years} years"),
        year => Sum(year - years + 1, year).Over(years),
        () => Sum(LastYear - years + 1, LastYear).Over(years),
        () => MissingYears(LastYear - years + 1));

    /// <summary>多年合计: the sum of so many years, the figure's own included. A year without a figure leaves it unknown.</summary>
    /// <inheritdoc cref="AverageOver"/>
    public Figure SumOver(int years) => Derived(
        ScriptFault.Years(nameof(SumOver), years), nameof(SumOver), $"sum{years}", Info.Unit,
        new($"{years} 年合计", $"sum of {years} years"),
        year => Sum(year - years + 1, year), () => Sum(Bound.Year - years + 1, LastYear), () => MissingYears(Bound.Year - years + 1));

    /// <summary>累计: the sum of every year after the one named, through the figure's own: <c>SumAfter(SinceBaseYear)</c>.</summary>
    /// <param name="since">The year that itself does not count.</param>
    public Figure SumAfter(Since since)
    {
        var from = since.From(Bound.Year, Owner.BaseYear);
        return Derived(
            WrongYears(since), nameof(SumAfter), "sum-after", Info.Unit,
            from is null ? NoBaseYear("基年以后累计", "sum after the base year") : new($"{from} 年以后累计", $"sum after {from}"),
            // Of no year after itself, so that a sum begins at 0.
            year => since.From(year, Owner.BaseYear) is not { } then ? default
                : year == then ? Interval.Point(0)
                : IsInReach(year - then) ? Sum(then + 1, year) : default,
            () => from is { } then && IsInReach(Bound.Year - then) ? Sum(then + 1, LastYear) : default,
            () => from is { } then && IsInReach(Bound.Year - then) ? MissingYears(then + 1) : []);
    }

    /// <summary>
    /// 变化率: by how many percent it has changed; the change that the source prints counts where it is since the same year.
    /// </summary>
    /// <param name="since">The year compared with; the previous year by default.</param>
    public Figure ChangePercent(Since since = default)
    {
        var from = since.From(Bound.Year, Owner.BaseYear);
        return Derived(
            WrongYears(since), nameof(ChangePercent), "change", "%",
            from is null ? NoBaseYear("比基年的变化率", "change since the base year in percent")
                : new($"比 {from} 年的变化率", $"change since {from} in percent"),
            year => Change(year, since.From(year, Owner.BaseYear)),
            () => from < LastYear ? Change(LastYear, from) : default,
            () => from is { } then && then < LastYear ? MissingYears(then, then) : []);
    }

    /// <summary>占比: what percentage this is of another figure of the same year.</summary>
    /// <param name="whole">In the same unit; a whole that is missing, 0 or less leaves it unknown.</param>
    public Figure PercentOf(Figure whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        return Derived(
            whole.Fault ?? OtherUnit(whole), nameof(PercentOf), "percent", "%",
            new($"占{whole.Info.Name.Zh}的比例", $"share of {whole.Info.Name.En}"),
            year => NumbersOf(year).PercentOf(whole.NumbersOf(year)),
            () => NumbersOf(ReadingYear).PercentOf(whole.NumbersOf(ReadingYear)),
            () => whole.MissingYears(ReadingYear, ReadingYear), Math.Max(Depth, whole.Depth));
    }

    /// <summary>How often a figure is worked out from one that is itself worked out; 0 for one that the facts give.</summary>
    internal virtual int Depth => 0;

    /// <param name="fault">What makes it fail; null where nothing does.</param>
    /// <param name="word">The word that asks for it.</param>
    /// <param name="kind">Distinguishes it from others computed from the same figure.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="name">What it is called in reasons.</param>
    /// <param name="of">What it is in a year.</param>
    /// <param name="now">What it is by the figures that are judged; for an outlook, so far.</param>
    /// <param name="missing">The years whose figures it lacks.</param>
    /// <param name="depth">The depth of what it is worked out from, where that is more than this figure.</param>
    /// <param name="growth">How an average growth came about.</param>
    private DerivedFigure Derived(
        string? fault, string word, string kind, string unit, LocalizedText name, Func<int, Interval> of, Func<Interval> now,
        Func<IReadOnlyCollection<int>> missing, int? depth = null, GrowthSoFar? growth = null)
    {
        var deep = depth ?? Depth;
        if ((Fault ?? fault ?? (deep < MostDepth ? null : ScriptFault.TooDeep(word))) is { } wrong)
        {
            return DerivedFigure.Failed(this, wrong);
        }

        try
        {
            var value = now();
            var named = Named(name);
            return DerivedFigure.Of(
                this, value.ToReading(), kind, unit,
                value is { HasLow: true, HasHigh: true } ? named : Lacking(named, missing()), of, deep + 1, growth);
        }
        catch (OverflowException)
        {
            return DerivedFigure.Failed(this, ScriptFault.Overflow);
        }
    }

    private static bool IsInReach(int years) => years is > 0 and <= ScriptFault.MostYears;

    // Against a target of a later year, the last year that is known.
    private int LastYear => Owner.Outlook ? ReadingYear : Bound.Year;

    private static LocalizedText NoBaseYear(string zh, string en) => new($"{zh}（体系没有规定基年）", $"{en} (the scheme names none)");

    private static LocalizedText Lacking(LocalizedText name, IReadOnlyCollection<int> missing) => missing.Count == 0
        ? name
        : new LocalizedText($"{name.Zh}（缺 {string.Join("、", missing)} 年）", $"{name.En} (no figure of {string.Join(", ", missing)})");

    // A figure computed from an item, or from another indicator, has its name.
    private LocalizedText Named(LocalizedText name) => !Info.IsItem ? name
        : new($"{Info.Name.Zh}{(char.IsAsciiDigit(name.Zh[0]) ? " " : "")}{name.Zh}", $"{Info.Name.En}: {name.En}");

    private Verdict EachYear(Course course, string word, int years, int line)
    {
        if ((Fault ?? ScriptFault.Years(word, years)) is { } fault)
        {
            return Failed(fault, line);
        }

        if (Bound.Absence is not Status.Undetermined && Bound.State is null)
        {
            return MissingCourse(course, 0, line);
        }

        try
        {
            var all = FromYearBefore(course, Bound.Year, line);
            for (var back = 1; back < years; back++)
            {
                all &= FromYearBefore(course, Bound.Year - back, line);
            }

            return all;
        }
        catch (OverflowException)
        {
            return Failed(ScriptFault.Overflow, line);
        }
    }

    private Verdict FromYearBefore(Course course, int year, int line)
    {
        var (now, before) = Owner.Outlook ? (null, null) : (In(year), In(year - 1));
        var change = now is null || before is null ? default : Change(course, now, before);
        var proven = CourseChange.Judge(course, 0, change);
        var verdict = new Verdict(proven, change.IsEmpty ? ClaimedCourse(course) : proven);
        if (!Owner.WithReasons)
        {
            return verdict;
        }

        var shown = Owner.Outlook ? ReadingYear : year;
        return new CourseReason(course, verdict, line, Info, now?.Value, shown, amount: 0, before?.Value, year - 1).Verdict;
    }

    private Interval Sum(int first, int last)
    {
        var sum = first <= last ? NumbersOf(first) : default;
        for (var year = first + 1; year <= last && !sum.IsEmpty; year++)
        {
            sum = NumbersOf(year) is { IsEmpty: false } number ? sum.Plus(number) : default;
        }

        return sum;
    }

    // The years of several whose figures are not there.
    private List<int> MissingYears(int first, int? last = null)
    {
        var missing = new List<int>();
        for (var year = first; year <= (last ?? LastYear); year++)
        {
            if (NumbersOf(year).IsEmpty)
            {
                missing.Add(year);
            }
        }

        return missing;
    }

    private Interval Change(int year, int? from)
    {
        var now = NumbersOf(year);
        if (year == from)
        {
            return now.IsPositive ? Interval.Point(0) : default;
        }

        var before = from is { } then && then < year ? NumbersOf(then) : default;
        // Of two numbers the difference, and of ranges the ratio, in which each counts once.
        var change = now.IsPoint && before.IsPoint ? now.Above(before).PercentOf(before) : now.PercentOf(before).Plus(Interval.Point(-100));
        var printed = (year == ReadingYear ? Fact : In(year))?.Change;
        return change.IsEmpty && printed is not null && printed.Since == from ? Interval.Point(printed.Percent) : change;
    }
}
