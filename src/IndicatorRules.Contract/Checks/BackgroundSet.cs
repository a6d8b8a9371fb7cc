using System.ComponentModel;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Checks;

/// <summary>The background figures of one year by name; the compiler derives one class per scheme, with a property per figure.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BackgroundSet
{
    internal CheckInput? Input { get; set; }

    internal int Year { get; set; }

    /// <summary>What makes every figure unknown, as a key of <c>ScriptFault</c>; null where nothing does.</summary>
    internal string? Fault { get; init; }

    /// <summary>For generated code: the figure at a place in the scheme's list.</summary>
    protected Quantity At(int index)
    {
        if (Fault is { } fault)
        {
            return Quantity.Failed(fault);
        }

        var info = Input!.Background[index];
        var (fact, column, lag) = FigureQuantity.Find(
            Input.Facts, Input.Year, Input.Year - Year, y => y.Background.FirstOrDefault(b => b.Id == info.Id)?.Fact);
        var origin = new Origin
        {
            Kind = OriginKind.Background,
            Id = info.Id,
            Year = column,
            Name = info.Name,
            Said = FigureQuantity.Said(fact, info.Unit, column),
            Source = fact.Source,
        };
        return FigureQuantity.Of(fact, info.Unit, origin, lag);
    }
}
