using System.Diagnostics;
using IndicatorRules.Protocol;

namespace IndicatorRules.Benchmarks.Reloading;

/// <summary>Compiles through another and keeps how long that took. One thread at a time.</summary>
internal sealed class TimedCompiler(IRuleCompiler inner) : IRuleCompiler
{
    private readonly List<double> _taken = [];

    public string? Identity => inner.Identity;

    /// <summary>The milliseconds of each compilation since this was last asked.</summary>
    internal List<double> Taken()
    {
        List<double> taken = [.. _taken];
        _taken.Clear();
        return taken;
    }

    public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        var response = inner.Compile(request, cancellationToken);
        _taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return response;
    }
}
