using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>The counts of an assessment. Immutable.</summary>
/// <param name="All">All indicators.</param>
/// <param name="Binding">The binding ones.</param>
/// <param name="Reference">The reference ones.</param>
/// <param name="ByDomain">Each domain, in the scheme's order.</param>
/// <param name="ReportedMet">Met by the scheme's own way of counting, claims included.</param>
/// <param name="ReportedNotMet">Not met by the scheme's own way of counting, claims included.</param>
public sealed record Summary(
    Counts All,
    Counts Binding,
    Counts Reference,
    ImmutableArray<DomainCounts> ByDomain,
    int ReportedMet,
    int ReportedNotMet)
{
    /// <summary>Each stage that is due in the year judged, earliest first.</summary>
    public ImmutableArray<StageCounts> DueStages { get; init; } = [];

    internal static Summary Of(Assessment assessment)
    {
        var (scheme, all) = (assessment.Scheme, assessment.Indicators);
        var byDomain = ImmutableArray.CreateBuilder<DomainCounts>();
        foreach (var domain in scheme.Domains)
        {
            var counts = Counts.Of(all.Where(v => domain.TaskGroups.Any(t => t.Id == v.Indicator.TaskGroup)));
            if (counts.Total > 0)
            {
                byDomain.Add(new DomainCounts(domain, counts));
            }
        }

        return new Summary(
            Counts.Of(all),
            Counts.Of(all.Where(v => v.Indicator.Force == RowKind.Binding)),
            Counts.Of(all.Where(v => v.Indicator.Force == RowKind.Reference)),
            byDomain.ToImmutable(),
            all.Count(v => scheme.Tally.Count(v.Verdict.Claimed) == Status.Met),
            all.Count(v => scheme.Tally.Count(v.Verdict.Claimed) == Status.NotMet))
        {
            DueStages = [.. scheme.Stages.Select(s => Of(s, all)).Where(c => c.Counts.Total > 0)],
        };
    }

    private static StageCounts Of(Stage stage, ImmutableArray<IndicatorVerdict> all) =>
        new(stage, Counts.Of(all.SelectMany(v => v.DueStages).Where(d => d.Stage.Stage.Id == stage.Id)));
}
