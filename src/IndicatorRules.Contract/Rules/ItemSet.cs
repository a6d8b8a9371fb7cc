using System.Collections.Immutable;
using System.ComponentModel;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

/// <summary>The items of one indicator; the compiler derives one class per indicator, with a property per item.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ItemSet
{
    private ItemFigure[] _items = [];

    internal ReadOnlySpan<ItemFigure> All => _items;

    /// <summary>For generated code: the item at a place in the scheme's order.</summary>
    protected Figure At(int index) => _items[index];

    internal void Join(BoundRow row)
    {
        for (var i = 0; i < _items.Length; i++)
        {
            _items[i].Join(row, i);
        }
    }

    internal void Attach(RuleContext owner, ImmutableArray<FigureInfo> infos, int firstState)
    {
        _items = new ItemFigure[infos.Length];
        for (var i = 0; i < infos.Length; i++)
        {
            _items[i] = new ItemFigure();
            _items[i].Attach(owner, infos[i], firstState);
            firstState += infos[i].States.Length;
        }
    }
}
