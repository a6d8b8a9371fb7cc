using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Judging;

/// <summary>A number that a row's figure is to reach by the end of a year. Immutable.</summary>
/// <param name="By">The year.</param>
/// <param name="To">The number, in the figure's unit.</param>
/// <param name="IsUpperLimit">Whether it is to be at most that, and not at least.</param>
/// <param name="Since">The year that the way begins in, where the rule says so; null for the scheme's base year.</param>
internal sealed record DatedTarget(int By, decimal To, bool IsUpperLimit, int? Since)
{
    /// <summary>What the plan asks on the way; empty where the way is straight.</summary>
    public ImmutableArray<PlannedStep> Steps { get; init; } = [];

    /// <summary>The figure, where it is not the row's own but an item or worked out; null for the row's own.</summary>
    public WorkedOut? Figure { get; init; }

    /// <summary>
    /// The targets of a row, by year: those of OnTrack in its rule, and the strictest bound that a stage cannot be met without.
    /// </summary>
    /// <remarks>An item or a figure worked out counts where the rule holds it alone to the course of a plan.</remarks>
    internal static ImmutableArray<DatedTarget> Of(RowVerdicts row, Indicator indicator)
    {
        var all = Leaves(row.Rule.Reason).ToList();
        var own = all.Where(IsOwn).OfType<OnTrackReason>().SelectMany(f => Of(f))
            .Concat(indicator.Stages.SelectMany((stage, i) => Of(row.Stages[i].Reason, stage.Stage.Year)))
            .OrderBy(t => t.By).ToList();
        return own is [] && all.OfType<OnTrackReason>().ToList() is [var one]
            ? [.. Of(one).Select(t => t with { Figure = WorkedOut.Of(one, row.Rule.Proven) })]
            : [.. own.Where((t, i) => i == 0 || own[i - 1].By != t.By)];
    }

    private static IEnumerable<DatedTarget> Of(Reason? stage, int year)
    {
        var all = Leaves(stage).Where(IsOwn).SelectMany(leaf => leaf switch
        {
            OnTrackReason f => Of(f),
            BoundReason f => [new DatedTarget(year, f.Bound, f.Kind is BoundKind.AtMost or BoundKind.LessThan, null)],
            _ => [],
        }).ToList();
        // Bounds on both sides are a range, to which there is no way of one direction.
        return all.Exists(t => t.IsUpperLimit != all[0].IsUpperLimit) ? [] : all.Order(Strictest);
    }

    private static IEnumerable<DatedTarget> Of(OnTrackReason f) => f.IsUpperLimit is not { } isUpper ? []
        : f.Path.Steps.Select(s => new DatedTarget(s.Year, s.Value, isUpper, f.ReferenceYear) { Steps = f.Path.Steps });

    private static readonly Comparer<DatedTarget> Strictest = Comparer<DatedTarget>.Create(
        (one, other) => one.IsUpperLimit ? one.To.CompareTo(other.To) : other.To.CompareTo(one.To));

    private static bool IsOwn(FigureReason f) => f.Figure is { IsItem: false, IsDerived: false, OfYear: null };

    // The reasons that must hold.
    private static IEnumerable<FigureReason> Leaves(Reason? reason) => reason switch
    {
        CombinedReason { OneIsEnough: false } or UpperReason => reason.Parts.SelectMany(Leaves),
        WhenReason { Taken: { } taken } => Leaves(taken),
        FigureReason f => [f],
        _ => [],
    };
}

/// <summary>A figure on its way to a target, as a rule has worked it out. Immutable.</summary>
/// <param name="Year">The year of <see cref="Now"/>.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Base">What it was in the year that the way begins in; empty where that is not known.</param>
/// <param name="Now">What it is; empty where that is not known.</param>
/// <param name="IsProven">Whether figures alone, without claims and estimates, decide the rule.</param>
internal sealed record WorkedOut(int Year, string Unit, Interval Base, Interval Now, bool IsProven)
{
    internal static WorkedOut Of(OnTrackReason f, Status proven) =>
        new(f.Year, f.Figure.Unit, f.Path.Base, f.Numbers, proven != Status.Undetermined);
}
