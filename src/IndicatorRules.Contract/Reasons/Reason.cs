using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract.Json;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Reasons;

/// <summary>
/// One step of a verdict, recorded while a rule ran with reasons asked for: operands, threshold, margin, script line.
/// </summary>
/// <remarks>
/// Holds no sentences: reports render it in either language. Immutable; safe on any thread. Each kind of step keeps what it needs and
/// no more: a table's reasons are some three hundred findings, and most of what they cost is memory. What follows from that is worked out
/// when it is asked for, the same every time.
/// </remarks>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public abstract class Reason
{
    /// <summary>The most steps of one verdict's reasons: the parts of a step that has more are left out.</summary>
    internal const int MostSteps = 5000;

    private readonly byte _statuses;
    private readonly ushort _size;

    private protected Reason(Clause clause, Verdict verdict, int line, int size = 1)
    {
        Clause = clause;
        Line = line;
        _statuses = (byte)verdict.Statuses;
        _size = (ushort)Math.Min(size, MostSteps + 1);
    }

    /// <summary>What the finding says.</summary>
    public Clause Clause { get; }

    /// <summary>The status with declarations left out.</summary>
    public Status Proven => Verdict.Proven;

    /// <summary>The status with declarations taken as they are.</summary>
    public Status Claimed => Verdict.Claimed;

    /// <summary>The line in the rule's file, 1-based; 0 for combinations.</summary>
    public int Line { get; }

    /// <summary>The indicator or item judged; null for combinations.</summary>
    public virtual FigureInfo? Figure => null;

    /// <summary>The reading judged.</summary>
    public virtual Reading? Reading => null;

    /// <summary>The year that <see cref="Reading"/> is of.</summary>
    public virtual int? Year => null;

    /// <summary>The threshold, lower bound, or tolerance.</summary>
    public virtual decimal? Threshold => null;

    /// <summary>The upper bound.</summary>
    public virtual decimal? UpperThreshold => null;

    /// <summary>The figure that sets the threshold; null where the rule does.</summary>
    public virtual FigureInfo? Against => null;

    /// <summary>How many times <see cref="Against"/> is asked for.</summary>
    public virtual decimal? Times => null;

    /// <summary>The reading compared with; null when that year has none.</summary>
    public virtual Reading? Reference => null;

    /// <summary>The year compared with.</summary>
    public virtual int? ReferenceYear => null;

    /// <summary>Relative change in percent that the source prints in place of a reference.</summary>
    public virtual decimal? PrintedChange => null;

    /// <summary>A state, a task, a scheme's id, or the rule's own words, as the clause says.</summary>
    public virtual string Text => "";

    /// <summary>Signed distance to the threshold, positive to spare; null where there is none.</summary>
    public virtual decimal? Margin => null;

    /// <summary>The unit of <see cref="Margin"/>.</summary>
    public virtual string Unit => "";

    /// <summary>What a combination is made of, in the order written; empty where it would be more than anyone reads.</summary>
    public virtual ImmutableArray<Reason> Parts => [];

    /// <summary>Whether the parts were left out because there are too many; the statuses stand.</summary>
    public virtual bool IsCutShort => false;

    /// <summary>The verdict that this is the reason of.</summary>
    internal Verdict Verdict => new(_statuses, this);

    /// <summary>This step and all that it is made of; shared parts count each time. No more than one too many.</summary>
    internal int Size => _size;

    /// <summary>The step whose margin is this one's; null where there is none.</summary>
    internal virtual Reason? Decisive => Margin is null ? null : this;
}
