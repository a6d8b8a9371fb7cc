using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IndicatorRules.Contract;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>The counts of an assessment. Immutable.</summary>
/// <param name="All">All indicators, without those of kinds that do not count, as in the other totals.</param>
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
    /// <summary>Each kind of rows that the table has, in the scheme's order, counted or not.</summary>
    public ImmutableArray<KindCounts> ByKind { get; init; } = [];

    /// <summary>Each stage that is due in the year judged, earliest first.</summary>
    public ImmutableArray<StageCounts> DueStages { get; init; } = [];

    /// <summary>The points of all indicators together, adjustments left out; null where none has points.</summary>
    public PointTotal? Points { get; init; }

    /// <summary>Compared by reference.</summary>
    public bool Equals(Summary? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    public override string ToString() => $"{All}";

    internal static Summary Of(Assessment assessment)
    {
        var scheme = assessment.Scheme;
        var all = assessment.Indicators.Where(v => v.Indicator.IsCounted).ToImmutableArray();
        var byDomain = ImmutableArray.CreateBuilder<DomainCounts>();
        foreach (var domain in scheme.Domains)
        {
            var rows = all.Where(v => domain.TaskGroups.Any(t => t.Id == v.Indicator.TaskGroup)).ToList();
            if (rows.Count > 0)
            {
                byDomain.Add(new DomainCounts(domain, Counts.Of(rows)) { Points = PointTotal.Of(rows.Select(v => v.Points)) });
            }
        }

        return new Summary(
            Counts.Of(all),
            Of(assessment, RowKind.Binding),
            Of(assessment, RowKind.Reference),
            byDomain.ToImmutable(),
            all.Count(v => scheme.Tally.Count(v.Verdict.Claimed) == Status.Met),
            all.Count(v => scheme.Tally.Count(v.Verdict.Claimed) == Status.NotMet))
        {
            Points = PointTotal.Of(all.Select(v => v.Points)),
            ByKind = [.. scheme.Kinds.Select(k => new KindCounts(k, Of(assessment, k))).Where(c => c.Counts.Total > 0)],
            DueStages = [.. scheme.Stages.Select(s => Of(s, all)).Where(c => c.Counts.Total > 0)],
        };
    }

    private static Counts Of(Assessment assessment, RowKind kind) =>
        Counts.Of(assessment.Indicators.Where(v => v.Indicator.CountsAsRow && v.Indicator.Kind.Id == kind.Id));

    private static StageCounts Of(Stage stage, ImmutableArray<IndicatorVerdict> all) =>
        new(stage, Counts.Of(all.SelectMany(v => v.DueStages).Where(d => d.Stage.Stage.Id == stage.Id)));
}

/// <summary>The number of verdicts of each status. Immutable.</summary>
/// <param name="Met">达标.</param>
/// <param name="NotMet">未达标.</param>
/// <param name="NotApplicable">不适用.</param>
/// <param name="Undetermined">无法判定.</param>
/// <param name="Declared">The number of verdicts that rest on a claim.</param>
public readonly record struct Counts(int Met, int NotMet, int NotApplicable, int Undetermined, int Declared)
{
    /// <summary>The number of all verdicts.</summary>
    public int Total => Met + NotMet + NotApplicable + Undetermined;

    /// <summary>The number of met ones that rest on a claim.</summary>
    public int DeclaredMet { get; init; }

    /// <summary>
    /// The met ones in percent of those that apply (达标率), rounded down to two decimals; null where none applies. Ranks go by it.
    /// </summary>
    public decimal? MetPercent() => Total - NotApplicable is var all and > 0
        ? Math.Round(Met * 100m / all, 2, MidpointRounding.ToNegativeInfinity)
        : null;

    /// <summary>The number of unmet ones that rest on a claim.</summary>
    public int DeclaredNotMet => Declared - DeclaredMet;

    internal static Counts Of(IEnumerable<IndicatorVerdict> verdicts) => Of(verdicts.ToList(), v => v.Status, v => v.Basis);

    internal static Counts Of(IEnumerable<StageVerdict> verdicts) => Of(verdicts.ToList(), v => v.Status, v => v.Basis);

    private static Counts Of<T>(List<T> all, Func<T, Status> status, Func<T, Basis?> basis)
        where T : class => new(
            all.Count(v => status(v) == Status.Met),
            all.Count(v => status(v) == Status.NotMet),
            all.Count(v => status(v) == Status.NotApplicable),
            all.Count(v => status(v) == Status.Undetermined),
            all.Count(v => basis(v) == Basis.Declared))
        {
            DeclaredMet = all.Count(v => status(v) == Status.Met && basis(v) == Basis.Declared),
        };
}

/// <summary>The counts of one domain. Immutable.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Counts">The counts of its indicators.</param>
public sealed record DomainCounts(Domain Domain, Counts Counts)
{
    /// <summary>The points of its indicators together; null where none has points.</summary>
    public PointTotal? Points { get; init; }
}

/// <summary>The counts of one kind of rows. Immutable.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Counts">The counts of its indicators.</param>
public sealed record KindCounts(RowKind Kind, Counts Counts);

/// <summary>The counts of the targets of one stage that is due. Immutable.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Counts">The counts of the scheme's targets for it.</param>
public sealed record StageCounts(Stage Stage, Counts Counts);
