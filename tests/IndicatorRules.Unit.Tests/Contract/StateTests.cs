using FsCheck.Xunit;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Tests;

public class StateTests
{
    private static readonly string[] Printed = ["正在制定", "制定实施", "全面实施"];

    private static readonly FigureInfo Plan = Situation.Figure("x", Direction.None, "-") with
    {
        States =
        [
            .. Printed.Select((text, rank) => new StateInfo($"S{rank}", text, [text, "已" + text], rank)),
        ],
    };

    [Property]
    public bool Reached_AnyTwo_FollowsTheOrder(byte now, byte wanted)
    {
        var (n, w) = (now % 3, wanted % 3);
        var situation = In(Printed[n]);
        return situation.Judge(r => r.Reached(new StateId(w))) == new Verdict(n >= w ? Status.Met : Status.NotMet)
            && situation.Judge(r => r.Is(new StateId(w))) == new Verdict(n == w ? Status.Met : Status.NotMet);
    }

    [Property]
    public bool Course_OfStates_FollowsTheOrder(byte now, byte before)
    {
        var (n, b) = (now % 3, before % 3);
        var situation = In(Printed[n]).Before(Reading.Words(Printed[b]));
        return situation.Judge(r => r.StableOrImproving()) == new Verdict(n >= b ? Status.Met : Status.NotMet)
            && situation.Judge(r => r.Improving()) == new Verdict(n > b ? Status.Met : Status.NotMet);
    }

    [Fact]
    public void Reached_OtherWordsOfTheState_AnswerToIt() =>
        Assert.Equal(new Verdict(Status.Met), In("已全面实施").Judge(r => r.Reached(new StateId(2))));

    [Fact]
    public void Reached_WordsOfNoState_AreUndeterminedWhateverIsClaimed()
    {
        Assert.Equal(new Verdict(Status.Undetermined), In("大概实施").Judge(r => r.Reached(new StateId(0))));
        Assert.Equal(new Verdict(Status.Undetermined), In("大概实施").Claiming(true).Judge(r => r.Reached(new StateId(0))));
    }

    [Fact]
    public void Is_WordsOfAStateReadAsAbsence_AreTheState()
    {
        var situation = new Situation { Own = Plan with { States = [new StateInfo("None", "无", ["无"], 0)] } }
            .With(Situation.Now, new Fact { Value = Reading.Absent(AbsenceKind.NothingOfTheKind, "无") });
        Assert.Equal(new Verdict(Status.Met), situation.Judge(r => r.Is(new StateId(0))));
    }

    [Fact]
    public void Is_StateOfAnItem_CountsAfterTheIndicatorsOwn()
    {
        var item = Situation.Figure("First") with { States = [new StateInfo("Clear", "不明显", ["不明显"], 0)] };
        var situation = new Situation { Own = Plan, Items = [item] }.With(Situation.Now, new IndicatorFacts
        {
            Id = "x",
            Items = [new ItemFact("First", new Fact { Value = Reading.Words("不明显") })],
        });
        Assert.Equal(new Verdict(Status.Met), situation.Judge(r => r.Items.First.Is(new StateId(3))));
    }

    private static Situation In(string words) =>
        new Situation { Own = Plan }.With(Situation.Now, new Fact { Value = Reading.Words(words) });
}
