using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>What the words of the three schemes mean, by hand: the common case, one number, first.</summary>
public static class Words
{
    private static readonly Answer Met = Answer.Of(Status.Met);
    private static readonly Answer NotMet = Answer.Of(Status.NotMet);
    private static readonly Answer Open = Answer.Of(Status.Undetermined);
    private static readonly Answer None = Answer.Of(Status.NotApplicable);

    public static Answer AtLeast(PlainFigure f, decimal threshold) =>
        f.IsNumber ? f.Low >= threshold ? Met : NotMet
        : f.IsNumeric ? Answer.Of(IntervalAtLeast(f, threshold))
        : Missing(f);

    public static Answer MoreThan(PlainFigure f, decimal threshold) =>
        f.IsNumber ? f.Low > threshold ? Met : NotMet
        : f.IsNumeric ? Answer.Of(IntervalMoreThan(f, threshold))
        : Missing(f);

    public static Answer Reached(PlainFigure f, int rank) =>
        f.Rank >= 0 ? f.Rank >= rank ? Met : NotMet
        : f.IsAbsent ? Missing(f)
        : Open;

    public static Answer Is(PlainFigure f, int rank) =>
        f.Rank >= 0 ? f.Rank == rank ? Met : NotMet
        : f.IsAbsent ? Missing(f)
        : Open;

    /// <summary>No worse than the year before.</summary>
    /// <param name="f">The figure.</param>
    /// <param name="better">1 where more is better, −1 where less is.</param>
    public static Answer Held(PlainFigure f, int better)
    {
        if (f.Absence != Status.Undetermined && f.Rank < 0)
        {
            return Answer.Of(f.Absence);
        }

        if (f.Before is { } before)
        {
            if (f.IsNumber && before.IsNumber)
            {
                return (better > 0 ? f.Low >= before.Low : f.Low <= before.Low) ? Met : NotMet;
            }

            if (f.Rank >= 0 && before.Rank >= 0)
            {
                return (better > 0 ? f.Rank >= before.Rank : f.Rank <= before.Rank) ? Met : NotMet;
            }

            if (f.IsNumeric && before.IsNumeric && IntervalHeld(f, before, better) is { } held)
            {
                return Answer.Of(held);
            }
        }

        return f.Change is { } change ? change * better >= 0 ? Met : NotMet : new Answer(Status.Undetermined, ClaimedHeld(f));
    }

    public static Answer Completed(PlainTask task, PlainFigure own) => task.State switch
    {
        SuperiorTaskState.Figures when task.Figures.Length > 0 => AllReached(task.Figures, own),
        SuperiorTaskState.NoneSet => None,
        _ when own.Absence != Status.Undetermined => Answer.Of(own.Absence),
        _ when own.IsQuota => own.Done >= own.Assigned ? Met : NotMet,
        SuperiorTaskState.SaidCompleted => new Answer(Status.Undetermined, Status.Met),
        SuperiorTaskState.SaidNotCompleted => new Answer(Status.Undetermined, Status.NotMet),
        _ => new Answer(Status.Undetermined, own.Reported),
    };

    public static Answer Unknown() => Open;

    public static Answer All(Answer a, Answer b) => new(Worse(a.Proven, b.Proven), Worse(a.Claimed, b.Claimed));

    public static Answer All(Answer a, Answer b, Answer c) => All(All(a, b), c);

    public static Answer All(Answer a, Answer b, Answer c, Answer d) => All(All(a, b), All(c, d));

    public static Answer When(Answer condition, Answer then, Answer otherwise) => condition.Proven switch
    {
        Status.Met => then,
        Status.NotMet => otherwise,
        Status.NotApplicable => None,
        _ => new Answer(Agreed(then.Proven, otherwise.Proven), Agreed(then.Claimed, otherwise.Claimed)),
    };

    private static Answer AllReached(PlainTaskFigure[] figures, PlainFigure own)
    {
        var all = None;
        foreach (var figure in figures)
        {
            all = All(all, Reached(figure, own));
        }

        return all;
    }

    private static Answer Reached(PlainTaskFigure figure, PlainFigure own)
    {
        var actual = figure.Actual;
        return actual.IsNumber ? (figure.AtMost ? actual.Low <= figure.Required : actual.Low >= figure.Required) ? Met : NotMet
            : !actual.IsNumeric ? new Answer(Status.Undetermined, own.Reported)
            : Answer.Of(figure.AtMost ? Not(IntervalMoreThan(actual, figure.Required)) : IntervalAtLeast(actual, figure.Required));
    }

    private static Answer Missing(PlainFigure f) =>
        f.Absence == Status.Undetermined ? new Answer(Status.Undetermined, f.Reported) : Answer.Of(f.Absence);

    private static Status ClaimedHeld(PlainFigure f) => f.Trend switch
    {
        Trend.Stable or Trend.Improving => Status.Met,
        Trend.Worsening => Status.NotMet,
        _ => f.Reported,
    };

    private static Status IntervalAtLeast(PlainFigure f, decimal threshold) =>
        f.HasLow && f.Low >= threshold ? Status.Met
        : f.HasHigh && (f.High < threshold || (f.HighOpen && f.High == threshold)) ? Status.NotMet
        : Status.Undetermined;

    private static Status IntervalMoreThan(PlainFigure f, decimal threshold) =>
        f.HasLow && (f.Low > threshold || (f.LowOpen && f.Low == threshold)) ? Status.Met
        : f.HasHigh && f.High <= threshold ? Status.NotMet
        : Status.Undetermined;

    // Null where two years tell nothing of the course: both open to the same side.
    private static Status? IntervalHeld(PlainFigure now, PlainFigure before, int better)
    {
        var (upper, lower) = better > 0 ? (now, before) : (before, now);
        var least = upper.HasLow && lower.HasHigh;
        var most = upper.HasHigh && lower.HasLow;
        return least && upper.Low >= lower.High ? Status.Met
            : most && (upper.High < lower.Low || (upper.High == lower.Low && (upper.HighOpen || lower.LowOpen))) ? Status.NotMet
            : least || most ? Status.Undetermined
            : null;
    }

    private static Status Not(Status status) => status switch
    {
        Status.Met => Status.NotMet,
        Status.NotMet => Status.Met,
        _ => status,
    };

    // NotMet wins, then Undetermined, then Met: the order of the enumeration.
    private static Status Worse(Status a, Status b) => a > b ? a : b;

    private static Status Agreed(Status a, Status b) => a == b ? a : Status.Undetermined;
}
