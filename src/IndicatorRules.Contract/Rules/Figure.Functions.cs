using System.Collections.Immutable;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    // A figure that is missing or a range is no number, and neither is what a function would make of it.
    internal static Figure WorkedOut(BoundFunction function, ImmutableArray<Figure> from)
    {
        var numbers = ImmutableArray.CreateBuilder<decimal>(from.Length);
        for (var i = 0; i < from.Length; i++)
        {
            if (from[i].Info.Unit != function.Signature.Parameters[i].Unit)
            {
                throw new UnitsDifferException(from[i].Info.Unit, function.Signature.Parameters[i].Unit);
            }

            if (from[i].Numbers(from[i].Fact.Value) is { IsPoint: true } known)
            {
                numbers.Add(known.Low);
            }
        }

        // What is absent goes first, so that its kind of absence is answered as the scheme says.
        var first = from.FirstOrDefault(f => f.Fact.Value.IsAbsent) ?? from[0];
        var value = numbers.Count == from.Length && Called(function, numbers.ToImmutable()) is { } number ? Reading.Number(Plain(number)) : (Reading?)null;
        return DerivedFigure.Of(first, value, function.Signature.Id, function.Signature.Unit, function.Name);
    }

    // Without the zeros that a product leaves behind the point.
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    private static decimal? Called(BoundFunction function, ImmutableArray<decimal> numbers)
    {
        try
        {
            return function.Call(numbers);
        }
        catch (Exception e)
        {
            throw new FunctionFailedException(e);
        }
    }
}
