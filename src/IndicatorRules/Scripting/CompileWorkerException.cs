using IndicatorRules.Contract;
using IndicatorRules.Workers;

namespace IndicatorRules.Scripting;

/// <summary>The compile worker is missing, could not start, died, or exceeded its deadline; the host itself works.</summary>
internal sealed class CompileWorkerException : Exception
{
    /// <summary>Creates the exception; thrown by a compiler, it blames the scheme that was compiled.</summary>
    /// <param name="what">What happened to the worker, in both languages, without a full stop.</param>
    /// <param name="lastWords">The first line of its standard error; empty when there was none.</param>
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

    /// <summary>What happened to the worker.</summary>
    public LocalizedText What { get; }

    /// <summary>The first line of its standard error; the diagnostic quotes it, shortened and escaped.</summary>
    public string LastWords { get; }

    internal WorkerFault Fault { get; }

    /// <summary>What happened to the worker, with its last words.</summary>
    internal LocalizedText Cause => ErrorOutput.With(What, LastWords);
}
