namespace IndicatorRules.Contract.Readings;

/// <summary>
/// One fact as it was handed in (现状值): a number, a range, a bound, a quota, words, or its absence and why.
/// </summary>
/// <remarks>
/// Every numeric reading is an interval: a number is the interval of one point, a bound is open to one side. There is no
/// conversion to <see cref="decimal"/> or <see cref="bool"/>, since that would hide what is not known. Immutable; safe on
/// any thread.
/// </remarks>
public sealed class Reading : IEquatable<Reading>
{
    private Reading(ReadingKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>The form of the reading.</summary>
    public ReadingKind Kind { get; }

    /// <summary>The reading as it was handed in, or its plain form where it was built from numbers.</summary>
    public string Text { get; }

    /// <summary>Why the figure is not there; meaningful for <see cref="ReadingKind.Absent"/> only.</summary>
    public AbsenceKind Absence { get; private init; }

    /// <summary>The lower end in the figure's unit; null when open downwards or not numeric.</summary>
    public decimal? Low { get; private init; }

    /// <summary>The upper end in the figure's unit; null when open upwards or not numeric.</summary>
    public decimal? High { get; private init; }

    /// <summary>Whether <see cref="Low"/> itself is excluded (＞95).</summary>
    public bool LowOpen { get; private init; }

    /// <summary>Whether <see cref="High"/> itself is excluded (＜5).</summary>
    public bool HighOpen { get; private init; }

    /// <summary>How much was done; set for a quota.</summary>
    public decimal? Done { get; private init; }

    /// <summary>How much was set to be done; set for a quota.</summary>
    public decimal? Assigned { get; private init; }

    /// <summary>Whether the reading can be compared with a number.</summary>
    public bool IsNumeric => Low is not null || High is not null;

    /// <summary>Whether the figure is not there.</summary>
    public bool IsAbsent => Kind == ReadingKind.Absent;

    /// <summary>One number, in the figure's unit.</summary>
    public static Reading Number(decimal value, string? text = null) =>
        new(ReadingKind.Number, text ?? Plain(value)) { Low = value, High = value };

    /// <summary>A range with both ends included.</summary>
    /// <exception cref="ArgumentException">The lower end lies above the upper one.</exception>
    public static Reading Range(decimal low, decimal high, string? text = null) => low <= high
        ? new(ReadingKind.Range, text ?? $"{Plain(low)}-{Plain(high)}") { Low = low, High = high }
        : throw new ArgumentException($"The lower end {Plain(low)} lies above the upper end {Plain(high)}.", nameof(low));

    /// <summary>≥ <paramref name="low"/>.</summary>
    public static Reading AtLeast(decimal low, string? text = null) =>
        new(ReadingKind.Bound, text ?? $"≥{Plain(low)}") { Low = low };

    /// <summary>＞ <paramref name="low"/>.</summary>
    public static Reading MoreThan(decimal low, string? text = null) =>
        new(ReadingKind.Bound, text ?? $"＞{Plain(low)}") { Low = low, LowOpen = true };

    /// <summary>≤ <paramref name="high"/>.</summary>
    public static Reading AtMost(decimal high, string? text = null) =>
        new(ReadingKind.Bound, text ?? $"≤{Plain(high)}") { High = high };

    /// <summary>＜ <paramref name="high"/>.</summary>
    public static Reading LessThan(decimal high, string? text = null) =>
        new(ReadingKind.Bound, text ?? $"＜{Plain(high)}") { High = high, HighOpen = true };

    /// <summary>So many done of so many set, both in <paramref name="unit"/>.</summary>
    public static Reading Quota(decimal done, decimal assigned, string unit = "") =>
        new(ReadingKind.Quota, $"{Plain(done)}/{Plain(assigned)}{(unit.Length > 0 ? " " + unit : "")}")
        {
            Done = done,
            Assigned = assigned,
        };

    /// <summary>A state, or any other words that are no figure.</summary>
    public static Reading Words(string text) => new(ReadingKind.Words, text);

    /// <summary>No figure, and why.</summary>
    /// <param name="kind">The kind of absence.</param>
    /// <param name="text">The words that were handed in instead.</param>
    public static Reading Absent(AbsenceKind kind, string text = "-") =>
        new(ReadingKind.Absent, text) { Absence = kind };

    /// <summary>A number in its plain form, as many decimals as it was written with.</summary>
    public static string Plain(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(Reading? other) => other is not null && Kind == other.Kind && Text == other.Text
        && Absence == other.Absence && Low == other.Low && High == other.High && LowOpen == other.LowOpen
        && HighOpen == other.HighOpen && Done == other.Done && Assigned == other.Assigned;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Reading);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Text, Low, High, Done, Assigned);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
