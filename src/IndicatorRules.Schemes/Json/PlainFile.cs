using System.Runtime.InteropServices;

namespace IndicatorRules.Schemes.Json;

/// <summary>Opens files of strangers' folders: plain ones alone, since a pipe would keep its reader waiting for ever.</summary>
/// <remarks>What a link leads to counts. The kinds of files are known on Linux; elsewhere every file is taken for a plain one.</remarks>
internal static class PlainFile
{
    private const int CurrentFolder = -100;
    private const uint TypeAsked = 1;

    // The kernel's statx, the same on every processor.
    private const int StatusLength = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int Plain = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>The file for reading, wherever it stands.</summary>
    /// <exception cref="NotPlainFileException">It is a pipe, a device or a socket.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    internal static FileStream Open(string path) => IsSpecial(path)
        ? throw new NotPlainFileException(path)
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>All of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes read; of a longer file one more, which tells that it is longer.</param>
    /// <inheritdoc cref="Open"/>
    internal static byte[] Read(string path, long most)
    {
        using var file = Open(path);
        var bytes = new byte[Math.Min(file.Length, most + 1)];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Whether something is there that is neither a file nor a folder.</summary>
    internal static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        // Plain addresses: anything else needs code between that is compiled at every start.
        var (name, status) = (Marshal.StringToCoTaskMemUTF8(path), Marshal.AllocCoTaskMem(StatusLength));
        try
        {
            return Status(CurrentFolder, name, 0, TypeAsked, status) == 0 && (Marshal.ReadInt16(status, ModeOffset) & TypeMask) is not (Plain or Folder);
        }
        finally
        {
            Marshal.FreeCoTaskMem(name);
            Marshal.FreeCoTaskMem(status);
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(int folder, nint path, int flags, uint mask, nint status);
}

/// <summary>A pipe, a device or a socket stands where a file should.</summary>
internal sealed class NotPlainFileException(string path) : IOException($"`{path}` is not a plain file.");
