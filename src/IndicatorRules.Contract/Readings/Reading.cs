using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract.Json;

namespace IndicatorRules.Contract.Readings;

/// <summary>
/// One fact as it was handed in (现状值): a number, a range, a bound, a quota, words, or its absence and why.
/// </summary>
/// <remarks>
/// Every numeric reading is an interval: a number is the interval of one point, a bound is open to one side. It does not
/// convert to <see cref="decimal"/> or <see cref="bool"/>, since that would hide what is not known. Immutable; safe on
/// any thread.
/// </remarks>
/// <example><code>
/// var number = Reading.Number(59.03m);
/// var bound = Reading.AtLeast(95);                            // ≥95
/// var missing = Reading.Absent(AbsenceKind.NotReported);
/// </code></example>
[JsonConverter(typeof(ReadingJson))]
[TypeConverter(typeof(NotForText))]
public sealed class Reading : IEquatable<Reading>
{
    private readonly Interval _interval;
    private readonly QuotaCount? _quota;

    private Reading(ReadingKind kind, string text, Interval interval = default)
    {
        Kind = kind;
        Text = text;
        _interval = interval;
    }

    private Reading(ReadingKind kind, string text, QuotaCount quota)
        : this(kind, text) => _quota = quota;

    /// <summary>The form of the reading.</summary>
    public ReadingKind Kind { get; }

    /// <summary>The reading as it was handed in, or its plain form where it was built from numbers.</summary>
    public string Text { get; }

    /// <summary>Why the figure is not there; meaningful for <see cref="ReadingKind.Absent"/> only.</summary>
    public AbsenceKind Absence { get; private init; }

    /// <summary>The lower end in the figure's unit; null when open downwards or not numeric.</summary>
    public decimal? Low => _interval.Least;

    /// <summary>The upper end in the figure's unit; null when open upwards or not numeric.</summary>
    public decimal? High => _interval.Most;

    /// <summary>Whether <see cref="Low"/> itself is excluded (＞95).</summary>
    public bool LowOpen => _interval.LowOpen;

    /// <summary>Whether <see cref="High"/> itself is excluded (＜5).</summary>
    public bool HighOpen => _interval.HighOpen;

    /// <summary>How much was done; set for a quota.</summary>
    public decimal? Done => _quota?.Done;

    /// <summary>How much was set to be done; set for a quota.</summary>
    public decimal? Assigned => _quota?.Assigned;

    /// <summary>Whether the reading can be compared with a number.</summary>
    public bool IsNumeric => !_interval.IsEmpty;

    /// <summary>Whether it is an estimate (预计, 预估, 估计, 初步): a verdict that needs it is declared, never measured.</summary>
    public bool IsEstimated { get; private init; }

    /// <summary>Whether the figure is not there.</summary>
    public bool IsAbsent => Kind == ReadingKind.Absent;

    /// <summary>Whether it is words for a figure: 约28, 28（初步数）, 五十二点九, and the mark of a formula that failed, #REF!.</summary>
    internal bool IsUnreadFigure => Kind == ReadingKind.Words
        && (Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || Text is ['#' or '＃', ..] || CellRemedy.IsNumeral(Text));

    /// <summary>The numbers that it may mean; empty when it is not numeric.</summary>
    internal ref readonly Interval Interval => ref _interval;

    /// <summary>The unit of the things that a quota counts; empty where it was not written.</summary>
    internal string QuotaUnit =>
        Kind == ReadingKind.Quota && Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end
            ? Text[(end + 1)..] : "";

    /// <summary>A quota as a percentage; empty where nothing was set.</summary>
    /// <exception cref="OverflowException">The numbers are too large to be divided.</exception>
    internal Interval Percent => _quota?.Percent is { } percent ? Readings.Interval.Point(percent) : default;

    /// <summary>One number, in the figure's unit.</summary>
    public static Reading Number(decimal value, string? text = null) =>
        new(ReadingKind.Number, text ?? Plain(value), Readings.Interval.Point(value));

    /// <summary>A range with both ends included.</summary>
    /// <exception cref="ArgumentException">The lower end lies above the upper one.</exception>
    public static Reading Range(decimal low, decimal high, string? text = null) => low <= high
        ? new(ReadingKind.Range, text ?? $"{Plain(low)}-{Plain(high)}", new Interval(low, high, Ends.Both))
        : throw new ArgumentException($"The lower end {Plain(low)} lies above the upper end {Plain(high)}.", nameof(low));

