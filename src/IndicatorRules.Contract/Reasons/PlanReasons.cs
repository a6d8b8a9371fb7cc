using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Reasons;

/// <summary>A figure held against what the course of a plan asks of its year. Immutable.</summary>
public sealed class OnTrackReason : FigureReason
{
    private readonly bool? _isUpperLimit;
    private readonly Interval _required;

    internal OnTrackReason(
        Verdict verdict, int line, FigureInfo figure, Reading reading, int year, int target, PlannedPath path, Reading? reference,
        bool? isUpperLimit)
        : base(verdict, line, figure, reading, year)
    {
        (TargetYear, Path, Reference, _isUpperLimit) = (target, path, reference, isUpperLimit);
        _required = path.In(target);
    }

    /// <summary>The year whose requirement counts: that of the reading, or a later one for an outlook.</summary>
    public int TargetYear { get; }

    /// <summary>The last target of the plan, in the figure's unit.</summary>
    public decimal To => Path.Last.Value;

    /// <summary>The year of <see cref="To"/>.</summary>
    public int By => Path.Last.Year;

    /// <summary>The reading that the course begins with; null where that year has none, or comes no earlier.</summary>
    public Reading? Reference { get; }

    /// <summary>The year that the course begins in; null where the scheme names none.</summary>
    public int? ReferenceYear => Path.Start;

    /// <summary>The requirement, at the end that decides; null where it is not known. Has as many decimals as a decimal can hold.</summary>
    public decimal? Required => _isUpperLimit is true ? _required.Least : _required.Most;

    /// <summary>Whether the figure is to be no more (true) or no less (false) than asked; null where neither is certain.</summary>
    public bool? IsUpperLimit => _isUpperLimit;

    /// <inheritdoc/>
    public override decimal? Margin => Proven == Status.Undetermined || Required is not { } required ? null
        : Distance.To(_isUpperLimit is true ? BoundKind.AtMost : BoundKind.AtLeast, Numbers, required);

    internal PlannedPath Path { get; }
}

/// <summary>A figure that is to be about a number or better (左右). Immutable.</summary>
public sealed class AboutReason : FigureReason
{
    private readonly AboutRange _range;

    internal AboutReason(Verdict verdict, int line, FigureInfo figure, Reading reading, int year, AboutRange range)
        : base(verdict, line, figure, reading, year) => _range = range;

    /// <summary>The number, in the figure's unit.</summary>
    public decimal Value => _range.Value;

    /// <summary>How far short of it is right.</summary>
    public decimal Within => _range.Within;

    /// <summary>How far beyond that is open; null where nothing short of it is wrong for certain.</summary>
    public decimal? Unclear => _range.Unclear;

    /// <inheritdoc/>
    public override decimal? Margin => Proven switch
    {
        Status.Met => Within - _range.Short(Figure.Direction, Numbers, isMost: true),
        Status.NotMet => Within - _range.Short(Figure.Direction, Numbers, isMost: false),
        _ => null,
    };

    /// <summary>The verdict if the figure were so much more.</summary>
    internal Status After(decimal change) => _range.Judge(Figure.Direction, Numbers.Plus(Interval.Point(change)));
}

/// <summary>A course of which the source does not say over how many years: its readings, and whether they agree. Immutable.</summary>
public sealed class ReadingsReason : Reason
{
    private ReadingsReason(Course course, Verdict verdict, int line, ImmutableArray<Reason> parts)
        : base(verdict, line, 1 + parts.Sum(p => p.Size)) => (Course, Parts) = (course, parts);

    /// <summary>The course.</summary>
    public Course Course { get; }

    /// <summary>Against the year before, against the base year, and in each year since the base year.</summary>
    public override ImmutableArray<Reason> Parts { get; }

    internal static Reason Of(Course course, Verdict verdict, int line, Reason lastYear, Reason baseYear, Reason eachYear)
    {
        var readings = new ReadingsReason(course, verdict, line, [lastYear, baseYear, eachYear]);
        return readings.Size <= MostSteps ? readings : new CutShortReason(verdict, line, null);
    }
}
