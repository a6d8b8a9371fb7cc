using System.ComponentModel;

namespace IndicatorRules.Contract.Rules;

/// <summary>For generated code: a rule context typed by its scheme.</summary>
/// <typeparam name="TPlace">The scheme's place, with a property per attribute.</typeparam>
/// <typeparam name="TItems">The indicator's items, with a property per item.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RuleContext<TPlace, TItems> : RuleContext
    where TPlace : PlaceContext, new()
    where TItems : ItemSet, new()
{
    /// <summary>The place judged, with the attributes that the scheme asks for.</summary>
    public TPlace Place { get; private set; } = new();

    /// <summary>The indicator's items.</summary>
    public TItems Items { get; } = new();

    internal override ItemSet ItemsBase => Items;

    internal override PlaceContext PlaceBase
    {
        get => Place;
        set => Place = (TPlace)value;
    }
}
