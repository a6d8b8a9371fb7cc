using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Findings;

/// <summary>
/// One step of a verdict, recorded while a rule ran with reasons asked for: operands, threshold, margin, script line.
/// </summary>
/// <remarks>Holds no sentences: reports render it in either language. Immutable; safe on any thread.</remarks>
public sealed record Finding
{
    private const int MostSteps = 5000;

    private readonly ImmutableArray<Finding> _parts = [];
    private readonly int _size = 1;

    /// <summary>What the finding says.</summary>
    public required Clause Clause { get; init; }

    /// <summary>The status with declarations left out.</summary>
    public required Status Proven { get; init; }

    /// <summary>The status with declarations taken as they are.</summary>
    public required Status Claimed { get; init; }

    /// <summary>The indicator or item judged; null for combinations.</summary>
    public FigureInfo? Figure { get; init; }

    /// <summary>The reading judged.</summary>
    public Reading? Reading { get; init; }

    /// <summary>The year that <see cref="Reading"/> is of.</summary>
    public int? Year { get; init; }

    /// <summary>The threshold, lower bound, or tolerance.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>The upper bound.</summary>
    public decimal? UpperThreshold { get; init; }

    /// <summary>The reading compared with; null when that year has none.</summary>
    public Reading? Reference { get; init; }

    /// <summary>The year compared with.</summary>
    public int? ReferenceYear { get; init; }

    /// <summary>Relative change in percent that the source prints in place of a reference.</summary>
    public decimal? PrintedChange { get; init; }

    /// <summary>A state, a task, a scheme's id, or the rule's own words, as the clause says.</summary>
    public string Text { get; init; } = "";

    /// <summary>Signed distance to the threshold, positive to spare; null where there is none.</summary>
    public decimal? Margin { get; init; }

    /// <summary>The unit of <see cref="Margin"/>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The line in the rule's file, 1-based; 0 for combinations.</summary>
    public int Line { get; init; }

    /// <summary>What a combination is made of, in the order written; empty where it would be more than anyone reads.</summary>
    public ImmutableArray<Finding> Parts
    {
        get => _parts;
        init
        {
            // Shared parts count each time: a rule that doubles itself would otherwise unfold without end in a report.
            var size = 1L;
            foreach (var part in value)
            {
                size += part._size;
            }

            IsCutShort = size > MostSteps;
            (_parts, _size) = IsCutShort ? ([], 1) : (value, (int)size);
        }
    }

    /// <summary>Whether the parts were left out because there are too many; the statuses stand.</summary>
    public bool IsCutShort { get; private init; }

    internal static Finding? Join(Clause clause, Verdict left, Verdict right)
    {
        if (left.Finding is null || right.Finding is null)
        {
            return left.Finding ?? right.Finding;
        }

        ImmutableArray<Finding> parts = [.. PartsOf(clause, left.Finding), .. PartsOf(clause, right.Finding)];
        Func<Status, Status, Status> combine = clause == Clause.All ? Verdict.All : Verdict.Any;
        var (margin, unit) = MarginOf(clause, parts);
        return new Finding
        {
            Clause = clause,
            Proven = combine(left.Proven, right.Proven),
            Claimed = combine(left.Claimed, right.Claimed),
            Parts = parts,
            Margin = margin,
            Unit = unit,
        };
    }

    private static ImmutableArray<Finding> PartsOf(Clause clause, Finding finding) =>
        finding.Clause == clause ? finding.Parts : [finding];

    // A combination has a margin when every part that counts has one, all in one unit: the tightest of All, the widest of Any.
    private static (decimal? Margin, string Unit) MarginOf(Clause clause, ImmutableArray<Finding> parts)
    {
        var counted = parts.Where(p => p.Claimed != Status.NotApplicable).ToList();
        if (counted.Count == 0 || counted.Any(p => p.Margin is null || p.Unit != counted[0].Unit))
        {
            return (null, "");
        }

        var margin = clause == Clause.All ? counted.Min(p => p.Margin) : counted.Max(p => p.Margin);
        return (margin, counted[0].Unit);
    }
}
