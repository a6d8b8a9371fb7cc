using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Facts;

/// <summary>How a reading is written so that the same is read again: in its cell, and what is said beside it. Immutable.</summary>
/// <param name="Base">The reading without what is said beside it.</param>
/// <param name="IsEstimated">Whether it is said beside the cell that the figure is an estimate.</param>
/// <param name="Remark">The remark beside the cell; empty for none.</param>
internal sealed record WrittenReading(Reading Base, bool IsEstimated, string Remark)
{
    private const string EstimateMark = "（预计）";

    /// <summary>Whether the text alone is read as the same again.</summary>
    internal bool IsText => SaysItself(Base);

    /// <summary>The unit of the things that a quota counts; empty where none is written.</summary>
    internal string QuotaUnit => Base.QuotaUnit;

    internal static WrittenReading Of(Reading reading)
    {
        foreach (var (text, remark) in Unremarked(reading))
        {
            var whole = With(reading, text, reading.IsEstimated);
            if (SaysItself(whole) || !reading.IsEstimated)
            {
                if (IsWritten(whole) && whole.Remarked(remark).Equals(reading))
                {
                    return new(whole, false, remark);
                }

                continue;
            }

            var bare = With(reading, text.EndsWith(EstimateMark, StringComparison.Ordinal) ? text[..^EstimateMark.Length] : text, false);
            if (!bare.IsAbsent && IsWritten(bare) && bare.AsEstimate().Remarked(remark).Equals(reading))
            {
                return new(bare, true, remark);
            }
        }

        return new(reading, reading.IsEstimated, "");
    }

    internal static string Kebab(AbsenceKind kind) => kind switch
    {
        AbsenceKind.NothingOfTheKind => "nothing-of-the-kind",
        AbsenceKind.NotAssessed => "not-assessed",
        AbsenceKind.NotMeasurable => "not-measurable",
        _ => "not-reported",
    };

    // The text as it is, and without a bracket at its end that may be a remark.
    private static IEnumerable<(string Text, string Remark)> Unremarked(Reading reading)
    {
        var text = reading.Text;
        yield return (text, "");
        for (var at = text.LastIndexOf('（'); at >= 0 && text.EndsWith('）'); at = at == 0 ? -1 : text.LastIndexOf('（', at - 1))
        {
            yield return (text[..at], text[(at + 1)..^1]);
        }
    }

    private static Reading With(Reading reading, string text, bool isEstimated) => Reading.Restore(
        reading.Kind, text, reading.Interval, reading is { Done: { } done, Assigned: { } assigned } ? new QuotaCount(done, assigned) : null,
        reading.Absence, isEstimated);

    private static bool SaysItself(Reading reading) => ReadingParser.Parse(reading.Text).Reading.Equals(reading);

    // Numbers without a text of their own have typed forms; so have words and kinds of absence.
    private static bool IsWritten(Reading reading) => SaysItself(reading) || reading.Kind switch
    {
        ReadingKind.Words or ReadingKind.Absent => true,
        ReadingKind.Quota => reading.Equals(Reading.Quota(reading.Done!.Value, reading.Assigned!.Value, reading.QuotaUnit)),
        _ => reading.Equals(Plain(reading)),
    };

    /// <summary>The reading in the plain form of its numbers.</summary>
    internal static Reading Plain(Reading reading) => (reading.Low, reading.High) switch
    {
        ({ } low, { } high) when reading.Kind == ReadingKind.Number && low == high => Reading.Number(low),
        ({ } low, { } high) => reading.LowOpen || reading.HighOpen
            ? Reading.OpenRange(low, reading.LowOpen, high, reading.HighOpen) : Reading.Range(low, high),
        ({ } low, null) => reading.LowOpen ? Reading.MoreThan(low) : Reading.AtLeast(low),
        (null, { } high) => reading.HighOpen ? Reading.LessThan(high) : Reading.AtMost(high),
        _ => reading,
    };
}
