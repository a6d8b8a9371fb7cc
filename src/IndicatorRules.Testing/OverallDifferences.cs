using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Testing;

/// <summary>Compares a conclusion and contradictions with those that a case expects.</summary>
internal static class OverallDifferences
{
    internal static IEnumerable<LocalizedText> Of(ConclusionExpectation? expected, SchemeConclusion? conclusion)
    {
        if (expected is null)
        {
            return [];
        }

        (LocalizedText Name, string? Wanted, string? Got)[] fields =
        [
            (new("等级", "grade"), expected.Grade, conclusion?.Grade?.Id),
            (new("最低等级", "least grade"), expected.LeastGrade, conclusion?.LeastGrade?.Id),
            (new("最高等级", "most grade"), expected.MostGrade, conclusion?.MostGrade?.Id),
            (new("得分", "points"), Plain(expected.Points),
                conclusion?.Points is { IsExact: true } points ? Plain(points.Low) : $"{conclusion?.Points}"),
            (new("最低得分", "least points"), Plain(expected.LeastPoints), Plain(conclusion?.Points?.Low)),
            (new("最高得分", "most points"), Plain(expected.MostPoints), Plain(conclusion?.Points?.High)),
            (new("取决于", "decided by"), Joined(expected.DecidedBy), Joined(conclusion?.DecidedBy)),
        ];
        return fields.Where(f => f.Wanted is not null && f.Wanted != f.Got).Select(f => new LocalizedText(
            $"总评{f.Name.Zh}应为 {f.Wanted}，实为 {f.Got ?? "—"}",
            $"conclusion: expected {f.Name.En} {f.Wanted}, got {f.Got ?? "—"}"));
    }

    internal static IEnumerable<LocalizedText> Of(CountExpectation? expected, Counts got)
    {
        var (zh, en) = (new Wording(Language.Zh), new Wording(Language.En));
        (Status Status, int? Wanted, int Got)[] counts =
        [
            (Status.Met, expected?.Met, got.Met),
            (Status.NotMet, expected?.NotMet, got.NotMet),
            (Status.NotApplicable, expected?.NotApplicable, got.NotApplicable),
            (Status.Undetermined, expected?.Undetermined, got.Undetermined),
        ];
        return counts.Where(c => c.Wanted is { } wanted && wanted != c.Got).Select(c => new LocalizedText(
            $"{zh.Of(c.Status)}应为 {c.Wanted} 项，实为 {c.Got} 项", $"{en.Of(c.Status)}: expected {c.Wanted}, got {c.Got}"));
    }

    internal static IEnumerable<LocalizedText> Of(ImmutableArray<ContradictionExpectation> expected, ImmutableArray<Contradiction> found)
    {
        var got = found.Select(f => new ContradictionExpectation(f.Check.Id, f.Indicator?.Id)).Distinct().ToList();
        return expected.Except(got).Select(e => new LocalizedText($"校核没有发现：{e}", $"not found by the checks: {e}"))
            .Concat(got.Except(expected).Select(g => new LocalizedText($"校核多发现了：{g}", $"found beyond what is expected: {g}")));
    }

    private static string? Plain(decimal? value) => value is { } v ? Reading.Plain(Wording.Trimmed(v)) : null;

    private static string? Joined(ImmutableArray<string>? ids) => ids is { } some ? some.IsEmpty ? "-" : string.Join(' ', some) : null;
}
