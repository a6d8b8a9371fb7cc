using System.Runtime.InteropServices;

namespace IndicatorRules.Protocol;

/// <summary>Drops privileges of a worker before it reads its first request. Linux only.</summary>
internal static class WorkerLimits
{
    private const int NoNewPrivileges = 38;
    private const int LimitFileSize = 1;
    private const int LimitCore = 4;

    internal static void Apply()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Failures are ignored: the worker is a separate process in any case.
        _ = ProcessControl(NoNewPrivileges, 1, 0, 0, 0);
        var none = default(Limit);
        _ = SetLimit(LimitFileSize, in none);
        _ = SetLimit(LimitCore, in none);
    }

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ProcessControl(int option, nuint a, nuint b, nuint c, nuint d);

    [DllImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Limit
    {
        private readonly nuint _soft;
        private readonly nuint _hard;
    }
}
