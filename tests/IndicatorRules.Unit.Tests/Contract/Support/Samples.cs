using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>Judges by looking at points of a reading, one by one; the slow and plain way.</summary>
internal static class Samples
{
    // Far beyond every number that the generators make.
    internal const decimal Far = 1000;

    private const decimal Step = 0.25m;

    // Two of them together are less than a step.
    private const decimal Hair = Step / 4;

    /// <summary>
    /// Points of the interval: its ends where they belong to it and a hair inside where not, a fine grid between, and one far out where it
    /// has no end.
    /// </summary>
    internal static IEnumerable<decimal> Of(Reading reading)
    {
        var low = reading.Low ?? -20;
        var high = reading.High ?? 20;
        if (reading.Low is null)
        {
            yield return -Far;
        }

        for (var at = low; at <= high; at += Step)
        {
            if (!(at == reading.Low && reading.LowOpen) && !(at == reading.High && reading.HighOpen))
            {
                yield return at;
            }
        }

        if (reading.LowOpen)
        {
            yield return low + Hair;
        }

        if (reading.HighOpen)
        {
            yield return high - Hair;
        }

        if (reading.High is null)
        {
            yield return Far;
        }
    }

    internal static Status Judge<T>(IEnumerable<T> points, Func<T, bool> holds)
    {
        var answers = points.Select(holds).Distinct().ToList();
        return answers.Count == 2 ? Status.Undetermined : answers[0] ? Status.Met : Status.NotMet;
    }
}
