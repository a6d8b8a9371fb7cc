using System.Runtime.InteropServices;

namespace IndicatorRules.Protocol;

/// <summary>What the worker gives up before it reads the first request, where the system lets it: Linux.</summary>
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

        // Refusals of the system are no reason to stop: the process stands apart from the host in any case.
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
