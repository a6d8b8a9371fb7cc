using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Quantities;

/// <summary>
/// A number that may not be known, or not exactly: the least and the most that it can be, and the places it comes from.
/// Sums, products and comparisons carry all three along, so that what is missing never turns into zero.
/// </summary>
/// <remarks>
/// The default value is unknown. What cannot be worked out (two units added, a division by zero, a figure too large) is unknown too, and
/// records why; other operands decide as usual. A product or quotient has no unit. Immutable; safe on any thread.
/// </remarks>
public readonly struct Quantity
{
    private readonly Interval _numbers;
    private readonly ImmutableArray<Origin> _origins;
    private readonly string? _unit;
    private readonly LocalizedText? _label;

    internal Quantity(in Interval numbers, ImmutableArray<Origin> origins, string unit = "", LocalizedText? label = null, int? lag = null)
    {
        Lag = lag;
        _numbers = numbers;
        _origins = origins;
        _unit = unit;
        _label = label;
    }

    internal Quantity(decimal? low, decimal? high, ImmutableArray<Origin> origins, string unit = "", LocalizedText? label = null)
        : this(Interval.FromEnds(low, high), origins, unit, label)
    {
    }

    private Quantity(ImmutableArray<Origin> origins, string fault)
    {
        _origins = origins;
        Fault = fault;
    }

    /// <summary>The lower end; null when it is open downwards.</summary>
    public decimal? Low => _numbers.Least;

    /// <summary>The upper end; null when it is open upwards.</summary>
    public decimal? High => _numbers.Most;

    /// <summary>All numbers that it can be.</summary>
    internal Interval Numbers => _numbers;

    /// <summary>Whether <see cref="Low"/> itself is excluded (＞95).</summary>
    internal bool LowOpen => _numbers.LowOpen;

    /// <summary>Whether <see cref="High"/> itself is excluded (＜5).</summary>
    internal bool HighOpen => _numbers.HighOpen;

    /// <summary>Its unit; empty when it has none, or when it was multiplied or divided.</summary>
    public string Unit => _unit ?? "";

    /// <summary>Whether it is by how much two figures of <see cref="Unit"/> differ: percentages differ by percentage points.</summary>
    internal bool IsDifference { get; init; }

    /// <summary>Where it comes from; at most 64 places.</summary>
    internal ImmutableArray<Origin> Origins => _origins.IsDefault ? [] : _origins;

    /// <summary>Whether it is one number.</summary>
    public bool IsExact => Low is not null && Low == High;

    /// <summary>
    /// What went wrong in working it out, as a key of <see cref="ScriptFault"/>; null where nothing did. It is then unknown.
    /// </summary>
    internal string? Fault { get; }

    /// <summary>By how many years the figures that it rests on are older than their words ask for; null where it rests on none.</summary>
    internal int? Lag { get; }

    /// <summary>What it is of; empty for what a script worked out.</summary>
    internal LocalizedText Label => _label ?? LocalizedText.Empty;

    /// <summary>A plain number.</summary>
    public static implicit operator Quantity(decimal value) => new(Interval.Point(value), []);

    /// <summary>The sum. Of two different units it is unknown, and the reason says so.</summary>
    public static Quantity operator +(Quantity left, Quantity right) => Of(
        left, right, (in Interval l, in Interval r) => l.Plus(r), keepsUnit: true);

    /// <summary>The difference. Of two different units it is unknown, and the reason says so.</summary>
    public static Quantity operator -(Quantity left, Quantity right) => Of(
        left, right, (in Interval l, in Interval r) => l.Above(r), keepsUnit: true);

    /// <summary>The product; without a unit.</summary>
    public static Quantity operator *(Quantity left, Quantity right) => Of(
        left, right, (in Interval l, in Interval r) => l.Times(r), keepsUnit: false);

    /// <summary>
    /// The quotient; without a unit. Unknown where the divisor may be zero; where it is exactly zero, the reason says so.
    /// </summary>
    public static Quantity operator /(Quantity left, Quantity right) => right is { Low: 0, High: 0 }
        ? new(Joined(left, right), left.Fault ?? ScriptFault.DivisionByZero)
        : Of(left, right, (in Interval l, in Interval r) => l.Over(r), keepsUnit: false);

    /// <summary>Whether it is more.</summary>
    public static Answer operator >(Quantity left, Quantity right) => Compared(left, "＞", right, left._numbers.MoreThan(right._numbers));

    /// <summary>Whether it is less.</summary>
    public static Answer operator <(Quantity left, Quantity right) => Compared(left, "＜", right, left._numbers.LessThan(right._numbers));

    /// <summary>Whether it is at least as much.</summary>
    public static Answer operator >=(Quantity left, Quantity right) => Compared(left, "≥", right, left._numbers.AtLeast(right._numbers));

    /// <summary>Whether it is at most as much.</summary>
    public static Answer operator <=(Quantity left, Quantity right) => Compared(left, "≤", right, left._numbers.AtMost(right._numbers));

    /// <inheritdoc/>
    public override string ToString() => (Low, High) switch
    {
        (null, null) => "?",
        ({ } low, null) => $"{(LowOpen ? "＞" : "≥")}{Plain(low)}",
        (null, { } high) => $"{(HighOpen ? "＜" : "≤")}{Plain(high)}",
        ({ } low, { } high) when LowOpen || HighOpen =>
            $"{(LowOpen ? "＞" : "≥")}{Plain(low)}、{(HighOpen ? "＜" : "≤")}{Plain(high)}",
        ({ } low, { } high) => low == high ? Plain(low) : $"{Plain(low)}–{Plain(high)}",
    };

    /// <summary>A quantity that a word could not give.</summary>
    /// <param name="fault">A key of <see cref="ScriptFault"/>.</param>
    internal static Quantity Failed(string fault) => new([], fault);

    /// <summary>What keeps two from being added or compared; null where nothing does.</summary>
    internal static string? FaultOf(Quantity left, Quantity right) => left.Fault ?? right.Fault
        ?? (left.Unit.Length == 0 || right.Unit.Length == 0 || left.Unit == right.Unit ? null : ScriptFault.UnitsDiffer);

    /// <summary>By how much one may lie above the other.</summary>
    internal static Interval Above(Quantity left, Quantity right) => left._numbers.Above(right._numbers);

    /// <summary>Whether what two rest on is of the same years, so that one can be held against the other.</summary>
    internal static bool IsOfOneYear(Quantity left, Quantity right) =>
        left.Lag is not { } one || right.Lag is not { } other || one == other;

    internal static ImmutableArray<Origin> Joined(Quantity left, Quantity right) => OriginSet.Union(left.Origins, right.Origins);

    private delegate Interval Combined(in Interval left, in Interval right);

    private static Quantity Of(Quantity left, Quantity right, Combined numbers, bool keepsUnit)
    {
        var origins = Joined(left, right);
        if ((keepsUnit ? FaultOf(left, right) : left.Fault ?? right.Fault) is { } fault)
        {
            return new(origins, fault);
        }

        var unit = !keepsUnit ? "" : left.Unit.Length > 0 ? left.Unit : right.Unit;
        if (!IsOfOneYear(left, right))
        {
            return new(default(Interval), origins, unit);
        }

        try
        {
            return new(numbers(left._numbers, right._numbers), origins, unit, lag: left.Lag ?? right.Lag);
        }
        catch (OverflowException)
        {
            return new(origins, ScriptFault.Overflow);
        }
    }

    private static Answer Compared(Quantity left, string sign, Quantity right, Status holds)
    {
        var fault = FaultOf(left, right);
        bool? known = fault is not null || !IsOfOneYear(left, right) || holds == Status.Undetermined ? null : holds == Status.Met;
        return new Answer(known, [new Term(left, sign, right)], Joined(left, right), fault);
    }

    // Four decimals are more than a reader wants; trailing zeros tell nothing.
    private static string Plain(decimal value) => Reading.Plain(Math.Round(value, 4) / 1.0000000000000000000000000000m);
}
