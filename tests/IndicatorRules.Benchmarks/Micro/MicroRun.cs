using BenchmarkDotNet.Running;

namespace IndicatorRules.Benchmarks.Micro;

/// <summary>The verb <c>micro</c>, apart from the others so that BenchmarkDotNet is loaded for it alone.</summary>
internal static class MicroRun
{
    internal static int Run(string[] args) =>
        BenchmarkSwitcher.FromTypes([typeof(RuleBenchmarks)]).Run(args.Length == 0 ? ["--filter", "*"] : args)
            .Any(s => s.HasCriticalValidationErrors) ? 1 : 0;
}
