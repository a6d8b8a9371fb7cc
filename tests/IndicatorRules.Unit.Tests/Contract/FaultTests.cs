using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Tests;

public class FaultTests
{
    [Theory]
    [InlineData("division-by-zero")]
    [InlineData("overflow")]
    [InlineData("no-branch")]
    [InlineData("fault")]
    public void Judge_RuleThrows_IsUndeterminedWithTheFault(string key)
    {
        var judged = Situation.Of(1).Claiming(true).Judge(r => Throw(r, key), withReasons: true);
        Assert.Equal(new Verdict(Status.Undetermined), judged);
        Assert.Equal(key, Assert.IsType<FaultReason>(judged.Reason).Fault);
    }

    [Fact]
    public void Judge_RuleThrowsWithoutReasons_IsUndetermined() =>
        Assert.Equal(new Verdict(Status.Undetermined), Situation.Of(1).Judge(r => Throw(r, "overflow")));

    [Fact]
    public void Judge_Cancelled_Passes() =>
        Assert.Throws<OperationCanceledException>(() => Situation.Of(1).Judge(_ => throw new OperationCanceledException()));

    [Fact]
    public void Judge_CancelledInUpper_Passes()
    {
        var upper = Situation.Of(1).Bind(_ => throw new OperationCanceledException());
        Assert.Throws<OperationCanceledException>(
            () => Situation.Of(1).Bind(r => r.Upper("nation"), uppers: ("nation", upper)).JudgeSafely(RuleContext.NearestRule));
    }

    [Fact]
    public void Upper_ItsRuleThrows_IsUndeterminedAndThisOneGoesOn()
    {
        var upper = Situation.Of(1).Bind(r => Throw(r, "overflow"));
        var judged = Situation.Of(1).Bind(r => r.Upper("nation") | r.AtLeast(1), withReasons: true, ("nation", upper))
            .JudgeSafely(RuleContext.NearestRule);
        Assert.Equal(Status.Met, judged.Proven);
        Assert.IsType<FaultReason>(judged.Reason!.Parts[0].Parts[0]);
    }

    [Fact]
    public void Upper_NotGoverning_IsAFault() =>
        Assert.IsType<FaultReason>(Situation.Of(1).Judge(r => r.Upper("nobody"), withReasons: true).Reason);

    [Fact]
    public void Upper_Governing_JudgesTheSameFacts()
    {
        var upper = new Situation().With(2000, new Facts.Fact { Value = Readings.Reading.Number(0) }).Bind(r => r.AtLeast(60));
        var judged = Situation.Of(70).Bind(r => r.Upper("nation"), withReasons: true, ("nation", upper))
            .JudgeSafely(RuleContext.NearestRule);
        Assert.Equal(Status.Met, judged.Proven);
        Assert.Equal(10, judged.Reason!.Margin);
        Assert.Equal("nation", Assert.IsType<UpperReason>(judged.Reason).SchemeId);
    }

    [Theory]
    [InlineData("years:AverageOver:0")]
    [InlineData("years:SumOver:51")]
    [InlineData("years:YearsBack:0")]
    [InlineData("years:ImprovingEachYear:0")]
    [InlineData("negative:StableOrImproving:tolerance:-1")]
    [InlineData("negative:NotReduced:tolerance:-0.5")]
    [InlineData("negative:About:within:-2")]
    [InlineData("order:Between:20:10")]
    [InlineData("times:AtLeast:0")]
    [InlineData("units-differ")]
    [InlineData("unknown:Indicator:nobody")]
    [InlineData("unknown:Upper:nobody")]
    [InlineData("overflow")]
    [InlineData("deep:AverageOver")]
    public void Word_AskedForNothing_IsUndeterminedAndHidesNothingBesideIt(string key)
    {
        var situation = (Situation.Of(10) with { Own = Situation.Figure("x", unit: "吨") })
            .Before(Readings.Reading.Number(20)).Claiming(true);
        foreach (var withReasons in new[] { true, false })
        {
            Assert.Equal(new Verdict(Status.Undetermined), situation.Judge(r => Fail(r, key), withReasons));
            Assert.Equal(Status.NotMet, situation.Judge(r => Fail(r, key) & r.AtLeast(11), withReasons).Proven);
            Assert.Equal(Status.Met, situation.Judge(r => r.AtLeast(10) | Fail(r, key), withReasons).Proven);
            Assert.Equal(Status.NotMet, situation.Judge(r => r.When(r.AtLeast(11), Fail(r, key), r.AtLeast(12)), withReasons).Proven);
            Assert.Equal(Status.Met, situation.Judge(r => r.When(Fail(r, key), r.AtLeast(1), r.AtLeast(2)), withReasons).Proven);
        }

        var fault = Assert.IsType<FaultReason>(situation.Judge(r => Fail(r, key), withReasons: true).Reason);
        Assert.Equal(key, fault.Fault);
        Assert.NotEqual(0, fault.Line);
    }

