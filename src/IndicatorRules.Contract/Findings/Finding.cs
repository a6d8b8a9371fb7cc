using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly Operands? _operands;

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
    public decimal? UpperThreshold
    {
        get => _operands?.UpperThreshold;
        init => _operands = value is null && _operands is null ? null : (_operands ?? new()) with { UpperThreshold = value };
    }

    /// <summary>The figure that sets the threshold; null where the rule does.</summary>
    public FigureInfo? Against { get; init; }

    /// <summary>How many times <see cref="Against"/> is asked for.</summary>
    public decimal? Times { get; init; }

    /// <summary>The reading compared with; null when that year has none.</summary>
    public Reading? Reference
    {
        get => _operands?.Reference;
        init => _operands = value is null && _operands is null ? null : (_operands ?? new()) with { Reference = value };
    }

    /// <summary>The year compared with.</summary>
    public int? ReferenceYear
    {
        get => _operands?.ReferenceYear;
        init => _operands = value is null && _operands is null ? null : (_operands ?? new()) with { ReferenceYear = value };
    }

    /// <summary>Relative change in percent that the source prints in place of a reference.</summary>
    public decimal? PrintedChange
    {
        get => _operands?.PrintedChange;
        init => _operands = value is null && _operands is null ? null : (_operands ?? new()) with { PrintedChange = value };
    }

    /// <summary>The operands that few clauses have, kept apart so that a finding is small.</summary>
    internal Operands? Operands
    {
        init => _operands = value;
    }

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
    public bool IsCutShort { get; internal init; }

    internal static Finding? Join(Clause clause, Verdict left, Verdict right, Verdict whole)
    {
        if (left.Finding is not { } first || right.Finding is not { } second)
        {
            return left.Finding ?? right.Finding;
        }

        // Parts of the same combination stand side by side, not one within the other.
        var (firsts, seconds) = (first.CountIn(clause), second.CountIn(clause));
        var parts = new Finding[firsts + seconds];
        first.CopyTo(parts.AsSpan(0, firsts), clause);
        second.CopyTo(parts.AsSpan(firsts), clause);
        var (margin, unit) = MarginOf(clause, parts);
        return new Finding
        {
            Clause = clause,
            Proven = whole.Proven,
            Claimed = whole.Claimed,
            Parts = ImmutableCollectionsMarshal.AsImmutableArray(parts),
            Margin = margin,
            Unit = unit,
        };
    }

    private int CountIn(Clause clause) => Clause == clause ? _parts.Length : 1;

    private void CopyTo(Span<Finding> parts, Clause clause)
    {
        if (Clause == clause)
        {
            _parts.AsSpan().CopyTo(parts);
        }
        else
        {
            parts[0] = this;
        }
    }

    // A combination has a margin when every part that counts has one, all in one unit: the tightest of All, the widest of Any.
    private static (decimal? Margin, string Unit) MarginOf(Clause clause, ReadOnlySpan<Finding> parts)
    {
        Finding? decisive = null;
        foreach (var part in parts)
        {
            if (part.Claimed == Status.NotApplicable)
            {
                continue;
            }

            if (part.Margin is not { } margin || (decisive is not null && part.Unit != decisive.Unit))
            {
                return (null, "");
            }

            if (decisive is null || (clause == Clause.All ? margin < decisive.Margin : margin > decisive.Margin))
            {
                decisive = part;
            }
        }

        return decisive is null ? (null, "") : (decisive.Margin, decisive.Unit);
    }
}
