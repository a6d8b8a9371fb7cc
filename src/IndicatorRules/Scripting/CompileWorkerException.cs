using IndicatorRules.Contract;
using IndicatorRules.Workers;

namespace IndicatorRules.Scripting;

/// <summary>The compile worker is missing, could not be started, died, or did not answer in time; the host itself is well.</summary>
internal sealed class CompileWorkerException : Exception
{
    /// <summary>What became of the worker; a compiler that throws it blames the scheme that it was given.</summary>
    /// <param name="what">In both languages, without a full stop.</param>
    /// <param name="lastWords">The first line that it wrote to its standard error; empty when none.</param>
    public CompileWorkerException(LocalizedText what, string lastWords = "")
        : this(WorkerFault.Died, what, lastWords)
    {
    }

    internal CompileWorkerException(WorkerFault fault, LocalizedText what, string lastWords)
        : base((what ?? throw new ArgumentNullException(nameof(what))).En)
    {
        Fault = fault;
        What = what;
        LastWords = lastWords ?? "";
    }

    /// <summary>What became of the worker, in both languages.</summary>
    public LocalizedText What { get; }

    /// <summary>The first line that it wrote to its standard error; the diagnostic quotes it, shortened and escaped.</summary>
    public string LastWords { get; }

    internal WorkerFault Fault { get; }

    /// <summary>What became of the worker, with its last words.</summary>
    internal LocalizedText Cause => ErrorOutput.With(What, LastWords);
}
