using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IndicatorRules.Schemes.Files;

/// <summary>The kind of a file, as far as reading and writing it differ.</summary>
internal enum FileKind
{
    /// <summary>A plain file, which can be replaced.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A pipe, a terminal or a character device: bytes go through it, and it stays.</summary>
    Stream,

    /// <summary>A disk or a socket.</summary>
    Other,
}

/// <summary>The system's answer about one file: its identity under all its names, its kind, its owner. Immutable.</summary>
/// <param name="Device">The volume that it is on.</param>
/// <param name="Number">Its number on that volume.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Links">The number of its names.</param>
/// <param name="Owner">The user that owns it; 0 on Windows.</param>
/// <param name="Group">The group that owns it; 0 on Windows.</param>
internal sealed record FileStatus(ulong Device, ulong Number, FileKind Kind, uint Links, uint Owner, uint Group)
{
    private const int CurrentFolder = -100;

    // The kernel's statx, the same on every processor.
    private const int StatxLength = 256;
    private const uint BasicFields = 0x7ff;

    // The stat of macOS on 64-bit processors.
    private const int StatLength = 256;

    private const int WindowsLength = 52;

    /// <summary>Follows links and asks; null when no file has that name or it cannot be asked.</summary>
    internal static FileStatus? Of(string path) => OperatingSystem.IsWindows() ? OnWindows(path)
        : OperatingSystem.IsLinux() ? OnUnix(path, StatxLength, OnLinux)
        : OnUnix(path, StatLength, OnMac);

    /// <summary>Whether both are one file, whatever they are called.</summary>
    internal bool IsSame(FileStatus other) => Device == other.Device && Number == other.Number;

    private static FileStatus? OnUnix(string path, int length, Func<nint, nint, FileStatus?> ask)
    {
        // Plain addresses: anything else needs code between that is compiled at every start.
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
