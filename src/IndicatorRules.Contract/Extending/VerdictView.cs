using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Extending;

/// <summary>The verdict on one indicator as a report writer sees it. Immutable.</summary>
public sealed class VerdictView
{
    /// <summary>The indicator's number in the table where it is a whole number, otherwise 0; see <see cref="PrintedNumber"/>.</summary>
    public required int Number { get; init; }

    /// <summary>The indicator's number as printed: <c>4</c>, <c>4.1</c>, <c>参考1</c>.</summary>
    public string PrintedNumber { get; init; } = "";

    /// <summary>The indicator's id.</summary>
    public required string Id { get; init; }

    /// <summary>The indicator's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The heading that the indicator belongs to.</summary>
    public required LocalizedText Domain { get; init; }

    /// <summary>The unit as printed.</summary>
    public required string Unit { get; init; }

    /// <summary>The target as printed.</summary>
    public required LocalizedText Target { get; init; }

    /// <summary>Whether it is binding (约束性).</summary>
    public required bool IsBinding { get; init; }

    /// <summary>The kind of row as printed: 约束性, 参考性, 预期性.</summary>
    public LocalizedText Kind { get; init; } = LocalizedText.Empty;

    /// <summary>The indicator's own reading; null when the facts do not name it.</summary>
    public required Reading? Value { get; init; }

    /// <summary>The status under the evidence that counted.</summary>
    public required Status Status { get; init; }

    /// <summary>What the status rests on; null where nothing was decided.</summary>
    public required Basis? Basis { get; init; }

    /// <summary>Signed distance to the threshold in the indicator's unit, positive to spare; null where there is none.</summary>
    public required decimal? Margin { get; init; }

    /// <summary>Why, one sentence per clause, in the language asked for.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>Its dated targets that are due in the year judged.</summary>
    public ImmutableArray<StageView> DueStages { get; init; } = [];
}

/// <summary>The verdict on a dated target as a report writer sees it. Immutable.</summary>
public sealed class StageView
{
    /// <summary>The stage's id.</summary>
    public required string Id { get; init; }

    /// <summary>The stage's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The year that it is due.</summary>
    public required int Year { get; init; }

    /// <summary>The target as printed.</summary>
    public required LocalizedText Target { get; init; }

    /// <summary>The status under the evidence that counted.</summary>
    public required Status Status { get; init; }

    /// <summary>What the status rests on; null where nothing was decided.</summary>
    public required Basis? Basis { get; init; }

    /// <summary>Signed distance to the target in the indicator's unit, positive to spare; null where there is none.</summary>
    public required decimal? Margin { get; init; }

    /// <summary>Why, one sentence per clause, in the language asked for.</summary>
    public required ImmutableArray<string> Reasons { get; init; }
}
