using System.ComponentModel;

namespace IndicatorRules.Contract.Checks;

/// <summary>For generated code: a row with its items by name.</summary>
/// <typeparam name="TItems">The items, with a property each.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CheckedIndicator<TItems> : CheckedIndicator
    where TItems : CheckedItems, new()
{
    internal CheckedIndicator()
    {
    }

    /// <summary>The items by name.</summary>
    public TItems Items => new() { Owner = this };
}
