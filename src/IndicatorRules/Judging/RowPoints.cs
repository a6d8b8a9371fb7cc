using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Quantities;

namespace IndicatorRules.Judging;

/// <summary>The points of one row (得分). Immutable.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Least">The least that it earns.</param>
/// <param name="Most">The most that it earns.</param>
/// <param name="Possible">What it can earn here; 0 where it does not apply and its points are left out.</param>
/// <param name="Why">Why the points are open; empty where they are not.</param>
public sealed record RowPoints(string IndicatorId, decimal Least, decimal Most, decimal Possible, LocalizedText Why)
{
    /// <summary>Whether the points are one number.</summary>
    public bool IsExact => Least == Most;

    /// <summary>The points of those possible: 8.5/10, 0–10/10; 不计 where they are left out.</summary>
    public string OfPossible(Language language) => Possible == 0
        ? language == Language.Zh ? "不计" : "left out"
        : $"{Earned}/{PointTotal.Text(Possible, Possible)}";

    /// <summary>The points alone: 8.5, 0–10; empty where they are left out.</summary>
    public string Earned => Possible == 0 ? "" : PointTotal.Text(Least, Most);

    /// <inheritdoc/>
    public override string ToString() => $"{IndicatorId} {OfPossible(Language.En)}";
}

/// <summary>The points of several rows together. Immutable.</summary>
/// <param name="Least">The least that they earn.</param>
/// <param name="Most">The most that they earn.</param>
/// <param name="Possible">What they can earn here.</param>
public sealed record PointTotal(decimal Least, decimal Most, decimal Possible)
{
    internal static string Text(decimal least, decimal most) => $"{new Quantity(least, most, [])}";

    /// <summary>8.5/10, 0–10/10.</summary>
    public override string ToString() => $"{Text(Least, Most)}/{Text(Possible, Possible)}";

    /// <summary>The sum; null where no row has points.</summary>
    internal static PointTotal? Of(IEnumerable<RowPoints?> rows)
    {
        var all = rows.OfType<RowPoints>().ToImmutableArray();
        return all.IsEmpty ? null : new(all.Sum(r => r.Least), all.Sum(r => r.Most), all.Sum(r => r.Possible));
    }
}
