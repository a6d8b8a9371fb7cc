using System.Collections.Immutable;
using IndicatorRules.Evaluating;

namespace IndicatorRules;

/// <summary>Runs the rules of loaded schemes in place of the host's own process; see <see cref="SchemeHostOptions.Evaluator"/>.</summary>
/// <remarks>Safe on any thread. Made by the package IndicatorRules.Evaluator; not for others to derive from.</remarks>
public abstract class RuleEvaluator
{
    internal RuleEvaluator()
    {
    }

    /// <summary>What the rules say, one entry per indicator in the scheme's order, each with all its stages.</summary>
    /// <exception cref="EvaluationException">No answer, or none that can be used.</exception>
    internal abstract ImmutableArray<RowVerdicts> Evaluate(EvaluationJob job, CancellationToken cancellationToken);
}
