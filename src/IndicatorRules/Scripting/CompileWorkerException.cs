namespace IndicatorRules.Scripting;

/// <summary>The compile worker is not there, died, or did not answer in time; the host itself is well.</summary>
public sealed class CompileWorkerException : Exception
{
    /// <summary>What became of the worker.</summary>
    public CompileWorkerException(string message)
        : base(message)
    {
    }
}
