using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

public abstract partial class RuleContext
{
    /// <summary>The verdict of an upper scheme that this one extends, on the same indicator and the same facts.</summary>
    /// <param name="schemeId">The id of a scheme that is named under <c>extends</c>.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Upper(string schemeId, [CallerLineNumber] int line = 0)
    {
        if (BoundUpper(schemeId) is not { } upper)
        {
            return Failed(ScriptFault.Unknown(nameof(Upper), schemeId), line);
        }

        return Row.IsGuarded ? JudgeGuarded(upper, NearestRule, line) : upper.Rule.Answer(NearestRule);
    }

    /// <summary>The verdict of an upper scheme's dated target, on the same indicator and the same facts.</summary>
    /// <param name="schemeId">The id of a scheme that is named under <c>extends</c>.</param>
    /// <param name="stage">The id of a stage that it sets a target for.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict Upper(string schemeId, string stage, [CallerLineNumber] int line = 0)
    {
        // A stage that is none must not be taken for the nearest rule.
        if (BoundUpper(schemeId) is not { } upper || upper.Rule._indicator!.Stages.IndexOf(stage) is not (>= 0 and var index))
        {
            return Failed(ScriptFault.Unknown(nameof(Upper), $"{schemeId} {stage}"), line);
        }

        return Row.IsGuarded ? JudgeGuarded(upper, index, line) : upper.Rule.Answer(index);
    }

    private BoundUpper? BoundUpper(string schemeId)
    {
        foreach (var upper in _uppers)
        {
            // The script's own copy of the id is known at a glance once it was found.
            if (ReferenceEquals(upper.Written, schemeId))
            {
                return upper;
            }
        }

        return Find(schemeId);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private BoundUpper? Find(string schemeId)
    {
        foreach (var upper in _uppers)
        {
            if (upper.SchemeId == schemeId)
            {
                upper.Written = schemeId;
                return upper;
            }
        }

        return null;
    }

    private Verdict JudgeGuarded(BoundUpper upper, int stage, int line)
    {
        var verdict = upper.Rule.AnswerGuarded(stage);
        return WithReasons ? new UpperReason(upper.SchemeId, verdict, verdict.Reason!, line).Verdict : verdict;
    }
}
