using System.Collections.Immutable;
using System.ComponentModel;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>The verdicts by name; the compiler derives one class per scheme, with a property per indicator.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OutcomeSet
{
    internal ImmutableArray<ConcludedRow> Rows { get; set; } = [];

    /// <summary>For generated code: the verdict at a place in the scheme's order.</summary>
    protected Outcome At(int index) => new(Rows[index]);
}