    [Fact]
    public void Operand_ArithmeticFails_IsUndeterminedAndHidesNothingBesideIt()
    {
        foreach (var withReasons in new[] { true, false })
        {
            Assert.Equal(Status.NotMet, Situation.Of(1)
                .Judge(r => r.Guarded(() => Throw(r, "division-by-zero")) & r.AtLeast(2), withReasons).Proven);
            Assert.Equal(Status.Met, Situation.Of(1).Judge(r => r.AtLeast(1) | r.Guarded(() => Throw(r, "overflow")), withReasons).Proven);
        }
    }

    [Fact]
    public void EachItem_OneFails_AnotherNotMetDecides()
    {
        var situation = new Situation
        {
            Items = [Situation.Figure("A") with { IsItem = true }, Situation.Figure("B") with { IsItem = true }],
        };
        foreach (var withReasons in new[] { true, false })
        {
            Assert.Equal(Status.NotMet, situation.With(
                Situation.Now, new Facts.IndicatorFacts { Id = "x", Items = [new("B", new() { Value = Readings.Reading.Number(1) })] })
                .Judge(r => r.EachItem(i => i == r.Items.First ? Throw(r, "overflow") : i.AtLeast(2)), withReasons).Proven);
        }
    }

    [Theory]
    [InlineData(0, Status.NotMet)]
    [InlineData(60, Status.Undetermined)]
    public void HoldsUppers_RuleFails_WhatTheUpperSaidStays(int value, Status status)
    {
        foreach (var withReasons in new[] { true, false })
        {
            var upper = Situation.Of(value).Bind(r => r.AtLeast(60), withReasons);
            var rule = Situation.Of(value)
                .Bind(r => Throw(r, "division-by-zero") & r.Upper("nation"), withReasons, holdsUppers: true, ("nation", upper));
            var judged = rule.JudgeSafely(RuleContext.NearestRule);
            Assert.Equal(status, judged.Proven);
            Assert.Equal(withReasons, judged.Reason is not null);
        }
    }

    private static Verdict Fail(TestRule rule, string key) => key switch
    {
        "years:AverageOver:0" => rule.AverageOver(0).AtLeast(1),
        "years:SumOver:51" => rule.SumOver(51).ImprovingEachYear(2),
        "years:YearsBack:0" => rule.Improving(RuleContext.YearsBack(0)),
        "years:ImprovingEachYear:0" => rule.ImprovingEachYear(0),
        "negative:StableOrImproving:tolerance:-1" => rule.StableOrImproving(-1),
        "negative:NotReduced:tolerance:-0.5" => rule.NotReduced(-0.5m),
        "negative:About:within:-2" => rule.About(10, -2),
        "order:Between:20:10" => rule.Between(20, 10),
        "times:AtLeast:0" => rule.AtLeast(rule.ParentAverage, 0),
        "units-differ" => rule.PercentOf(rule.ChangePercent().PercentOf(rule)).AtMost(1),
        "unknown:Indicator:nobody" => rule.AtLeast(rule.Indicator("nobody")),
        "unknown:Upper:nobody" => rule.Upper("nobody"),
        "overflow" => rule.AtLeast(rule.SumOver(2), decimal.MaxValue),
        _ => rule.AverageOver(2).AverageOver(2).AverageOver(2).AverageOver(2).AtLeast(1),
    };

    private static Verdict Throw(TestRule rule, string key) => key switch
    {
        "division-by-zero" => rule.AtLeast(1 / (rule.Year - (decimal)rule.Year)),
        "overflow" => rule.AtLeast(decimal.MaxValue + rule.Year),
        "no-branch" => throw new System.Runtime.CompilerServices.SwitchExpressionException(),
        _ => throw new InvalidOperationException("words of the platform"),
    };
}
