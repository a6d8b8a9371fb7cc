using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>What is known of one indicator or item in one year (填报数据). Immutable.</summary>
public sealed record Fact
{
    private Reading? _value;
    private decimal _number;

    /// <summary>A fact of which nothing is known.</summary>
    public static Fact Unknown { get; } = new() { Value = Reading.Absent(AbsenceKind.NotReported) };

    /// <summary>The reading, in the unit of the indicator or item.</summary>
    public required Reading Value
    {
        get => _value ??= Reading.Number(_number);
        init
        {
            _value = Given.NotNull(value);
            (IsNumber, _number) = (value.Interval.IsPoint, value.Interval.Low);
        }
    }

    /// <summary>Whether the reading is one number.</summary>
    internal bool IsNumber { get; private set; }

    /// <summary>The number, where <see cref="IsNumber"/>.</summary>
    internal decimal Number => _number;

    /// <summary>Whether the figure, or the parent place's average, is an estimate.</summary>
    internal bool IsEstimated => _value?.IsEstimated == true || ParentAverage?.Value.IsEstimated == true;

    internal bool IsAbsent => !IsNumber && Value.IsAbsent;

    /// <summary>The unit that the facts state; null when they leave it to the scheme.</summary>
    public string? Unit { get; init; }

    /// <summary>The year the figure is of, where that is not the column's.</summary>
    public int? OfYear { get; init; }

    /// <summary>The "met" column of the table handed in; null when it was left empty.</summary>
    public bool? ReportedMet { get; init; }

    /// <summary>A claimed course; null when none is claimed.</summary>
    public Trend? ClaimedTrend { get; init => field = value is { } trend ? Given.Known(trend) : null; }

    /// <summary>A printed change in place of an earlier figure; null when there is none.</summary>
    public RecordedChange? Change { get; init; }

    /// <summary>The parent place's average of the same figure; null when it is not given.</summary>
    public ParentAverage? ParentAverage { get; init; }

    /// <summary>Whether the figure is a level or a change, where the facts say so.</summary>
    public Measure Measure { get; init => field = Given.Known(value); }

    /// <summary>Figures of another kind that are given beside this one.</summary>
    public ImmutableArray<RelatedFigure> Related { get; init => field = Given.Whole(value); } = [];

    /// <summary>Where it comes from; null when the facts do not say.</summary>
    public Source? Source { get; init; }

    /// <summary>The office that is responsible for it (责任单位); null when the facts do not say.</summary>
    public string? Owner { get; init; }

    /// <summary>Words for those who review it (备注); null when there are none.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it gives the figure of a year that is not its column's.</summary>
    internal bool IsFigureOf(int year) => OfYear == year && !IsAbsent;

    /// <summary>Whether a column's fact leaves the figure of the column's year to be looked up elsewhere.</summary>
    internal bool LacksFigureOf(int year) =>
        (OfYear is { } other && other != year) || (IsAbsent && Value.Absence == AbsenceKind.NotReported);

    /// <summary>The same without what is an estimate.</summary>
    internal Fact WithoutEstimates() => !IsEstimated ? this : this with
    {
        Value = Value.IsEstimated ? Value.Unmeasured() : Value,
        ParentAverage = ParentAverage?.Value.IsEstimated == true ? null : ParentAverage,
    };

    /// <summary>The figure of the column's year, given in another column: the column's own claims stay.</summary>
    internal Fact GivenElsewhere(Fact figure, int year)
    {
        var own = (OfYear ?? year) == year ? this : Unknown;
        return figure with
        {
            ReportedMet = ReportedMet,
            ClaimedTrend = ClaimedTrend,
            Change = own.Change ?? figure.Change,
            ParentAverage = own.ParentAverage ?? figure.ParentAverage,
            Owner = Owner ?? figure.Owner,
            Note = Note ?? figure.Note,
        };
    }

    /// <summary>A number and nothing else, whose reading is made when it is asked for; see <see cref="Renumber"/>.</summary>
    internal static Fact OfNumber() => new() { Value = Reading.Number(0) };

    /// <inheritdoc/>
    public bool Equals(Fact? other) => other is not null && Value.Equals(other.Value) && Unit == other.Unit && OfYear == other.OfYear
        && ReportedMet == other.ReportedMet && ClaimedTrend == other.ClaimedTrend && Change == other.Change
        && ParentAverage == other.ParentAverage && Measure == other.Measure && Source == other.Source
        && Owner == other.Owner && Note == other.Note && Related.SequenceEqual(other.Related);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Unit, OfYear, ReportedMet, ClaimedTrend, Change, ParentAverage, Source);

    /// <inheritdoc/>
    public override string ToString() => $"{Value.Text} {Unit}".TrimEnd();

    /// <summary>For who made it by <see cref="OfNumber"/> and alone has it: another number in its place.</summary>
    internal void Renumber(decimal number) => (_value, _number) = (null, number);
}
