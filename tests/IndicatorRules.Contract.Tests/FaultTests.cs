using IndicatorRules.Contract.Findings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Contract.Tests.Support;

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
        Assert.Equal(Clause.Fault, judged.Finding!.Clause);
        Assert.Equal(key, judged.Finding.Text);
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
        Assert.Equal(Clause.Fault, judged.Finding!.Parts[0].Parts[0].Clause);
    }

    [Fact]
    public void Upper_NotGoverning_IsAFault() =>
        Assert.Equal(Clause.Fault, Situation.Of(1).Judge(r => r.Upper("nobody"), withReasons: true).Finding!.Clause);

    [Fact]
    public void Upper_Governing_JudgesTheSameFacts()
    {
        var upper = new Situation().With(2000, new Facts.Fact { Value = Readings.Reading.Number(0) }).Bind(r => r.AtLeast(60));
        var judged = Situation.Of(70).Bind(r => r.Upper("nation"), withReasons: true, ("nation", upper)).JudgeSafely(RuleContext.NearestRule);
        Assert.Equal(Status.Met, judged.Proven);
        Assert.Equal(10, judged.Finding!.Margin);
        Assert.Equal("nation", judged.Finding.Text);
    }

    private static Verdict Throw(TestRule rule, string key) => key switch
    {
        "division-by-zero" => rule.AtLeast(1 / (rule.Year - (decimal)rule.Year)),
        "overflow" => rule.AtLeast(decimal.MaxValue + rule.Year),
        "no-branch" => throw new System.Runtime.CompilerServices.SwitchExpressionException(),
        _ => throw new InvalidOperationException("words of the platform"),
    };
}
