using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract.Json;

namespace IndicatorRules.Contract;

/// <summary>One step of a verdict, recorded while a rule ran with reasons asked for.</summary>
/// <remarks>
/// <para>
/// The subclasses are closed: each kind of step is one sealed class with the members that it has. Match on them:
/// <c>reason switch { BoundReason b => …, CombinedReason c => … }</c>.
/// </para>
/// <para>
/// A reason holds no sentences; reports write them in either language. Immutable; safe on any thread. Most of the cost of reasons is
/// memory, so each class stores its operands alone and computes the rest, such as margins, on each call.
/// </para>
/// </remarks>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public abstract class Reason
{
    /// <summary>The most steps of one verdict's reasons; larger ones are replaced by a <see cref="CutShortReason"/>.</summary>
    internal const int MostSteps = 5000;

    private readonly byte _statuses;
    private readonly ushort _size;

    private protected Reason(Verdict verdict, int line, int size = 1)
    {
        Line = line;
        _statuses = (byte)verdict.Statuses;
        _size = (ushort)Math.Min(size, MostSteps + 1);
    }

    /// <summary>The status with declarations left out.</summary>
    public Status Proven => Verdict.Proven;

    /// <summary>The status with declarations taken as they are.</summary>
    public Status Claimed => Verdict.Claimed;

    /// <summary>The line in the rule's file, 1-based; 0 for combinations.</summary>
    public int Line { get; }

    /// <summary>Signed distance to the bound, positive to spare; null where there is none.</summary>
    public virtual decimal? Margin => null;

    /// <summary>The unit of <see cref="Margin"/>.</summary>
    public virtual string Unit => "";

    /// <summary>The steps that this one is made of, in the order written; empty for a step that has none.</summary>
    public virtual ImmutableArray<Reason> Parts => [];

    /// <summary>The verdict that this is the reason of.</summary>
    internal Verdict Verdict => new(_statuses, this);

    /// <summary>The number of steps, this one and its parts; shared parts count each time. At most <see cref="MostSteps"/> + 1.</summary>
    internal int Size => _size;

    /// <summary>The step whose margin is this one's; null where there is none.</summary>
    internal virtual Reason? Decisive => Margin is null ? null : this;
}

/// <summary>A verdict with more steps than anyone reads: they are left out, its statuses and margin are exact. Immutable.</summary>
public sealed class CutShortReason : Reason
{
    internal CutShortReason(Verdict verdict, int line, Reason? decisive)
        : base(verdict, line) => Decisive = decisive;

    /// <inheritdoc/>
    public override decimal? Margin => Decisive?.Margin;

    /// <inheritdoc/>
    public override string Unit => Decisive?.Unit ?? "";

    internal override Reason? Decisive { get; }
}
