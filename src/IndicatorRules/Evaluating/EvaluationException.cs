using IndicatorRules.Contract;
using IndicatorRules.Workers;

namespace IndicatorRules.Evaluating;

/// <summary>The evaluator is missing, died, did not answer in time, or gave an answer that cannot be used.</summary>
/// <param name="what">In both languages, without a full stop.</param>
/// <param name="fault">Why.</param>
internal sealed class EvaluationException(LocalizedText what, WorkerFault fault = WorkerFault.Died) : Exception(what.En)
{
    internal LocalizedText What => what;

    internal WorkerFault Fault => fault;
}
