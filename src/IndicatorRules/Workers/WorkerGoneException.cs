using IndicatorRules.Contract;

namespace IndicatorRules.Workers;

/// <summary>A worker process is missing, could not start, died, was late, or gave an invalid answer.</summary>
internal sealed class WorkerGoneException(WorkerFault fault, LocalizedText what, string lastWords = "") : Exception(what.En)
{
    internal WorkerFault Fault => fault;

    internal LocalizedText What => what;

    /// <summary>The first line of its standard error, as <see cref="ErrorOutput"/> shows it; empty when there was none.</summary>
    internal string LastWords => lastWords;
}
