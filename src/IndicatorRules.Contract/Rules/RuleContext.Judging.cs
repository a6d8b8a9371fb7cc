using IndicatorRules.Contract.Findings;

namespace IndicatorRules.Contract.Rules;

public abstract partial class RuleContext
{
    internal const int NearestRule = -1;

    /// <summary>The verdict of the rule, or of a stage; a rule that fails is Undetermined and hurts no other.</summary>
    internal Verdict JudgeSafely(int stage)
    {
        if (Row.IsGuarded)
        {
            return JudgeGuarded(stage);
        }

        try
        {
            return Judge(stage);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Which of the rules failed is not known: once more, each guarded by itself, from now on.
            Row.Guard();
            return JudgeGuarded(stage);
        }
    }

    /// <summary>The verdict of a rule that may throw: for hosts that guard many rules at once.</summary>
    internal Verdict Judge(int stage) =>
        stage != NearestRule ? StageRule(stage)
        // The script of such a rule says no more than this; where reasons are asked for, it says its lines.
        : _asksUppersAlone && !Row.IsGuarded ? AllUppers()
        : Rule();

    private Verdict AllUppers()
    {
        var leaves = _leaves;
        var all = leaves[0].Rule();
        for (var i = 1; i < leaves.Length; i++)
        {
            all = Verdict.AllUnexplained(all, leaves[i].Rule());
        }

        return all;
    }

    private Verdict JudgeGuarded(int stage)
    {
        try
        {
            return Judge(stage);
        }
        catch (UndecidedException undecided)
        {
            return Ended(Clause.Undecided, "", undecided.Comparison);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Ended(Clause.Fault, ScriptFault.Key(fault), null);
        }
    }

    private Verdict Ended(Clause clause, string text, Finding? part) => WithReasons
        ? Measured(clause, default, 0, new() { Text = text, Parts = part is null ? [] : [part] })
        : new Verdict(Status.Undetermined);
}
