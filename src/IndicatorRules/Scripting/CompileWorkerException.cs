using IndicatorRules.Contract;

namespace IndicatorRules.Scripting;

/// <summary>The compile worker is not there, died, or did not answer in time; the host itself is well.</summary>
public sealed class CompileWorkerException : Exception
{
    /// <summary>What became of the worker.</summary>
    /// <param name="what">In both languages, without a full stop.</param>
    /// <param name="lastWords">The first line that it wrote to its standard error, for logs; empty when none.</param>
    public CompileWorkerException(LocalizedText what, string lastWords = "")
        : base(what.En)
    {
        What = what;
        LastWords = lastWords;
    }

    /// <summary>What became of the worker, in both languages.</summary>
    public LocalizedText What { get; }

    /// <summary>The first line that it wrote to its standard error; for logs, not for authors.</summary>
    public string LastWords { get; }
}
