using System.Runtime.InteropServices;

namespace IndicatorRules.Packaging.Installing;

/// <summary>File operations missing from .NET: exchanging two folders atomically and flushing a folder's entries.</summary>
internal static class UnixFolders
{
    private const int CurrentFolder = -100;
    private const uint LinuxExchange = 2;
    private const uint MacExchange = 2;

    /// <summary>Flushes a folder's entries. Does nothing where the system cannot; a rename is atomic even so.</summary>
    internal static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            return;
        }

        var file = Open(folder, 0);
        if (file >= 0)
        {
            _ = Synchronize(file);
            _ = Close(file);
        }
    }

    internal static bool TryExchange(string one, string other)
    {
        try
        {
            return (OperatingSystem.IsLinux() && ExchangeOnLinux(CurrentFolder, one, CurrentFolder, other, LinuxExchange) == 0)
                || (OperatingSystem.IsMacOS() && ExchangeOnMac(one, other, MacExchange) == 0);
        }
        catch (EntryPointNotFoundException)
        {
            // An old C library does not have the call.
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "renameat2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ExchangeOnLinux(
        int fromFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string from,
        int toFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string to, uint flags);

    [DllImport("libc", EntryPoint = "renamex_np")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ExchangeOnMac(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to, uint flags);

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronize(int file);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
