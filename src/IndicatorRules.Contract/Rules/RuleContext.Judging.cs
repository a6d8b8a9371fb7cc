using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Reasons;

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
        var all = leaves[0].OwnAnswer();
        for (var i = 1; i < leaves.Length; i++)
        {
            all = Verdict.AllUnexplained(all, leaves[i].OwnAnswer());
        }

        return all;
    }

    private Verdict OwnAnswer() => _answers is null ? Rule() : Answer(NearestRule);

    // What a lower rule is answered: judged once for each binding of the row, where several rules ask.
    private Verdict Answer(int stage)
    {
        if (_answers is not { } answers)
        {
            return Judge(stage);
        }

        if (!answers.Knows(stage, Row, out var verdict))
        {
            verdict = Judge(stage);
            answers.Keep(stage, Row, verdict);
        }

        return verdict;
    }

    // Always remembered: a lower rule that fails asks again what it may have asked before, and so on upwards.
    private Verdict AnswerGuarded(int stage)
    {
        Remember();
        var answers = _answers!;
        if (!answers.Knows(stage, Row, out var verdict))
        {
            verdict = JudgeGuarded(stage);
            answers.Keep(stage, Row, verdict);
        }

        return verdict;
    }

    /// <summary>What one rule answered for a row as it is bound, its own rule first and then each stage. One thread at a time.</summary>
    private sealed class Answers(int stages)
    {
        private readonly Verdict[] _verdicts = new Verdict[stages + 1];
        private readonly long[] _bindings = new long[stages + 1];

        internal bool Knows(int stage, BoundRow row, out Verdict verdict)
        {
            verdict = _verdicts[stage + 1];
            return _bindings[stage + 1] == row.Turn;
        }

        internal void Forget()
        {
            Array.Clear(_verdicts);
            Array.Clear(_bindings);
        }

        internal void Keep(int stage, BoundRow row, Verdict verdict) => (_verdicts[stage + 1], _bindings[stage + 1]) = (verdict, row.Turn);
    }

    private Verdict JudgeGuarded(int stage)
    {
        try
        {
            return Judge(stage);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var ended = Ended(fault, 0);
            return stage == NearestRule && _holdsUppers
                ? _uppers.Aggregate(ended, (all, upper) => JudgeGuarded(upper, NearestRule, 0) & all)
                : ended;
        }
    }

    /// <summary>
    /// For generated code: one operand of <c>&amp;</c>, <c>|</c> or <c>When</c> whose arithmetic may fail. It is then Undetermined, and
    /// the other operands decide as usual.
    /// </summary>
    /// <param name="operand">The operand; its argument is not used.</param>
    /// <param name="line">Filled in by the compiler.</param>
    protected Verdict Operand(Func<Figure, Verdict> operand, [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(operand);
        return Asked(operand, this, line);
    }

    // Without guard of its own until something failed in the row: the one who asks the rule then asks again.
    internal Verdict Asked(Func<Figure, Verdict> rule, Figure figure, int line)
    {
        if (!Row.IsGuarded)
        {
            return rule(figure);
        }

        try
        {
            return rule(figure);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Ended(fault, line);
        }
    }

    private Verdict Ended(Exception fault, int line)
    {
        if (!WithReasons)
        {
            return new Verdict(Status.Undetermined);
        }

        return fault is UndecidedException undecided
            ? new FaultReason(undecided.Comparison, line).Verdict
            : new FaultReason(ScriptFault.Key(fault), line).Verdict;
    }
}
