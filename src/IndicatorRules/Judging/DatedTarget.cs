using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Judging;

/// <summary>A number that the row's own figure is to reach by the end of a year. Immutable.</summary>
/// <param name="By">The year.</param>
/// <param name="To">The number, in the figure's unit.</param>
/// <param name="IsUpperLimit">Whether it is to be at most that, and not at least.</param>
/// <param name="Since">The year that the way begins in, where the rule says so; null for the scheme's base year.</param>
internal sealed record DatedTarget(int By, decimal To, bool IsUpperLimit, int? Since)
{
    /// <summary>What the plan asks on the way; empty where the way is straight.</summary>
    public ImmutableArray<PlannedStep> Steps { get; init; } = [];

    /// <summary>
    /// What a row is held to, by year: what OnTrack of its rule says, and the strictest bound that a stage cannot be met without.
    /// </summary>
    internal static ImmutableArray<DatedTarget> Of(RowVerdicts row, Indicator indicator) =>
    [
        .. Leaves(row.Rule.Reason).OfType<OnTrackReason>().SelectMany(f => Of(f))
            .Concat(row.Stages.Zip(indicator.Stages).SelectMany(s => Of(s.First.Reason, s.Second.Stage.Year)))
            .DistinctBy(t => t.By).OrderBy(t => t.By),
    ];

    private static IEnumerable<DatedTarget> Of(Reason? stage, int year)
    {
        var all = Leaves(stage).SelectMany(leaf => leaf switch
        {
            OnTrackReason f => Of(f),
            BoundReason f => [new DatedTarget(year, f.Bound, f.Kind is BoundKind.AtMost or BoundKind.LessThan, null)],
            _ => [],
        }).ToList();
        // Bounds on both sides are a range, to which there is no way of one direction.
        return all.Select(t => t.IsUpperLimit).Distinct().Count() != 1 ? []
            : all[0].IsUpperLimit ? all.OrderBy(t => t.To) : all.OrderByDescending(t => t.To);
    }

    private static IEnumerable<DatedTarget> Of(OnTrackReason f) => f.IsUpperLimit is not { } isUpper ? []
        : f.Path.Steps.Select(s => new DatedTarget(s.Year, s.Value, isUpper, f.ReferenceYear) { Steps = f.Path.Steps });

    // What must hold of the row's own figure.
    private static IEnumerable<FigureReason> Leaves(Reason? reason) => reason switch
    {
        CombinedReason { OneIsEnough: false } or UpperReason => reason.Parts.SelectMany(Leaves),
        WhenReason { Taken: { } taken } => Leaves(taken),
        FigureReason { Figure: { IsItem: false, IsDerived: false, OfYear: null } } f => [f],
        _ => [],
    };
}
