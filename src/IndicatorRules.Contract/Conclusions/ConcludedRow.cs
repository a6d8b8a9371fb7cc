using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>One verdict as a conclusion counts it.</summary>
/// <param name="Index">The row's index in the table.</param>
/// <param name="Number">The row's number in the table as printed.</param>
/// <param name="Id">The indicator's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">The id of its kind.</param>
/// <param name="IsCounted">Whether the totals count it; those of its kind always do.</param>
/// <param name="Domain">The place of its domain among the scheme's.</param>
/// <param name="Points">What it earns when met; 0 where the scheme gives none.</param>
/// <param name="Status">The status under the evidence that counts.</param>
internal sealed record ConcludedRow(
    int Index, string Number, string Id, LocalizedText Name, string Kind, bool IsCounted, int Domain, decimal Points, Status Status)
{
    private (Interval Value, Interval Spare)? _measured;
    private Interval? _earned;

    /// <summary>How it earns its points by size; null for all or nothing.</summary>
    public PointScale? Scale { get; init; }

    /// <summary>Whether it earns its points where it does not apply.</summary>
    public bool EarnsExempt { get; init; }

    /// <summary>The unit of its figures.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Its figure, and by how much that exceeds the requirement; called when either is first read.</summary>
    public Func<(Interval Value, Interval Spare)>? Measure { get; init; }

    /// <summary>The figure of the year judged; empty where it is not known.</summary>
    internal Interval Value => Measured.Value;

    /// <summary>By how much it falls short: 0 where it is met or has no requirement; no upper end where that is unknown.</summary>
    internal Interval Shortfall => Status is Status.Met or Status.NotApplicable ? Interval.Point(0)
        : Interval.FromEnds(Math.Max(0, -(Measured.Spare.Most ?? 0)), -Measured.Spare.Least is { } most ? Math.Max(0, most) : null);

    /// <summary>By how much it exceeds its requirement: 0 where it is not met or has none.</summary>
    internal Interval Excess => Status is Status.NotMet or Status.NotApplicable ? Interval.Point(0)
        : Interval.FromEnds(Math.Max(0, Measured.Spare.Least ?? 0), Measured.Spare.Most is { } most ? Math.Max(0, most) : null);

    /// <summary>The least and the most points that it earns, from 0 to <see cref="Points"/>.</summary>
    internal Interval Earned => _earned ??= Status == Status.NotApplicable ? Interval.Point(EarnsExempt ? Points : 0)
        : Scale is not null ? Scaled(Scale)
        : Interval.FromEnds(Status == Status.Met ? Points : 0, Status == Status.NotMet ? 0 : Points);

    private (Interval Value, Interval Spare) Measured => _measured ??= Measure?.Invoke() ?? default;

    private Interval Scaled(PointScale scale)
    {
        try
        {
            return scale.Earned(this);
        }
        catch (OverflowException)
        {
            return Interval.FromEnds(0, Points);
        }
    }
}
