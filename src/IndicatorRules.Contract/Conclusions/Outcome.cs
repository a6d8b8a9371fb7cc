using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>The verdict on one indicator as a conclusion sees it: <c>Indicators.GreenCover</c>.</summary>
/// <remarks>An undetermined verdict answers "not known" to every question.</remarks>
public sealed class Outcome
{
    private readonly ConcludedRow _row;

    internal Outcome(ConcludedRow row) => _row = row;

    /// <summary>Whether it is met.</summary>
    public Answer IsMet => Asked(Status.Met, new("达标", "met"));

    /// <summary>Whether it is not met.</summary>
    public Answer IsNotMet => Asked(Status.NotMet, new("未达标", "not met"));

    /// <summary>Whether it does not apply here.</summary>
    public Answer IsNotApplicable => Asked(Status.NotApplicable, new("不适用", "not applicable"));

    /// <summary>The points that it earns; unknown in part where the figures leave it open.</summary>
    public Quantity Points => Of(_row.Earned, "", new("得分", "points"));

    /// <summary>
    /// By how much it falls short of its requirement, in its unit: 0 where it is met or has none. Unknown where it is not met
    /// and no figure in its unit says by how much.
    /// </summary>
    public Quantity Shortfall => Of(_row.Shortfall, _row.Unit, new("不足数", "shortfall")) with { IsDifference = true };

    /// <summary>By how much it exceeds its requirement, in its unit: 0 where it is not met or has none.</summary>
    public Quantity Excess => Of(_row.Excess, _row.Unit, new("超出数", "excess")) with { IsDifference = true };

    /// <summary>
    /// The part of the way from a floor to a target that its figure has come: 0 at the floor and below, 1 at the target and beyond.
    /// </summary>
    /// <param name="floor">Where it is 0, in the row's unit; above the target where less is better.</param>
    /// <param name="target">Where it is 1, in the row's unit.</param>
    public Quantity Linear(decimal floor, decimal target) => Linear(floor, target, 1);

    /// <summary>The same part of so many points.</summary>
    /// <param name="floor">Where none are earned, in the row's unit; above the target where less is better.</param>
    /// <param name="target">Where all are earned, in the row's unit.</param>
    /// <param name="of">The points.</param>
    public Quantity Linear(decimal floor, decimal target, decimal of) =>
        floor == target ? Quantity.Failed(ScriptFault.Same(nameof(Linear), floor))
        : of < 0 ? Quantity.Failed(ScriptFault.Negative(nameof(Linear), nameof(of), of))
        : Sized(() => new LinearScale(floor, target).Of(_row.Value, of), new("按比例得分", "points in proportion"));

    /// <summary>The points that its shortfall costs: so many for each <paramref name="per"/>, parts in proportion.</summary>
    /// <param name="points">The points deducted.</param>
    /// <param name="per">For so much, in the row's unit.</param>
    public Quantity Deduct(decimal points, decimal per) => Deduct(points, per, null);

    /// <summary>The points that its shortfall costs, up to a limit.</summary>
    /// <param name="points">The points deducted.</param>
    /// <param name="per">For so much, in the row's unit.</param>
    /// <param name="atMost">The most that is deducted.</param>
    public Quantity Deduct(decimal points, decimal per, decimal atMost) => Deduct(points, per, (decimal?)atMost);

    private Quantity Deduct(decimal points, decimal per, decimal? atMost) =>
        points < 0 ? Quantity.Failed(ScriptFault.Negative(nameof(Deduct), nameof(points), points))
        : atMost < 0 ? Quantity.Failed(ScriptFault.Negative(nameof(Deduct), nameof(atMost), atMost.Value))
        : per <= 0 ? Quantity.Failed(ScriptFault.Times(nameof(Deduct), per))
        : Sized(() => new DeductScale(points, per, atMost).Of(_row.Shortfall), new("扣分", "points deducted"));

    private Quantity Sized(Func<Interval> size, LocalizedText what)
    {
        try
        {
            return _row.Status == Status.NotApplicable ? Of(Interval.Point(0), "", what) : Of(size(), "", what);
        }
        catch (OverflowException)
        {
            return Quantity.Failed(ScriptFault.Overflow);
        }
    }

    private Quantity Of(in Interval size, string unit, LocalizedText what) => new(
        size, [OriginOf(_row) with { IsOpen = !size.IsPoint }], unit,
        new LocalizedText($"“{_row.Name.Zh}”{what.Zh}", $"“{_row.Name.En}” {what.En}"));

    internal static Origin OriginOf(ConcludedRow row) => new()
    {
        Kind = OriginKind.Verdict,
        Index = row.Index,
        Number = row.Number,
        Id = row.Id,
        Name = row.Name,
        IsOpen = row.Status == Status.Undetermined,
    };

    private Answer Asked(Status status, LocalizedText what)
    {
        bool? holds = _row.Status == Status.Undetermined ? null : _row.Status == status;
        var label = new LocalizedText($"“{_row.Name.Zh}”{what.Zh}", $"“{_row.Name.En}” {what.En}");
        return new(holds, [new Term(new(null, null, [], "", label), "", default)], [OriginOf(_row)]);
    }
}
