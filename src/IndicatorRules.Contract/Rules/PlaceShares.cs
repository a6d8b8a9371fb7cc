using System.ComponentModel;

namespace IndicatorRules.Contract.Rules;

/// <summary>The parts of a whole as rules see them; the compiler derives one class per attribute, with a property per part.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PlaceShares
{
    internal PlaceContext? Place { get; set; }

    internal int Attribute { get; set; }

    /// <summary>For generated code: a share as a part of 1, so that 49 % is 0.49.</summary>
    protected decimal At(int part) => Place!.Values[Attribute].Shares[part] / 100m;
}
