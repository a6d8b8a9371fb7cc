using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Quantities;

/// <summary>
/// A number that may not be known, or not exactly: the least and the most that it can be, and the places it comes from.
/// Sums, products and comparisons carry all three along, so that what is missing never turns into zero.
/// </summary>
/// <remarks>
/// The default value is unknown. A sum or comparison of two different units is a fault of the script; a product or
/// quotient has no unit. Immutable; safe on any thread.
/// </remarks>
public readonly struct Quantity
{
    private readonly ImmutableArray<Origin> _origins;
    private readonly string? _unit;
    private readonly LocalizedText? _label;

    internal Quantity(decimal? low, decimal? high, ImmutableArray<Origin> origins, string unit = "", LocalizedText? label = null, int? lag = null)
    {
        Lag = lag;
        Low = low;
        High = high;
        _origins = origins;
        _unit = unit;
        _label = label;
    }

    /// <summary>The least that it can be; null when there is no lower end.</summary>
    public decimal? Low { get; }

    /// <summary>The most that it can be; null when there is no upper end.</summary>
    public decimal? High { get; }

    /// <summary>Its unit; empty when it has none, or when it was multiplied or divided.</summary>
    public string Unit => _unit ?? "";

    /// <summary>Where it comes from; at most 64 places.</summary>
    public ImmutableArray<Origin> Origins => _origins.IsDefault ? [] : _origins;

    /// <summary>Whether it is one number.</summary>
    public bool IsExact => Low is not null && Low == High;

    /// <summary>By how many years the figures that it rests on are older than their words ask for; null where it rests on none.</summary>
    internal int? Lag { get; }

    /// <summary>What it is of; empty for what a script worked out.</summary>
    internal LocalizedText Label => _label ?? LocalizedText.Empty;

    /// <summary>A plain number.</summary>
    public static implicit operator Quantity(decimal value) => new(value, value, []);

    /// <summary>The sum.</summary>
    public static Quantity operator +(Quantity left, Quantity right) =>
        Of(left, right, left.Low + right.Low, left.High + right.High, UnitOf(left, right));

    /// <summary>The difference.</summary>
    public static Quantity operator -(Quantity left, Quantity right) =>
        Of(left, right, left.Low - right.High, left.High - right.Low, UnitOf(left, right));

    /// <summary>The product; without a unit.</summary>
    public static Quantity operator *(Quantity left, Quantity right)
    {
        var (low, high) = Product(left, right);
        return Of(left, right, low, high);
    }

    /// <summary>The quotient; without a unit. Unknown where the divisor may be zero.</summary>
    /// <exception cref="DivideByZeroException">The divisor is exactly zero.</exception>
    public static Quantity operator /(Quantity left, Quantity right)
    {
        if (right is { Low: 0, High: 0 })
        {
            throw new DivideByZeroException();
        }

        var (low, high) = Quotient(left, right);
        return Of(left, right, low, high);
    }

    /// <summary>Whether it is more.</summary>
    public static Answer operator >(Quantity left, Quantity right) =>
        Compared(left, "＞", right, left.Low > right.High, left.High <= right.Low);

    /// <summary>Whether it is less.</summary>
    public static Answer operator <(Quantity left, Quantity right) =>
        Compared(left, "＜", right, left.High < right.Low, left.Low >= right.High);

    /// <summary>Whether it is at least as much.</summary>
    public static Answer operator >=(Quantity left, Quantity right) =>
        Compared(left, "≥", right, left.Low >= right.High, left.High < right.Low);

    /// <summary>Whether it is at most as much.</summary>
    public static Answer operator <=(Quantity left, Quantity right) =>
        Compared(left, "≤", right, left.High <= right.Low, left.Low > right.High);

    /// <inheritdoc/>
    public override string ToString() => (Low, High) switch
    {
        (null, null) => "?",
        ({ } low, null) => $"≥{Plain(low)}",
        (null, { } high) => $"≤{Plain(high)}",
        ({ } low, { } high) => low == high ? Plain(low) : $"{Plain(low)}–{Plain(high)}",
    };

    /// <summary>The unit of a sum; two different ones are a fault.</summary>
    internal static string UnitOf(Quantity left, Quantity right) =>
        left.Unit.Length == 0 ? right.Unit
        : right.Unit.Length == 0 || right.Unit == left.Unit ? left.Unit
        : throw new UnitsDifferException(left.Unit, right.Unit);

    /// <summary>Whether what two rest on is of the same years, so that one can be held against the other.</summary>
    internal static bool IsOfOneYear(Quantity left, Quantity right) => left.Lag is not { } one || right.Lag is not { } other || one == other;

    internal static ImmutableArray<Origin> Joined(Quantity left, Quantity right) => OriginSet.Union(left.Origins, right.Origins);

    private static Quantity Of(Quantity left, Quantity right, decimal? low, decimal? high, string unit = "") => IsOfOneYear(left, right)
        ? new(low, high, Joined(left, right), unit, lag: left.Lag ?? right.Lag)
        : new(null, null, Joined(left, right), unit);

    private static Answer Compared(Quantity left, string sign, Quantity right, bool yes, bool no)
    {
        _ = UnitOf(left, right);
        bool? holds = !IsOfOneYear(left, right) ? null : yes ? true : no ? false : null;
        return new Answer(holds, [new Term(left, sign, right)], Joined(left, right));
    }

    private static (decimal? Low, decimal? High) Product(Quantity left, Quantity right) => (left, right) switch
    {
        ({ Low: { } a, High: { } b }, { Low: { } c, High: { } d }) => Ends(a * c, a * d, b * c, b * d),
        // Open to one side: only a plain factor tells which side stays open.
        (_, { IsExact: true, Low: { } factor }) => Scaled(left, factor),
        ({ IsExact: true, Low: { } factor }, _) => Scaled(right, factor),
        _ => (null, null),
    };

    private static (decimal? Low, decimal? High) Quotient(Quantity left, Quantity right) => (left, right) switch
    {
        (_, not { Low: > 0 } and not { High: < 0 }) => (null, null),
        ({ Low: { } a, High: { } b }, { Low: { } c, High: { } d }) => Ends(a / c, a / d, b / c, b / d),
        (_, { IsExact: true, Low: { } by }) => by > 0 ? (left.Low / by, left.High / by) : (left.High / by, left.Low / by),
        _ => (null, null),
    };

    private static (decimal? Low, decimal? High) Ends(params ReadOnlySpan<decimal> ends)
    {
        var (low, high) = (ends[0], ends[0]);
        foreach (var end in ends)
        {
            (low, high) = (Math.Min(low, end), Math.Max(high, end));
        }

        return (low, high);
    }

    private static (decimal? Low, decimal? High) Scaled(Quantity value, decimal factor) =>
        factor >= 0 ? (value.Low * factor, value.High * factor) : (value.High * factor, value.Low * factor);

    // Four decimals are more than a reader wants; trailing zeros tell nothing.
    private static string Plain(decimal value) => Reading.Plain(Math.Round(value, 4) / 1.0000000000000000000000000000m);
}
