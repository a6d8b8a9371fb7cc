using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Evaluator.Wire;

/// <summary>Readings on the wire, as they were handed in; each is built anew by the contract's own ways.</summary>
internal static class ReadingWire
{
    internal static void Write(WireWriter to, Reading reading)
    {
        to.Kind(reading.Kind);
        to.Text(reading.Kind == ReadingKind.Quota ? UnitOf(reading) : reading.Text);
        switch (reading.Kind)
        {
            case ReadingKind.Absent:
                to.Kind(reading.Absence);
                break;
            case ReadingKind.Number:
                to.Amount(reading.Low!.Value);
                break;
            case ReadingKind.Bound:
                to.Flag(reading.Low is not null);
                to.Flag(reading.LowOpen || reading.HighOpen);
                to.Amount(reading.Low ?? reading.High!.Value);
                break;
            case ReadingKind.Range:
                to.Amount(reading.Low!.Value);
                to.Amount(reading.High!.Value);
                to.Flag(reading.LowOpen);
                to.Flag(reading.HighOpen);
                break;
            case ReadingKind.Quota:
                to.Amount(reading.Done!.Value);
                to.Amount(reading.Assigned!.Value);
                break;
        }
    }

    internal static Reading Read(WireReader from)
    {
        var (kind, text) = (from.Kind<ReadingKind>(), from.Text());
        return kind switch
        {
            ReadingKind.Absent => Reading.Absent(from.Kind<AbsenceKind>(), text),
            ReadingKind.Number => Reading.Number(from.Amount(), text),
            ReadingKind.Bound => Bound(from.Flag(), from.Flag(), from.Amount(), text),
            ReadingKind.Range => Range(from.Amount(), from.Amount(), from.Flag(), from.Flag(), text),
            ReadingKind.Quota => Reading.Quota(from.Amount(), from.Amount(), text),
            _ => Reading.Words(text),
        };
    }

    private static Reading Bound(bool low, bool open, decimal end, string text) => (low, open) switch
    {
        (true, false) => Reading.AtLeast(end, text),
        (true, true) => Reading.MoreThan(end, text),
        (false, false) => Reading.AtMost(end, text),
        _ => Reading.LessThan(end, text),
    };

    private static Reading Range(decimal low, decimal high, bool lowOpen, bool highOpen, string text) =>
        low > high || (low == high && (lowOpen || highOpen)) ? throw WireReader.Wrong("a range")
        : lowOpen || highOpen ? Reading.OpenRange(low, lowOpen, high, highOpen, text)
        : Reading.Range(low, high, text);

    // A quota's text is made of its numbers and its unit.
    private static string UnitOf(Reading quota) =>
        quota.Text[Reading.Quota(quota.Done!.Value, quota.Assigned!.Value).Text.Length..].TrimStart(' ');
}
