using System.ComponentModel;

namespace IndicatorRules.Contract.Rules;

/// <summary>The place as rules see it; the compiler derives one class per scheme, with a property per attribute.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PlaceContext
{
    private readonly Dictionary<int, PlaceShares> _shares = [];

    internal PlaceValue[] Values { get; set; } = [];

    /// <summary>For generated code: a choice, as its place in the scheme's list.</summary>
    protected int Choice(int attribute) => Values[attribute].Choice;

    /// <summary>For generated code: a number.</summary>
    protected decimal Number(int attribute) => Values[attribute].Number;

    /// <summary>For generated code: the parts of a whole.</summary>
    protected TShares Shares<TShares>(int attribute)
        where TShares : PlaceShares, new()
    {
        if (!_shares.TryGetValue(attribute, out var shares))
        {
            _shares[attribute] = shares = new TShares { Place = this, Attribute = attribute };
        }

        return (TShares)shares;
    }
}
