using IndicatorRules.Contract;

namespace IndicatorRules.Workers;

/// <summary>A worker process is missing, could not be started, died, was late, or gave no answer of ours.</summary>
internal sealed class WorkerGoneException(WorkerFault fault, LocalizedText what, string lastWords = "") : Exception(what.En)
{
    internal WorkerFault Fault => fault;

    internal LocalizedText What => what;

    /// <summary>The first line that it wrote to its standard error, as <see cref="ErrorOutput"/> shows it; empty when none.</summary>
    internal string LastWords => lastWords;
}
