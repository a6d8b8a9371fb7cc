using System.Globalization;

namespace IndicatorRules.Schemes.Model;

/// <summary>The range that a figure can have (取值范围), ends included. A figure outside gets a warning. Immutable.</summary>
/// <param name="Least">The least, in the unit of the facts; null if there is none.</param>
/// <param name="Most">The most; null if there is none.</param>
/// <param name="Rejects">Whether a figure outside is an error, because of which its row is not judged; a warning otherwise.</param>
public sealed record FigureRange(decimal? Least, decimal? Most, bool Rejects)
{
    /// <summary>Both ends, empty for one that is missing.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"[{Least}, {Most}]");

    /// <summary>Whether a number is outside.</summary>
    internal bool Excludes(decimal? number) => number < Least || number > Most;
}
