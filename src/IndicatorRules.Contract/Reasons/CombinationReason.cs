using System.Collections.Immutable;

namespace IndicatorRules.Contract.Reasons;

/// <summary>A verdict that combines those of other rows: of a group's rows, or of a row's items. Immutable.</summary>
public sealed class CombinationReason : Reason
{
    internal CombinationReason(Verdict verdict, ImmutableArray<CombinedRow> rows, int? atLeast)
        : base(verdict, line: 0) => (Rows, AtLeast) = (rows, atLeast);

    /// <summary>How many must be met; null for all.</summary>
    public int? AtLeast { get; }

    /// <summary>The rows, in the table's order.</summary>
    internal ImmutableArray<CombinedRow> Rows { get; }
}

/// <summary>A row whose verdict is combined with others. Immutable.</summary>
/// <param name="Label">Its number and name.</param>
/// <param name="Verdict">Its verdict.</param>
internal sealed record CombinedRow(LocalizedText Label, Verdict Verdict);
