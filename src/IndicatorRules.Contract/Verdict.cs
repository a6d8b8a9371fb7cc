using IndicatorRules.Contract.Findings;

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
public readonly struct Verdict : IEquatable<Verdict>
{
    // Invariant: stored as Status ^ Undetermined, so that default(Verdict) is Undetermined and never Met.
    private readonly byte _proven;
    private readonly byte _claimed;

    /// <summary>A verdict whose claims may go further than its figures.</summary>
    /// <param name="proven">What figures and recorded states show.</param>
    /// <param name="claimed">The same with declarations taken as they are.</param>
    /// <param name="finding">Why, or null when reasons were not asked for.</param>
    public Verdict(Status proven, Status claimed, Finding? finding = null)
    {
        _proven = (byte)((byte)proven ^ (byte)Status.Undetermined);
        _claimed = (byte)((byte)claimed ^ (byte)Status.Undetermined);
        Finding = finding;
    }

    /// <summary>A verdict on which figures and claims agree.</summary>
    public Verdict(Status status, Finding? finding = null)
        : this(status, status, finding)
    {
    }

    /// <summary>The status that figures and recorded states prove; declarations are left out.</summary>
    public Status Proven => (Status)(_proven ^ (byte)Status.Undetermined);

    /// <summary>The status with declarations taken as they are.</summary>
    public Status Claimed => (Status)(_claimed ^ (byte)Status.Undetermined);

    /// <summary>Why, or null when reasons were not asked for.</summary>
    public Finding? Finding { get; }

    /// <summary>The status under the evidence that counts.</summary>
    public Status StatusUnder(Evidence evidence) => evidence == Evidence.Measured ? Proven : Claimed;

    /// <summary>What the status rests on; null where nothing was decided (NotApplicable, Undetermined).</summary>
    public Basis? BasisUnder(Evidence evidence) => StatusUnder(evidence) switch
    {
        Status.Met or Status.NotMet => Proven == StatusUnder(evidence) ? Basis.Measured : Basis.Declared,
        _ => null,
    };

    /// <summary>All must hold: NotMet wins, then Undetermined, then Met; NotApplicable is neutral.</summary>
    public static Verdict operator &(Verdict left, Verdict right) =>
        new(All(left.Proven, right.Proven), All(left.Claimed, right.Claimed), Finding.Join(Clause.All, left, right));

    /// <summary>One is enough: Met wins, then Undetermined, then NotMet; NotApplicable is neutral.</summary>
    public static Verdict operator |(Verdict left, Verdict right) =>
        new(Any(left.Proven, right.Proven), Any(left.Claimed, right.Claimed), Finding.Join(Clause.Any, left, right));

    /// <summary>Whether two verdicts say the same; their reasons are not compared.</summary>
    public static bool operator ==(Verdict left, Verdict right) => left.Equals(right);

    /// <summary>Whether two verdicts differ; their reasons are not compared.</summary>
    public static bool operator !=(Verdict left, Verdict right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Verdict other) => _proven == other._proven && _claimed == other._claimed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Verdict other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (_proven << 2) | _claimed;

    /// <inheritdoc/>
    public override string ToString() => Proven == Claimed ? $"{Claimed}" : $"{Claimed} (proven: {Proven})";

    internal static Status All(Status left, Status right) => left > right ? left : right;

    internal static Status Any(Status left, Status right) => Turned(All(Turned(left), Turned(right)));

    // NotApplicable stays; NotMet, Undetermined, Met become 1, 2, 3.
    private static Status Turned(Status status) => (Status)((4 - (int)status) & 3);
}
