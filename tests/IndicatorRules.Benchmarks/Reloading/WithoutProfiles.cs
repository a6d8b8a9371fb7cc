using System.Diagnostics;

namespace IndicatorRules.Benchmarks.Reloading;

/// <summary>Runs a verb in a process whose runtime optimizes without profiles.</summary>
/// <remarks>
/// Code that can be unloaded is optimized at once when it first runs. With profiles of everything that it calls at hand the
/// runtime then inlines so much that the first assessment by a new image takes ten times as long.
/// </remarks>
internal static class WithoutProfiles
{
    private const string Setting = "DOTNET_TieredPGO";

    internal static int Run(string[] arguments, Func<int> verb)
    {
        if (Environment.GetEnvironmentVariable(Setting) == "0")
        {
            return verb();
        }

        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(WithoutProfiles).Assembly.Location, .. arguments]);
        if (!Path.GetFileNameWithoutExtension(start.FileName).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.ArgumentList.RemoveAt(0);
        }

        start.Environment[Setting] = "0";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
