using System.Collections.Immutable;
using System.ComponentModel;

namespace IndicatorRules.Contract.Rules;

/// <summary>The parts of a whole as rules see them; the compiler derives one class per attribute, with a property per part.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PlaceShares
{
    private decimal[] _parts = [];

    /// <summary>For generated code: a share as a part of 1, so that 49 % is 0.49.</summary>
    protected decimal At(int part) => _parts[part];

    /// <summary>Turns to another place.</summary>
    /// <param name="percents">Its shares in percent, in the scheme's order.</param>
    internal void Turn(ImmutableArray<decimal> percents)
    {
        if (_parts.Length != percents.Length)
        {
            _parts = new decimal[percents.Length];
        }

        for (var i = 0; i < percents.Length; i++)
        {
            _parts[i] = percents[i] / 100m;
        }
    }
}
