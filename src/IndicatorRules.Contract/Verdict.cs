using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using IndicatorRules.Contract.Json;

namespace IndicatorRules.Contract;

/// <summary>
/// The answer of a rule (判定): what the figures prove, what the facts claim, and, when reasons were asked for, why.
/// </summary>
/// <remarks>
/// <para>
/// A verdict carries two statuses, judged side by side: <see cref="Proven"/> leaves declarations out,
/// <see cref="Claimed"/> takes them as they are. Each follows the same algebra, so claims can decide what figures leave
/// open and can never overrule a figure.
/// </para>
/// <para>
/// <c>&amp;</c>: NotMet wins, then Undetermined, then Met. <c>|</c>: Met wins, then Undetermined, then NotMet.
/// NotApplicable is neutral in both. Both are commutative, associative and idempotent. The default value is
/// Undetermined. Immutable; safe on any thread.
/// </para>
/// </remarks>
[JsonConverter(typeof(VerdictJson))]
[TypeConverter(typeof(NotForText))]
public readonly struct Verdict : IEquatable<Verdict>
{
    // Invariant: four bits for each status, in unary (0, 1, 11, 111) so that & is a bitwise or; stored ^ Open, so that
    // default(Verdict) is Undetermined and never Met.
    private readonly byte _statuses;

    private const int Open = 0x33;

    /// <summary>A verdict whose claims may go further than its figures.</summary>
    /// <param name="proven">What figures and recorded states show.</param>
    /// <param name="claimed">The same with declarations taken as they are.</param>
    /// <param name="reason">Why, or null when reasons were not asked for.</param>
    public Verdict(Status proven, Status claimed, Reason? reason = null)
        : this(Unary(proven) | (Unary(claimed) << 4), reason)
    {
    }

    /// <summary>A verdict on which figures and claims agree.</summary>
    public Verdict(Status status, Reason? reason = null)
        : this(status, status, reason)
    {
    }

    internal Verdict(int statuses, Reason? reason)
    {
        _statuses = (byte)(statuses ^ Open);
        Reason = reason;
    }

    /// <summary>The status that figures and recorded states prove; declarations are left out.</summary>
    public Status Proven => (Status)BitOperations.PopCount((uint)Statuses & 0xF);

    /// <summary>The status with declarations taken as they are.</summary>
    public Status Claimed => (Status)BitOperations.PopCount((uint)Statuses >> 4);

    /// <summary>Why, or null when reasons were not asked for.</summary>
    public Reason? Reason { get; }

    /// <summary>Both statuses, four bits each.</summary>
    internal int Statuses => _statuses ^ Open;

    /// <summary>The status under the evidence that counts.</summary>
    public Status StatusUnder(Evidence evidence) =>
        evidence == Evidence.Declared ? Claimed : evidence == Evidence.Measured ? Proven : throw Given.Unknown(evidence);

    /// <summary>What the status rests on; null where nothing was decided (NotApplicable, Undetermined).</summary>
    public Basis? BasisUnder(Evidence evidence) => StatusUnder(evidence) switch
    {
        Status.Met or Status.NotMet => Proven == StatusUnder(evidence) ? Basis.Measured : Basis.Declared,
        _ => null,
    };

    /// <summary>All must hold: NotMet wins, then Undetermined, then Met; NotApplicable is neutral.</summary>
    public static Verdict operator &(Verdict left, Verdict right)
    {
        var all = new Verdict(left.Statuses | right.Statuses, null);
        return left.Reason is null && right.Reason is null ? all : all.Because(false, left, right);
    }

    /// <summary>One is enough: Met wins, then Undetermined, then NotMet; NotApplicable is neutral.</summary>
    public static Verdict operator |(Verdict left, Verdict right)
    {
        var any = new Verdict(Any(left.Proven, right.Proven), Any(left.Claimed, right.Claimed));
        return left.Reason is null && right.Reason is null ? any : any.Because(true, left, right);
    }

    /// <summary>Whether two verdicts say the same; their reasons are not compared.</summary>
    public static bool operator ==(Verdict left, Verdict right) => left.Equals(right);

    /// <summary>Whether two verdicts differ; their reasons are not compared.</summary>
    public static bool operator !=(Verdict left, Verdict right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Verdict other) => _statuses == other._statuses;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Verdict other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _statuses;

    /// <inheritdoc/>
    public override string ToString() => Proven == Claimed ? $"{Claimed}" : $"{Claimed} (proven: {Proven})";

    /// <summary>Both must hold; for verdicts that are known to have no reasons.</summary>
    internal static Verdict AllUnexplained(Verdict left, Verdict right) => new(left.Statuses | right.Statuses, null);

    /// <summary>A verdict without reasons.</summary>
    internal static Verdict Of(bool holds) => new(holds ? 0x11 : 0x77, null);

    internal static Status All(Status left, Status right) => left > right ? left : right;

    internal static Status Any(Status left, Status right) => Turned(All(Turned(left), Turned(right)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Verdict Because(bool oneIsEnough, Verdict left, Verdict right) =>
        new(Statuses, CombinedReason.Join(oneIsEnough, left, right, this));

    private static int Unary(Status status) => status <= Status.NotMet ? (1 << (int)status) - 1 : throw Given.Unknown(status);

    // NotApplicable stays; NotMet, Undetermined, Met become 1, 2, 3.
    private static Status Turned(Status status) => (Status)((4 - (int)status) & 3);
}
