using System.Runtime.InteropServices;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Store;

/// <summary>Whether a file or folder is this user's own: on Unix, by its owner and its rights.</summary>
internal static class FileOwner
{
    internal const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    internal const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Whether the file or folder exists, is this user's, and no one else may write to it.</summary>
    /// <remarks>On Windows a folder under the user's profile is the user's by inheritance; others are the caller's choice.</remarks>
    internal static bool IsOwn(string path) => Path.Exists(path) && (OperatingSystem.IsWindows()
        || ((File.GetUnixFileMode(path) & OthersWrite) == 0 && FileStatus.Of(path)?.Owner == EffectiveUser()));

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
