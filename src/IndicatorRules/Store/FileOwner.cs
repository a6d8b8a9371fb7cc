using System.Runtime.InteropServices;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Store;

/// <summary>Whether a file or folder is the user's own: on Unix, by owner and mode.</summary>
internal static class FileOwner
{
    internal const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    internal const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Whether the file or folder exists, belongs to this user, and is writable by this user alone.</summary>
    /// <remarks>On Windows, folders under the user's profile inherit such rights; others are the caller's choice.</remarks>
    internal static bool IsOwn(string path) => Path.Exists(path) && (OperatingSystem.IsWindows()
        || ((File.GetUnixFileMode(path) & OthersWrite) == 0 && FileStatus.Of(path)?.Owner == EffectiveUser()));

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
