using System.ComponentModel;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

/// <summary>The place as rules see it; the compiler derives one class per scheme, with a property per attribute.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PlaceContext
{
    private PlaceValue[] _values = [];
    private PlaceShares?[] _shares = [];

    internal PlaceValue[] Values
    {
        get => _values;
        set
        {
            _values = value;
            if (_shares.Length != value.Length)
            {
                _shares = new PlaceShares?[value.Length];
            }

            for (var i = 0; i < value.Length; i++)
            {
                _shares[i]?.Turn(value[i].Shares);
            }
        }
    }

    /// <summary>For generated code: a choice, as its place in the scheme's list.</summary>
    protected int Choice(int attribute) => Filled(attribute).Choice;

    /// <summary>For generated code: a number.</summary>
    protected decimal Number(int attribute) => Filled(attribute).Number;

    /// <summary>For generated code: the parts of a whole.</summary>
    protected TShares Shares<TShares>(int attribute)
        where TShares : PlaceShares, new()
    {
        Filled(attribute);
        if (_shares[attribute] is TShares shares)
        {
            return shares;
        }

        shares = new TShares();
        shares.Turn(_values[attribute].Shares);
        _shares[attribute] = shares;
        return shares;
    }

    private ref readonly PlaceValue Filled(int attribute)
    {
        ref readonly var value = ref _values[attribute];
        if (value.Blank is not null)
        {
            throw new PlaceBlankException(value.Blank);
        }

        return ref value;
    }
}
