using System.Runtime.InteropServices;

namespace IndicatorRules.Workers;

/// <summary>The runtime that this process runs on, so that the worker runs on the same.</summary>
internal static class DotnetHost
{
    // shared/Microsoft.NETCore.App/10.0.x/ lies three folders below the root.
    internal static string Root { get; } =
        System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    internal static string Path { get; } =
        System.IO.Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
