using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IndicatorRules.Schemes.Files;

/// <summary>The kinds of files that are read and written differently.</summary>
internal enum FileKind
{
    /// <summary>A plain file, which can be replaced atomically.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A pipe, terminal or character device, which is written to and never replaced.</summary>
    Stream,

    /// <summary>A block device or socket.</summary>
    Other,
}

/// <summary>What the system reports about a file: its identity, kind and owner. Immutable.</summary>
/// <param name="Device">The id of its volume.</param>
/// <param name="Number">Its number on the volume (inode).</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Links">The number of its hard links.</param>
/// <param name="Owner">The id of its owner; 0 on Windows.</param>
/// <param name="Group">The id of its group; 0 on Windows.</param>
internal sealed record FileStatus(ulong Device, ulong Number, FileKind Kind, uint Links, uint Owner, uint Group)
{
    private const int CurrentFolder = -100;

    // The kernel's statx, whose layout is the same on every processor.
    private const int StatxLength = 256;
    private const uint BasicFields = 0x7ff;

    // macOS's stat on 64-bit processors.
    private const int StatLength = 256;

    private const int WindowsLength = 52;

    /// <summary>The status of a file, links followed; null if it does not exist or cannot be read.</summary>
    internal static FileStatus? Of(string path) => OperatingSystem.IsWindows() ? OnWindows(path)
        : OperatingSystem.IsLinux() ? OnUnix(path, StatxLength, OnLinux)
        : OnUnix(path, StatLength, OnMac);

    /// <summary>Whether both are the same file, possibly under different names.</summary>
    internal bool IsSame(FileStatus other) => Device == other.Device && Number == other.Number;

    private static FileStatus? OnUnix(string path, int length, Func<nint, nint, FileStatus?> ask)
    {
        var (name, status) = (Marshal.StringToCoTaskMemUTF8(path), Marshal.AllocCoTaskMem(length));
        try
        {
            return ask(name, status);
        }
        finally
        {
            Marshal.FreeCoTaskMem(name);
            Marshal.FreeCoTaskMem(status);
        }
    }

    private static FileStatus? OnLinux(nint name, nint status) => Statx(CurrentFolder, name, 0, BasicFields, status) != 0 ? null : new(
        ((ulong)(uint)Marshal.ReadInt32(status, 136) << 32) | (uint)Marshal.ReadInt32(status, 140),
        (ulong)Marshal.ReadInt64(status, 32),
        KindOf(Marshal.ReadInt16(status, 28)),
        (uint)Marshal.ReadInt32(status, 16),
        (uint)Marshal.ReadInt32(status, 20),
        (uint)Marshal.ReadInt32(status, 24));

    private static FileStatus? OnMac(nint name, nint status)
    {
        var answer = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? StatOfX64(name, status) : Stat(name, status);
        return answer != 0 ? null : new(
            (uint)Marshal.ReadInt32(status, 0),
            (ulong)Marshal.ReadInt64(status, 8),
            KindOf(Marshal.ReadInt16(status, 4)),
            (ushort)Marshal.ReadInt16(status, 6),
            (uint)Marshal.ReadInt32(status, 16),
            (uint)Marshal.ReadInt32(status, 20));
    }

    private static FileKind KindOf(short mode) => (mode & 0xF000) switch
    {
        0x8000 => FileKind.File,
        0x4000 => FileKind.Folder,
        0x1000 or 0x2000 => FileKind.Stream,
        _ => FileKind.Other,
    };

    private static FileStatus? OnWindows(string path)
    {
        if (Directory.Exists(path))
        {
            return new(0, 0, FileKind.Folder, 1, 0, 0);
        }

        if (Path.GetFullPath(path).StartsWith(@"\\.\", StringComparison.Ordinal))
        {
            return new(0, 0, FileKind.Stream, 1, 0, 0);
        }

        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var answer = Marshal.AllocCoTaskMem(WindowsLength);
            try
            {
                return !Information(file, answer) ? null : new(
                    (uint)Marshal.ReadInt32(answer, 28),
                    ((ulong)(uint)Marshal.ReadInt32(answer, 44) << 32) | (uint)Marshal.ReadInt32(answer, 48),
                    FileKind.File,
                    (uint)Marshal.ReadInt32(answer, 40),
                    0,
                    0);
            }
            finally
            {
                Marshal.FreeCoTaskMem(answer);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, nint path, int flags, uint mask, nint status);

    [DllImport("libc", EntryPoint = "stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(nint path, nint status);

    [DllImport("libc", EntryPoint = "stat$INODE64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatOfX64(nint path, nint status);

    [DllImport("kernel32", EntryPoint = "GetFileInformationByHandle")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool Information(SafeFileHandle file, nint answer);
}
