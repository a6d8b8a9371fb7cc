using System.Collections.Immutable;
using System.Text.Json;
using IndicatorRules.Contract;

namespace IndicatorRules.Testing;

/// <summary>A verdict that a case expects. Immutable.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="StageId">The stage; null for the indicator itself.</param>
/// <param name="Status">The status.</param>
/// <param name="Basis">The basis; null if any will do.</param>
/// <param name="Margin">The exact margin; null if any will do.</param>
internal sealed record Expectation(string IndicatorId, string? StageId, Status Status, Basis? Basis, decimal? Margin)
{
    /// <summary>The exact points of the row; null if any will do.</summary>
    internal decimal? Points { get; private init; }

    internal static Expectation Read(JsonElement entry) => new(
        entry.Word("id")!,
        entry.Word("stage"),
        Enum.Parse<Status>(entry.Word("status")!, ignoreCase: true),
        entry.Word("basis") is { } basis ? Enum.Parse<Basis>(basis, ignoreCase: true) : null,
        entry.Number("margin"))
    {
        Points = entry.Number("points"),
    };
}

/// <summary>The numbers of verdicts that a case expects of all indicators. Null properties are not compared. Immutable.</summary>
internal sealed record CountExpectation(int? Met, int? NotMet, int? NotApplicable, int? Undetermined)
{
    internal static CountExpectation Read(JsonElement entry) => new(
        (int?)entry.Number("met"), (int?)entry.Number("notMet"), (int?)entry.Number("notApplicable"), (int?)entry.Number("undetermined"));
}

/// <summary>The conclusion that a case expects. Null properties are not compared. Immutable.</summary>
internal sealed class ConclusionExpectation
{
    /// <summary>The grade's id. If open verdicts leave the grade open, cases give the lowest and highest instead.</summary>
    internal string? Grade { get; private init; }

    internal string? LeastGrade { get; private init; }

    internal string? MostGrade { get; private init; }

    internal decimal? Points { get; private init; }

    internal decimal? LeastPoints { get; private init; }

    internal decimal? MostPoints { get; private init; }

    /// <summary>The ids of all indicators whose open verdicts decide the conclusion.</summary>
    internal ImmutableArray<string>? DecidedBy { get; private init; }

    internal static ConclusionExpectation Read(JsonElement entry) => new()
    {
        Grade = entry.Word("grade"),
        LeastGrade = entry.Word("leastGrade"),
        MostGrade = entry.Word("mostGrade"),
        Points = entry.Number("points"),
        LeastPoints = entry.Number("leastPoints"),
        MostPoints = entry.Number("mostPoints"),
        DecidedBy = entry.TryGetProperty("decidedBy", out _) ? [.. entry.Entries("decidedBy").Select(e => e.GetString()!)] : null,
    };
}

/// <summary>A contradiction that a case expects of the scheme's checks. Immutable.</summary>
/// <param name="CheckId">The check that reports it.</param>
/// <param name="IndicatorId">The indicator concerned; null for background figures.</param>
internal sealed record ContradictionExpectation(string CheckId, string? IndicatorId)
{
    internal static ContradictionExpectation Read(JsonElement entry) => new(entry.Word("check")!, entry.Word("indicator"));

    public override string ToString() => IndicatorId is null ? CheckId : $"{CheckId} {IndicatorId}";
}

/// <summary>Reads fields that the schema of cases has validated.</summary>
internal static class CaseFields
{
    internal static string? Word(this JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) ? value.GetString() : null;

    internal static decimal? Number(this JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) ? value.GetDecimal() : null;

    internal static IEnumerable<JsonElement> Entries(this JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var all) ? all.EnumerateArray() : [];
}
