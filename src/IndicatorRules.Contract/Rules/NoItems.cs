using System.ComponentModel;

namespace IndicatorRules.Contract.Rules;

/// <summary>For generated code: an indicator without items.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NoItems : ItemSet
{
}
