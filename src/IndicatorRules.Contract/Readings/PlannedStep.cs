using System.Collections.Immutable;
using System.Globalization;

namespace IndicatorRules.Contract.Readings;

/// <summary>What a plan asks for by the end of a year. Immutable.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">In the figure's unit.</param>
public readonly record struct PlannedStep(int Year, decimal Value)
{
    private const int Most = 50;

    private static readonly char[] Between = [',', '，', ';', '；', '、'];

    /// <inheritdoc/>
    public override string ToString() => $"{Year}: {Reading.Plain(Value)}";

    /// <summary>Reads <c>2026: 11, 2028: 12.5, 2030: 14</c>; null where it is anything else, or the years do not rise.</summary>
    /// <param name="text">Years and values, in the order of the years; at most 50.</param>
    public static ImmutableArray<PlannedStep>? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var steps = ImmutableArray.CreateBuilder<PlannedStep>();
        foreach (var part in text.Split(Between, StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOfAny([':', '：']);
            if (colon < 0 || steps.Count == Most
                || !int.TryParse(part[..colon].TrimEnd().TrimEnd('年'), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                || !ExactDecimal.TryParse(part.AsSpan(colon + 1).Trim(), out var value)
                || (steps.Count > 0 && year <= steps[^1].Year) || year is < 1 or > 9999)
            {
                return null;
            }

            steps.Add(new(year, value));
        }

        return steps.DrainToImmutable();
    }
}
