using System.Runtime.InteropServices;
using System.Text;

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
            var name = Encoding.UTF8.GetBytes(path + '\0');
            return Status(CurrentFolder, in name[0], 0, OwnerAsked, out var status) == 0 && status.Owner == EffectiveUser();
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
    private static extern int Status(int folder, in byte path, int flags, uint mask, out FileStatus status);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();

    // The kernel's statx, the same on every processor: 256 bytes, the owner at the twentieth.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct FileStatus
    {
        [FieldOffset(20)]
        internal readonly uint Owner;
    }
}
