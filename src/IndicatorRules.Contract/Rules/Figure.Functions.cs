using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    // A missing figure or a range is not a number, and neither is the result of a function of it.
    internal static Figure WorkedOut(BoundFunction function, ImmutableArray<Figure> from)
    {
        if (from.FirstOrDefault(f => f.Fault is not null)?.Fault is { } failed)
        {
            return DerivedFigure.Failed(from[0], failed);
        }

        var numbers = ImmutableArray.CreateBuilder<decimal>(from.Length);
        for (var i = 0; i < from.Length; i++)
        {
            if (from[i].Info.Unit != function.Signature.Parameters[i].Unit)
            {
                return DerivedFigure.Failed(from[0], ScriptFault.UnitsDiffer);
            }

            // All are of the year that the first is of.
            if (from[i].NumbersOf(from[0].ReadingYear) is { IsPoint: true } known)
            {
                numbers.Add(known.Low);
            }
        }

        // What is absent goes first, so that its kind of absence is answered as the scheme says.
        var first = from.FirstOrDefault(f => f.Fact.Value.IsAbsent) ?? from[0];
        Reading? value = null;
        if (numbers.Count == from.Length)
        {
            try
            {
                value = function.Call(numbers.ToImmutable()) is { } number ? Reading.Number(Plain(number)) : null;
            }
            catch (Exception)
            {
                // A stranger's code: not even a cancellation of its own making is the host's.
                return DerivedFigure.Failed(from[0], ScriptFault.Function);
            }
        }

        return DerivedFigure.Of(first, value, function.Signature.Id, function.Signature.Unit, function.Name);
    }

    // Without the zeros that a product leaves behind the point.
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
