using System.Runtime.InteropServices;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Scripting.Caching;

/// <summary>Whether a file or folder is this user's own: on Unix, by its owner and its rights.</summary>
internal static class FileOwner
{
    internal const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    internal const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Writable = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private const UnixFileMode Readable = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

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
            return FileStatus.Of(path) is { } status && status.Owner == EffectiveUser();
        }

        // Elsewhere only the owner may set the rights, and the superuser, who then gets no cache.
        if (Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
        {
            return false;
        }

        File.SetUnixFileMode(path, File.GetUnixFileMode(path));
        return true;
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
