using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    /// <summary>
    /// 序时进度: as far on the straight way from the base year's figure to a target as the year asks; from the target's year on, the
    /// target itself.
    /// </summary>
    /// <param name="to">The target, in the figure's unit.</param>
    /// <param name="by">The year that it is due in; after the base year.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict OnTrack(decimal to, int by, [CallerLineNumber] int line = 0) => OnTrack([new(by, to)], Since.BaseYear, line);

    /// <inheritdoc cref="OnTrack(decimal, int, int)"/>
    /// <param name="to">The target, in the figure's unit.</param>
    /// <param name="by">The year that it is due in.</param>
    /// <param name="since">The year that the way begins in.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict OnTrack(decimal to, int by, Since since, [CallerLineNumber] int line = 0) => OnTrack([new(by, to)], since, line);

    /// <summary>分年进度: as far as the plan's own steps ask; between two of them as far on the straight way as the year asks.</summary>
    /// <param name="steps">Years and what they ask, in the figure's unit: <c>"2026: 11, 2028: 12.5, 2030: 14"</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict OnTrack(string steps, [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return PlannedStep.Parse(steps) is { } parsed
            ? OnTrack(parsed, Since.BaseYear, line)
            : Failed(ScriptFault.Steps(nameof(OnTrack), steps), line);
    }

    /// <summary>
    /// 年均增长: by how many percent a year it has grown since another year, so that the same growth every year gives the same figure.
    /// </summary>
    /// <param name="since">The year that the growth begins with: <c>SinceBaseYear</c>. Its figure must be above 0.</param>
    /// <remarks>No root is rounded: against any number the verdict is the one that powers give.</remarks>
    public Figure AverageGrowth(Since since)
    {
        var from = since.From(Bound.Year, Owner.BaseYear);
        var years = LastYear - from;
        var name = from is null ? NoBaseYear("比基年年均增长率", "average yearly growth since the base year")
            : new LocalizedText($"{from} 年以来年均增长率", $"average yearly growth since {from}");
        if (from is { } start && years > 0 && NumbersOf(start) is { IsEmpty: false, IsPositive: false })
        {
            name = new($"{name.Zh}（{start} 年的数不大于 0）", $"{name.En} (the figure of {start} is not above 0)");
        }

        return Derived(
            WrongYears(since), nameof(AverageGrowth), "growth", "%", name,
            year => Growth(year, since.From(year, Owner.BaseYear)), () => Growth(LastYear, from),
            () => from is { } then && then < LastYear ? [.. MissingYears(then, then), .. MissingYears(LastYear, LastYear)] : [],
            growth: IsPaceWanted(from) ? GrowthFrom(from!.Value) : null);
    }

    /// <summary>
    /// 年均增速, of a figure that is itself the growth of each year in percent: the growths after a year are chained, not averaged.
    /// </summary>
    /// <param name="since">The year whose own growth does not count: <c>SinceBaseYear</c>.</param>
    public Figure ChainedGrowth(Since since)
    {
        var from = since.From(Bound.Year, Owner.BaseYear);
        return Derived(
            WrongYears(since) ?? (Info.Unit is "%" or "％" ? null : ScriptFault.UnitsDiffer), nameof(ChainedGrowth), "growth", "%",
            from is null ? NoBaseYear("基年以后年均增速", "chained yearly growth since the base year")
                : new($"{from} 年以后年均增速", $"chained yearly growth since {from}"),
            year => Chained(year, since.From(year, Owner.BaseYear)), () => Chained(LastYear, from),
            () => from is { } then && IsInReach(LastYear - then) ? MissingYears(then + 1) : [],
            growth: IsPaceWanted(from) ? ChainedFrom(from!.Value) : null);
    }

    // Only reasons against a later year tell the pace that is still needed.
    private bool IsPaceWanted(int? from) => Owner is { Outlook: true, WithReasons: true } && from is { } year && IsInReach(LastYear - year);

    private GrowthSoFar? GrowthFrom(int year) =>
        (NumbersOf(year), NumbersOf(LastYear)) is ({ IsPoint: true, Low: > 0 } start, { IsPoint: true } now)
            ? new(Exact.Of(now.Low) / Exact.Of(start.Low), year, LastYear) : null;

    private GrowthSoFar? ChainedFrom(int year)
    {
        var factor = Exact.Of(1);
        for (var of = year + 1; of <= LastYear; of++)
        {
            if (NumbersOf(of) is not { IsPoint: true } rate)
            {
                return null;
            }

            factor *= Exact.Of(1) + (Exact.Of(rate.Low) / Exact.Of(100));
        }

        return new(factor, year, LastYear);
    }

    private Verdict OnTrack(ImmutableArray<PlannedStep> steps, Since since, int line)
    {
        var (year, start) = (Bound.Year, since.From(Bound.Year, Owner.BaseYear));
        var isLate = start is { } begun && steps.Length == 1 && steps[0].Year <= begun;
        if ((Fault ?? WrongYears(since) ?? (isLate ? ScriptFault.Due(nameof(OnTrack), steps[0].Year, start!.Value) : null)) is { } fault)
        {
            return Failed(fault, line);
        }

        try
        {
            var before = start is { } from && from < year ? In(from) : null;
            var path = new PlannedPath(steps, start, before is null ? default : Numbers(before.Value));
            var required = path.In(year);
            var value = Numbers(Fact.Value);
            var isUpper = path.IsUpperLimit(Info.Direction);
            var proven = isUpper switch
            {
                true => value.AtMost(required),
                false => value.AtLeast(required),
                null => Status.Undetermined,
            };
            var verdict = value.IsEmpty ? Missing : new Verdict(proven, required.IsEmpty || isUpper is null ? Bound.Reported : proven);
            return !Owner.WithReasons ? verdict
                : verdict.Proven == Status.NotApplicable ? Absent(verdict, line)
                : new OnTrackReason(verdict, line, Info, Fact.Value, ReadingYear, year, path, before?.Value, isUpper).Verdict;
        }
        catch (OverflowException)
        {
            return Failed(ScriptFault.Overflow, line);
        }
    }

    private Interval Growth(int year, int? from)
    {
        if (from is not { } then || !IsInReach(year - then))
        {
            return default;
        }

        var (start, now) = (NumbersOf(then), NumbersOf(year));
        if (!start.IsPositive || now is not { HasLow: true, Low: >= 0 })
        {
            return default;
        }

        var years = year - then;
        if (start.IsPoint && now.IsPoint)
        {
            return Of(now.Low, start.Low);
        }

        return Interval.From(
            start.HasHigh ? Of(now.Low, start.High) : Interval.Point(-100), now.LowOpen || !start.HasHigh || start.HighOpen,
            now.HasHigh && start.Low > 0 ? Of(now.High, start.Low) : default, now.HighOpen || start.LowOpen);

        Interval Of(decimal end, decimal start) => (Exact.Of(end) / Exact.Of(start)).GrowthPercent(years);
    }

    private Interval Chained(int year, int? from)
    {
        if (from is not { } then || !IsInReach(year - then))
        {
            return default;
        }

        var (low, high) = ((Exact?)Exact.Of(1), (Exact?)Exact.Of(1));
        var (lowOpen, highOpen) = (false, false);
        for (var of = then + 1; of <= year; of++)
        {
            var rate = NumbersOf(of);
            // Nothing can lose more than all of it.
            if (rate is not { HasLow: true, Low: >= -100 })
            {
                return default;
            }

            low *= Factor(rate.Low);
            high = rate.HasHigh ? high * Factor(rate.High) : null;
            lowOpen |= rate.LowOpen;
            highOpen |= rate.HighOpen;
        }

        var years = year - then;
        return Interval.From(low.Value.GrowthPercent(years), lowOpen, high?.GrowthPercent(years) ?? default, highOpen);

        static Exact Factor(decimal percent) => Exact.Of(1) + (Exact.Of(percent) / Exact.Of(100));
    }
}
