using FsCheck.Xunit;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Tests.Model;

/// <summary>
/// Verdicts of several rows combined, held against the verdict algebra and against every way in which open ones may turn out.
/// </summary>
[Properties(MaxTest = 400)]
public class CombinationTests
{
    [Property]
    public bool AllRows_AreAsAndSays(Status[] rows) =>
        Of(null, rows) == rows.Aggregate(new Verdict(Status.NotApplicable), (all, row) => all & new Verdict(row)).Proven;

    [Property]
    public bool OneRow_IsAsOrSays(Status[] rows) =>
        Of(1, rows) == rows.Aggregate(new Verdict(Status.NotApplicable), (all, row) => all | new Verdict(row)).Proven;

    [Property]
    public bool SomeRows_AreWhatEveryOutcomeAgreesOn(Status[] rows, byte atLeast)
    {
        var (few, least) = (rows.Take(7).ToArray(), (atLeast % 7) + 1);
        var outcomes = Outcomes(few).Select(o => Decided(o, least)).Where(o => o != Status.NotApplicable).Distinct().ToList();
        return Of(least, few) == (outcomes.Count == 0 ? Status.NotApplicable : outcomes.Count == 1 ? outcomes[0] : Status.Undetermined);
    }

    [Property]
    public bool AsManyAsThereAre_AreAll(Status[] rows) => Of(Math.Max(rows.Length, 1), rows) == Of(null, rows);

    [Property]
    public bool Order_IsOfNoMatter(Status[] rows, byte atLeast) =>
        Of((atLeast % 5) + 1, rows) == Of((atLeast % 5) + 1, [.. rows.Reverse()]);

    private static Status Of(int? atLeast, Status[] rows) => new Combination([], atLeast, IsGroup: true).Of(rows);

    private static Status Decided(Status[] rows, int least)
    {
        var applicable = rows.Count(r => r != Status.NotApplicable);
        return applicable == 0 ? Status.NotApplicable
            : rows.Count(r => r == Status.Met) >= Math.Min(least, applicable) ? Status.Met : Status.NotMet;
    }

    private static IEnumerable<Status[]> Outcomes(Status[] rows)
    {
        var at = Array.IndexOf(rows, Status.Undetermined);
        return at < 0 ? [rows] : new[] { Status.Met, Status.NotMet, Status.NotApplicable }.SelectMany(s =>
        {
            var next = (Status[])rows.Clone();
            next[at] = s;
            return Outcomes(next);
        });
    }
}