    /// <summary>A range of which an end does not belong to it.</summary>
    internal static Reading OpenRange(decimal low, bool lowOpen, decimal high, bool highOpen, string? text = null) => new(
        ReadingKind.Range,
        text ?? $"{(lowOpen ? "＞" : "≥")}{Plain(low)}、{(highOpen ? "＜" : "≤")}{Plain(high)}",
        new Interval(low, high, Ends.Both | (lowOpen ? Ends.LowOpen : 0) | (highOpen ? Ends.HighOpen : 0)));

    /// <summary>≥ <paramref name="low"/>.</summary>
    public static Reading AtLeast(decimal low, string? text = null) =>
        new(ReadingKind.Bound, text ?? $"≥{Plain(low)}", new Interval(low, 0, Ends.Low));

    /// <summary>＞ <paramref name="low"/>.</summary>
    public static Reading MoreThan(decimal low, string? text = null) =>
        new(ReadingKind.Bound, text ?? $"＞{Plain(low)}", new Interval(low, 0, Ends.Low | Ends.LowOpen));

    /// <summary>≤ <paramref name="high"/>.</summary>
    public static Reading AtMost(decimal high, string? text = null) =>
        new(ReadingKind.Bound, text ?? $"≤{Plain(high)}", new Interval(0, high, Ends.High));

    /// <summary>＜ <paramref name="high"/>.</summary>
    public static Reading LessThan(decimal high, string? text = null) =>
        new(ReadingKind.Bound, text ?? $"＜{Plain(high)}", new Interval(0, high, Ends.High | Ends.HighOpen));

    /// <summary>So many done of so many set, both in <paramref name="unit"/>.</summary>
    public static Reading Quota(decimal done, decimal assigned, string unit = "") =>
        new(ReadingKind.Quota,
            $"{Plain(done)}/{Plain(assigned)}{(Given.NotNull(unit).Length > 0 ? " " + unit : "")}",
            new QuotaCount(done, assigned));

    /// <summary>A state, or any other words that are not a figure.</summary>
    public static Reading Words(string text) => new(ReadingKind.Words, Given.NotNull(text));

    /// <summary>No figure, and why.</summary>
    /// <param name="kind">The kind of absence.</param>
    /// <param name="text">The words that were handed in instead.</param>
    public static Reading Absent(AbsenceKind kind, string text = "-") =>
        new(ReadingKind.Absent, Given.NotNull(text)) { Absence = Given.Known(kind) };

    /// <summary>The same reading as an estimate; a figure says so in its text: 95（预计）.</summary>
    /// <exception cref="InvalidOperationException">There is not a figure.</exception>
    public Reading AsEstimate() => IsAbsent
        ? throw new InvalidOperationException("What is not there cannot be an estimate.")
        : IsEstimated ? this
        : Restore(
            Kind, Kind == ReadingKind.Words || PrintedCell.SaysEstimate(Text) ? Text : Text + "（预计）", _interval, _quota, Absence, true);

    /// <summary>What is left of an estimate where measured evidence alone counts: no figure, and what was handed in.</summary>
    internal Reading Unmeasured() => Absent(AbsenceKind.NotReported, PrintedCell.SaysEstimate(Text) ? Text : Text + "（预计）");

    /// <summary>The same reading with a remark behind its figure, in brackets; words stay as they are.</summary>
    internal Reading Remarked(string remark) => Kind == ReadingKind.Words || remark.Length == 0
        ? this
        : Restore(Kind, $"{Text}（{remark}）", _interval, _quota, Absence, IsEstimated);

    /// <summary>A reading that was written down with all that it holds, and is made again as it was.</summary>
    internal static Reading Restore(
        ReadingKind kind, string text, Interval interval, QuotaCount? quota, AbsenceKind absence, bool isEstimated) => quota is null
        ? new(kind, text, interval) { Absence = absence, IsEstimated = isEstimated }
        : new(kind, text, quota) { IsEstimated = isEstimated };

    /// <summary>A number in its plain form, as many decimals as it was written with.</summary>
    public static string Plain(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(Reading? other) => other is not null && Kind == other.Kind && Text == other.Text
        && Absence == other.Absence && IsEstimated == other.IsEstimated && _interval == other._interval && _quota == other._quota;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Reading);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Text, Low, High, Done, Assigned);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
