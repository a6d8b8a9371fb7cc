using System.Runtime.InteropServices;

namespace IndicatorRules.Scripting.Caching;

/// <summary>Whether a file or folder is this user's own: on Unix, by its owner and its rights.</summary>
internal static class FileOwner
{
    internal const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    internal const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Writable = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private const UnixFileMode Readable = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const int CurrentFolder = -100;
    private const uint OwnerAsked = 8;

    // The kernel's statx, the same on every processor.
    private const int StatusLength = 256;
    private const int OwnerOffset = 20;

    /// <summary>Whether the folder is there, this user's, and nobody else may write in it.</summary>
    /// <remarks>On Windows a folder under the user's profile is the user's by inheritance; others are the caller's choice.</remarks>
    internal static bool HoldsFolder(string path) =>
        Directory.Exists(path) && (OperatingSystem.IsWindows() || ((File.GetUnixFileMode(path) & Writable) == 0 && IsOwner(path)));

    /// <summary>Whether the file is there, this user's, and nobody else may read or write it.</summary>
    internal static bool HoldsSecret(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || ((File.GetUnixFileMode(path) & (Writable | Readable)) == 0 && IsOwner(path)));

    private static bool IsOwner(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            // Plain addresses: anything else needs code between that is compiled at every start.
            var (name, status) = (Marshal.StringToCoTaskMemUTF8(path), Marshal.AllocCoTaskMem(StatusLength));
            try
            {
                return Status(CurrentFolder, name, 0, OwnerAsked, status) == 0 && (uint)Marshal.ReadInt32(status, OwnerOffset) == EffectiveUser();
            }
            finally
            {
                Marshal.FreeCoTaskMem(name);
                Marshal.FreeCoTaskMem(status);
            }
        }

        // Elsewhere only the owner may set the rights, and the superuser, who then gets no cache.
        if (Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
        {
            return false;
        }

        File.SetUnixFileMode(path, File.GetUnixFileMode(path));
        return true;
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(int folder, nint path, int flags, uint mask, nint status);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
