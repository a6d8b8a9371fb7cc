using System.Numerics;

namespace IndicatorRules.Contract.Readings;

/// <summary>A number that no rounding touches: whole numbers divided. Immutable.</summary>
/// <remarks>For what a decimal cannot hold, such as a third, a power or a point of a straight line between two figures.</remarks>
internal readonly struct Exact : IComparable<Exact>
{
    // The largest whole number in a decimal.
    private static readonly BigInteger MostWhole = (BigInteger.One << 96) - 1;
    private const int MostDecimals = 28;

    private readonly BigInteger _above;
    private readonly BigInteger _below;

    private Exact(BigInteger above, BigInteger below) => (_above, _below) = (above, below);

    internal int Sign => _above.Sign;

    internal static Exact Of(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(number, bits);
        var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new(number < 0 ? -digits : digits, BigInteger.Pow(10, number.Scale));
    }

    public static Exact operator +(Exact one, Exact other) =>
        new((one._above * other._below) + (other._above * one._below), one._below * other._below);

    public static Exact operator -(Exact one, Exact other) =>
        new((one._above * other._below) - (other._above * one._below), one._below * other._below);

    public static Exact operator *(Exact one, Exact other) => new(one._above * other._above, one._below * other._below);

    /// <param name="one">What is divided.</param>
    /// <param name="other">Not 0.</param>
    public static Exact operator /(Exact one, Exact other) => other.Sign < 0
        ? new(-one._above * other._below, one._below * -other._above)
        : new(one._above * other._below, one._below * other._above);

    public int CompareTo(Exact other) => (_above * other._below).CompareTo(other._above * _below);

    /// <summary>The number as a decimal, or the two decimals next to it with nothing between them that a decimal can hold.</summary>
    /// <remarks>To compare any decimal with the interval is to compare it with the number itself.</remarks>
    /// <exception cref="OverflowException">It is larger than a decimal can be.</exception>
    internal Interval ToInterval() => Nearest(this, (exact, scale) =>
    {
        var floor = Floor(exact._above * BigInteger.Pow(10, scale), exact._below, out var isWhole);
        return (floor, isWhole);
    });

    /// <summary>
    /// The number by which 100 must be multiplied so many times to grow as this one says, less 100: 5 for 1.157625 over 3 years.
    /// </summary>
    /// <param name="years">How many times; at least 1.</param>
    /// <remarks>A root is not computed but enclosed: a decimal is on its one side or the other, as its power tells.</remarks>
    /// <exception cref="OverflowException">It is larger than a decimal can be.</exception>
    internal Interval GrowthPercent(int years) => Nearest(this, (exact, scale) =>
    {
        // The largest whole x with ((100 + x / 10^scale) / 100)^years <= exact, so with
        // (100 * 10^scale + x)^years <= exact * (10^scale * 100)^years.
        var hundred = 100 * BigInteger.Pow(10, scale);
        var power = Floor(exact._above * BigInteger.Pow(hundred, years), exact._below, out var isWhole);
        var root = Root(power, years);
        return (root - hundred, isWhole && BigInteger.Pow(root, years) == power);
    });

    // With as many decimals as a decimal of this size can have.
    private static Interval Nearest(Exact exact, Func<Exact, int, (BigInteger Floor, bool IsWhole)> scaled)
    {
        for (var scale = MostDecimals; scale >= 0; scale--)
        {
            var (floor, isWhole) = scaled(exact, scale);
            var ceiling = isWhole ? floor : floor + 1;
            if (BigInteger.Abs(floor) <= MostWhole && BigInteger.Abs(ceiling) <= MostWhole)
            {
                return isWhole ? Interval.Point(Decimal(floor, scale)) : Interval.Open(Decimal(floor, scale), Decimal(ceiling, scale));
            }
        }

        throw new OverflowException();
    }

    private static decimal Decimal(BigInteger digits, int scale)
    {
        var size = BigInteger.Abs(digits);
        return Plain(new decimal(
            unchecked((int)(uint)(size & uint.MaxValue)), unchecked((int)(uint)((size >> 32) & uint.MaxValue)),
            unchecked((int)(uint)(size >> 64)), digits.Sign < 0, (byte)scale));

        // Without the zeros that say nothing.
        static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
    }

    private static BigInteger Floor(BigInteger above, BigInteger below, out bool isWhole)
    {
        var quotient = BigInteger.DivRem(above, below, out var rest);
        isWhole = rest.IsZero;
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    // The largest whole number whose power is not above the one given, by Newton's steps from above.
    private static BigInteger Root(BigInteger power, int degree)
    {
        if (degree == 1 || power <= BigInteger.One)
        {
            return power;
        }

        var root = BigInteger.One << (int)((power.GetBitLength() + degree - 1) / degree);
        while (true)
        {
            var next = (((degree - 1) * root) + (power / BigInteger.Pow(root, degree - 1))) / degree;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
