using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>How the verdicts of several rows become one: all must be met, or a number of them. Immutable.</summary>
/// <param name="Rows">The ids of the rows, in the table's order.</param>
/// <param name="AtLeast">How many must be met; null for all.</param>
/// <param name="IsGroup">Whether they are the rows of a group; false for the items of a row.</param>
public sealed record Combination(ImmutableArray<string> Rows, int? AtLeast, bool IsGroup)
{
    /// <inheritdoc/>
    public bool Equals(Combination? other) =>
        other is not null && AtLeast == other.AtLeast && IsGroup == other.IsGroup && Rows.SequenceEqual(other.Rows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AtLeast, IsGroup, Rows.Length);

    /// <summary>The ids of the rows.</summary>
    public override string ToString() => string.Join(", ", Rows);

    /// <summary>
    /// The status: rows that do not apply are left out, and where fewer apply than must be met, all that apply must be.
    /// </summary>
    internal Status Of(IEnumerable<Status> rows)
    {
        var counts = new int[4];
        foreach (var status in rows)
        {
            counts[(int)status]++;
        }

        var (met, notMet, open) = (counts[(int)Status.Met], counts[(int)Status.NotMet], counts[(int)Status.Undetermined]);
        var applicable = met + notMet + open;
        var needed = AtLeast ?? int.MaxValue;
        // What is open may turn out any way; it may also not apply.
        return applicable == 0 ? Status.NotApplicable
            : met >= Math.Min(needed, applicable) ? Status.Met
            : notMet == 0 || met + open >= needed ? Status.Undetermined
            : Status.NotMet;
    }
}
