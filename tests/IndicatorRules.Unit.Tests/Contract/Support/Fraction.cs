using System.Globalization;
using System.Numerics;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>An exact number for tests, read from a decimal's own text.</summary>
internal readonly record struct Fraction(BigInteger Above, BigInteger Below)
{
    internal static Fraction Of(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return new(digits, BigInteger.Pow(10, point < 0 ? 0 : text.Length - point - 1));
    }

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Above * b.Below) + (b.Above * a.Below), a.Below * b.Below);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Above * b.Below) - (b.Above * a.Below), a.Below * b.Below);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Above * b.Above, a.Below * b.Below);

    internal Fraction Power(int exponent) => new(BigInteger.Pow(Above, exponent), BigInteger.Pow(Below, exponent));

    internal int Against(Fraction other) => (Above * other.Below).CompareTo(other.Above * Below);
}
