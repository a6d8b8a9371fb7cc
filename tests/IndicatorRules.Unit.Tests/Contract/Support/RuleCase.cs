using FsCheck;
using FsCheck.Fluent;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>A random rule with random facts to judge by it.</summary>
public sealed class RuleCase
{
    private readonly RuleTree _rule;
    private readonly Situation _situation;

    private RuleCase(RuleTree rule, Situation situation) => (_rule, _situation) = (rule, situation);

    internal static Gen<RuleCase> Any { get; } =
        from rule in RuleTree.Any
        from now in Facts
        from before in Facts
        from item in Facts
        from task in Tasks
        from beforeIsThere in Gen.Elements(true, false)
        let row = new IndicatorFacts { Id = "x", Own = now, Items = [new ItemFact("First", item)], SuperiorTask = task }
        let situation = new Situation { Items = [Situation.Figure("First")] }.With(Situation.Now, row)
        select new RuleCase(rule, beforeIsThere ? situation.With(2021, new IndicatorFacts { Id = "x", Own = before }) : situation);

    internal Verdict Judge(bool withReasons = false, int year = Situation.Now) =>
        (_situation with { Year = year }).Judge(_rule.Judge, withReasons);

    public override string ToString() => $"{_rule} on {_situation.Years[Situation.Now]}";

    private static Gen<Fact> Facts { get; } =
        from value in Gen.Frequency((4, Generators.Numeric), (1, Generators.Absences))
        from reported in Gen.Elements(true, false).Maybe()
        from trend in Gen.Elements(Trend.Stable, Trend.Improving, Trend.Worsening).Maybe()
        select new Fact { Value = value, ReportedMet = reported, ClaimedTrend = trend };

    private static Gen<SuperiorTaskFacts> Tasks { get; } =
        from state in Gen.Elements(Enum.GetValues<SuperiorTaskState>())
        from actual in Generators.Numeric
        let figure = new SuperiorTaskFigure("f", "t", 1, false, actual)
        select new SuperiorTaskFacts { State = state, Figures = state == SuperiorTaskState.Figures ? [figure] : [] };
}
