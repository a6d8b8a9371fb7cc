using IndicatorRules.Contract;

namespace IndicatorRules.Workers;

/// <summary>A worker process is not there, died, or did not answer in time.</summary>
internal sealed class WorkerGoneException(LocalizedText what, string lastWords = "") : Exception(what.En)
{
    internal LocalizedText What => what;

    /// <summary>The first line that it wrote to its standard error; empty when none.</summary>
    internal string LastWords => lastWords;
}
