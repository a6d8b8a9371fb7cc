using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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

    // Laid out to be small: a table's reasons are some three hundred findings, and most of what they take is memory.
    private readonly ImmutableArray<Finding> _parts = [];
    private readonly int _size = 1;
    private readonly Operands? _operands;
    private readonly decimal _threshold;
    private readonly decimal _margin;
    private readonly bool _hasThreshold;
    private readonly bool _hasMargin;

    // One more than the year; 0 for none.
    private readonly int _yearAfter;

    /// <summary>A finding whose clause, statuses and all else are set by its initializer.</summary>
    public Finding()
    {
    }

    /// <summary>What a word finds in a figure.</summary>
    [SetsRequiredMembers]
    internal Finding(Clause clause, Status proven, Status claimed, int line, FigureInfo figure, Reading reading, int year, string text, Operands? operands)
    {
        Clause = clause;
        Proven = proven;
        Claimed = claimed;
        Line = line;
        Figure = figure;
        Reading = reading;
        _yearAfter = year + 1;
        Text = text;
        Unit = figure.Unit;
        _operands = operands;
    }

    /// <summary>A word that compares a figure with a number.</summary>
    [SetsRequiredMembers]
    internal Finding(
        Clause clause, Status status, int line, FigureInfo figure, Reading reading, int year, in decimal threshold, in decimal margin)
        : this(clause, status, status, line, figure, reading, year, "", null)
    {
        _threshold = threshold;
        _hasThreshold = true;
        _margin = margin;
        _hasMargin = true;
    }

    // Of one part or more: the margin is the decisive part's.
    [SetsRequiredMembers]
    private Finding(Clause clause, Status proven, Status claimed, Finding[] parts, Finding? decisive, string text, int line)
    {
        Clause = clause;
        Proven = proven;
        Claimed = claimed;
        Parts = ImmutableCollectionsMarshal.AsImmutableArray(parts);
        Text = text;
        Line = line;
        if (decisive is not null)
        {
            _margin = decisive._margin;
            _hasMargin = decisive._hasMargin;
            Unit = decisive.Unit;
        }
    }

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
    public int? Year
    {
        get => _yearAfter == 0 ? null : _yearAfter - 1;
        init => _yearAfter = value + 1 ?? 0;
    }

    /// <summary>The threshold, lower bound, or tolerance.</summary>
    public decimal? Threshold
    {
        get => _hasThreshold ? _threshold : null;
        init => (_hasThreshold, _threshold) = (value.HasValue, value.GetValueOrDefault());
    }

    /// <summary>The upper bound.</summary>
    public decimal? UpperThreshold
    {
        get => _operands?.UpperThreshold;
        init => _operands = value is null && _operands is null ? null : (_operands ?? new()) with { UpperThreshold = value };
    }

    /// <summary>The figure that sets the threshold; null where the rule does.</summary>
    public FigureInfo? Against
    {
        get => _operands?.Against;
        init => _operands = value is null && _operands is null ? null : (_operands ?? new()) with { Against = value };
    }

    /// <summary>How many times <see cref="Against"/> is asked for.</summary>
    public decimal? Times
    {
        get => _operands?.Times;
        init => _operands = value is null && _operands is null ? null : (_operands ?? new()) with { Times = value };
    }

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
    public decimal? Margin
    {
        get => _hasMargin ? _margin : null;
        init => (_hasMargin, _margin) = (value.HasValue, value.GetValueOrDefault());
    }

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
        return new Finding(clause, whole.Proven, whole.Claimed, parts, Decisive(clause, parts), "", 0);
    }

    /// <summary>What an upper scheme found, as the rule that asks it finds it.</summary>
    internal static Finding FromUpper(string schemeId, Verdict verdict, int line) =>
        new(Clause.Upper, verdict.Proven, verdict.Claimed, [verdict.Finding!], verdict.Finding, schemeId, line);

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
    private static Finding? Decisive(Clause clause, ReadOnlySpan<Finding> parts)
    {
        Finding? decisive = null;
        foreach (var part in parts)
        {
            if (part.Claimed == Status.NotApplicable)
            {
                continue;
            }

            if (!part._hasMargin || (decisive is not null && part.Unit != decisive.Unit))
            {
                return null;
            }

            if (decisive is null || (clause == Clause.All ? part._margin < decisive._margin : part._margin > decisive._margin))
            {
                decisive = part;
            }
        }

        return decisive;
    }
}
