using FsCheck.Xunit;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Tests.Support;

namespace IndicatorRules.Contract.Tests;

[Properties(Arbitrary = [typeof(Generators)], MaxTest = 400)]
public class VerdictAlgebraTests
{
    private static readonly Status[] AllWins = [Status.NotMet, Status.Undetermined, Status.Met, Status.NotApplicable];
    private static readonly Status[] AnyWins = [Status.Met, Status.Undetermined, Status.NotMet, Status.NotApplicable];

    [Property]
    public bool And_AnyTwo_FirstOfTheOrderWins(Verdict a, Verdict b) =>
        (a & b) == new Verdict(First(AllWins, a.Proven, b.Proven), First(AllWins, a.Claimed, b.Claimed));

    [Property]
    public bool Or_AnyTwo_FirstOfTheOrderWins(Verdict a, Verdict b) =>
        (a | b) == new Verdict(First(AnyWins, a.Proven, b.Proven), First(AnyWins, a.Claimed, b.Claimed));

    [Property]
    public bool Both_AnyTwo_Commute(Verdict a, Verdict b) => (a & b) == (b & a) && (a | b) == (b | a);

    [Property]
    public bool Both_AnyThree_Associate(Verdict a, Verdict b, Verdict c) =>
        ((a & b) & c) == (a & (b & c)) && ((a | b) | c) == (a | (b | c));

    [Property]
    public bool Both_WithItself_IsItself(Verdict a) => (a & a) == a && (a | a) == a;

    [Property]
    public bool NotApplicable_InBoth_IsNeutral(Verdict a)
    {
        var neutral = new Verdict(Status.NotApplicable);
        return (a & neutral) == a && (a | neutral) == a;
    }

    [Property]
    public bool NotMet_InAnd_Absorbs(Verdict a) => (a & new Verdict(Status.NotMet)) == new Verdict(Status.NotMet);

    [Property]
    public bool Met_InOr_Absorbs(Verdict a) => (a | new Verdict(Status.Met)) == new Verdict(Status.Met);

    [Property]
    public bool Both_OfVerdictsWhoseClaimsRespectFigures_RespectThem(Verdict a, Verdict b)
    {
        var (left, right) = (Honest(a), Honest(b));
        return Respects(left & right) && Respects(left | right);
    }

    [Property]
    public bool Both_WithFindings_KeepTheStatuses(Verdict a, Verdict b)
    {
        var (left, right) = (Explained(a), Explained(b));
        return Same(left & right, a & b) && Same(left | right, a | b);
    }

    [Property]
    public bool Status_UnderEvidence_IsOneOfTheTwo(Verdict a) =>
        a.StatusUnder(Evidence.Measured) == a.Proven && a.StatusUnder(Evidence.Declared) == a.Claimed;

    [Property]
    public bool Basis_OfUndecided_IsNull(Verdict a) =>
        a.BasisUnder(Evidence.Declared) is null == a.Claimed is Status.NotApplicable or Status.Undetermined
        && a.BasisUnder(Evidence.Measured) is null or Basis.Measured;

    [Property]
    public bool Equality_OfStatuses_AgreesWithHash(Verdict a, Verdict b) =>
        (a == b) == (a.Proven == b.Proven && a.Claimed == b.Claimed)
        && (a == b) != (a != b) && (a != b || a.GetHashCode() == b.GetHashCode());

    [Fact]
    public void Default_OfVerdict_IsUndetermined()
    {
        Assert.Equal(Status.Undetermined, default(Verdict).Proven);
        Assert.Equal(Status.Undetermined, default(Verdict).Claimed);
        Assert.Null(default(Verdict).BasisUnder(Evidence.Declared));
    }

    [Fact]
    public void Basis_OfMetByClaimAlone_IsDeclared() =>
        Assert.Equal(Basis.Declared, new Verdict(Status.Undetermined, Status.Met).BasisUnder(Evidence.Declared));

    private static Status First(Status[] order, Status one, Status other) => order.First(s => s == one || s == other);

    // Figures that decided are not overruled by claims.
    private static Verdict Honest(Verdict v) => v.Proven == Status.Undetermined ? v : new Verdict(v.Proven);

    private static bool Respects(Verdict v) => v.Proven == Status.Undetermined || v.Claimed == v.Proven;

    private static Verdict Explained(Verdict v) =>
        new BoundReason(
            BoundKind.AtLeast, v, line: 0, Situation.Figure("x", unit: "%"), Reading.Number(1), year: 2022, bound: 0).Verdict;

    private static bool Same(Verdict explained, Verdict bare) =>
        explained == bare && explained.Reason is { } f && f.Proven == bare.Proven && f.Claimed == bare.Claimed;
}
