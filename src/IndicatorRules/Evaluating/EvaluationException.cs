using IndicatorRules.Contract;

namespace IndicatorRules.Evaluating;

/// <summary>The evaluator is not there, died, did not answer in time, or gave an answer that cannot be used.</summary>
/// <param name="what">In both languages, without a full stop.</param>
internal sealed class EvaluationException(LocalizedText what) : Exception(what.En)
{
    internal LocalizedText What => what;
}
