using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Naming;

namespace IndicatorRules.Testing;

/// <summary>Judges cases and compares the verdicts with the expected ones.</summary>
/// <param name="host">The host that finds and runs the schemes.</param>
public sealed class CaseRunner(SchemeHost host)
{
    /// <summary>Runs one case.</summary>
    /// <param name="one">The case.</param>
    /// <param name="scheme">The scheme, as <c>id</c> or <c>id@range</c>.</param>
    /// <example><code>
    /// foreach (var one in Case.ReadFolder("plugins/qinghe-county").OrThrow())
    /// {
    ///     Assert.True(new CaseRunner(host).Run(one, "qinghe-county").Passed, one.Name);
    /// }
    /// </code></example>
    public CaseResult Run(Case one, string scheme)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(scheme);
        try
        {
            return Judge(one, scheme);
        }
        catch (Exception fault) when (InputFault.IsOf(fault))
        {
            return new(one, [], [InputFault.Of(fault, new Location(one.File))]);
        }
    }

    private CaseResult Judge(Case one, string scheme)
    {
        var options = one.Options with { Scheme = scheme };
        if (one.Contradictions is { } expected)
        {
            var reviewed = host.FindContradictions(one.Facts, options);
            var differences = reviewed.Value is { } review
                ? OverallDifferences.Of([.. expected.Select(e => Named(e, review))], review.Contradictions)
                : [];
            return Compare(one, reviewed.Value?.Assessment, reviewed.Diagnostics, differences);
        }

        var assessed = host.Assess(one.Facts, options);
        return Compare(one, assessed.Value, assessed.Diagnostics, []);
    }

    private static CaseResult Compare(
        Case one, Assessment? assessment, ImmutableArray<Diagnostic> diagnostics, IEnumerable<LocalizedText> differences) =>
        assessment is null ? new(one, [], diagnostics)
        : new(
            one,
            [
                .. one.Expected.SelectMany(e => Differences(e, assessment)),
                .. OverallDifferences.Of(one.Counts, assessment.Summary.All),
                .. OverallDifferences.Of(one.Conclusion, assessment.Conclusion),
                .. differences,
            ],
            [.. diagnostics.Where(d => d.Severity == Severity.Error)]);

    private static ContradictionExpectation Named(ContradictionExpectation expected, FactsReview review) =>
        expected.IndicatorId is { } id ? expected with { IndicatorId = Named(id, review.Assessment.Scheme) } : expected;

    // The id of the indicator that a case calls by its number or name.
    private static string Named(string text, Scheme scheme) => scheme.Find(text) is not null ? text
        : NameIndex.Of(scheme).Find(text, new Location(scheme.Key)).Value?.Id ?? text;

    private static IEnumerable<LocalizedText> Differences(Expectation expected, Assessment assessment)
    {
        var name = expected.StageId is null ? expected.IndicatorId : $"{expected.IndicatorId}/{expected.StageId}";
        var verdict = assessment.Find(Named(expected.IndicatorId, assessment.Scheme));
        var stage = verdict?.Stages.FirstOrDefault(s => s.Stage.Stage.Id == expected.StageId);
        if (verdict is null || (expected.StageId is not null && stage is null))
        {
            yield return new($"`{name}`：体系中没有", $"`{name}`: the scheme has none");
            yield break;
        }

        var (status, basis, margin) = stage is null
            ? (verdict.Status, verdict.Basis, verdict.Margin)
            : (stage.Status, stage.Basis, stage.Margin);
        if (status != expected.Status)
        {
            var (zh, en) = (new Wording(Language.Zh), new Wording(Language.En));
            yield return new(
                $"`{name}`：应为{zh.Of(expected.Status)}，实为{zh.Of(status)}",
                $"`{name}`: expected {en.Of(expected.Status)}, got {en.Of(status)}");
        }

        if (expected.Basis is { } wanted && basis != wanted)
        {
            var (zh, en) = (new Wording(Language.Zh), new Wording(Language.En));
            yield return new(
                $"`{name}`：依据应为{zh.Of(wanted)}，实为{zh.Of(basis)}",
                $"`{name}`: expected basis {en.Of(wanted)}, got {en.Of(basis)}");
        }

        if (expected.Points is { } points && !(verdict.Points is { IsExact: true } earned && earned.Least == points))
        {
            var got = verdict.Points?.OfPossible(Language.En) ?? "—";
            yield return new(
                $"`{name}`：得分应为 {Reading.Plain(points)}，实为 {got}", $"`{name}`: expected points {Reading.Plain(points)}, got {got}");
        }

        if (expected.Margin is { } distance && margin != distance)
        {
            var got = margin is { } m ? Wording.Signed(m) : "—";
            yield return new(
                $"`{name}`：差距应为 {Reading.Plain(distance)}，实为 {got}",
                $"`{name}`: expected margin {Reading.Plain(distance)}, got {got}");
        }
    }
}
