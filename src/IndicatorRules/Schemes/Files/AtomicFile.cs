using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace IndicatorRules.Schemes.Files;

/// <summary>
/// A file that is there whole or not at all: it grows beside its place under another name, and takes its own by one rename.
/// </summary>
/// <remarks>
/// Ended at any step, its place holds the old bytes or the new. The other name is always made anew, so that no link which
/// somebody planted there is followed. A file that is replaced hands its rights and its owner on. <see cref="FileTarget"/>
/// stands before it where a user named the place.
/// </remarks>
internal sealed class AtomicFile : IDisposable
{
    private const UnixFileMode AllRights = (UnixFileMode)0xFFF;

    private readonly string _path;
    private readonly string _partial;
    private readonly bool _replace;
    private bool _over;

    private AtomicFile(string path, string partial, bool replace, FileStream stream) =>
        (_path, _partial, _replace, Stream) = (path, partial, replace, stream);

    /// <summary>Takes the bytes.</summary>
    internal FileStream Stream { get; }

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its place; a link there is replaced, not followed.</param>
    /// <param name="partial">Where it grows, for one that another process may go on with; by default a name that no other has.</param>
    /// <param name="replace">Whether a file that is there gives way.</param>
    /// <param name="rights">Its rights on Unix; by default those of the file that it replaces, else the user's usual ones.</param>
    internal static AtomicFile Begin(string path, string? partial = null, bool replace = true, UnixFileMode? rights = null)
    {
        var other = partial ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetRandomFileName()}{Unfinished}");
        if (partial is not null)
        {
            File.Delete(partial);
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 1 << 16 };
        var old = OperatingSystem.IsWindows() || rights is not null ? null : FileStatus.Of(path);
        if (!OperatingSystem.IsWindows() && (rights ?? (old is null ? null : File.GetUnixFileMode(path) & AllRights)) is { } asked)
        {
            // With no more than it is to have, from its first byte on; what the mask took away is given back below.
            options.UnixCreateMode = asked;
        }

        var stream = new FileStream(other, options);
        try
        {
            if (!OperatingSystem.IsWindows() && old is not null && options.UnixCreateMode is { } kept)
            {
                HandOn(stream.SafeFileHandle, old, kept);
            }

            return new AtomicFile(path, other, replace, stream);
        }
        catch
        {
            stream.Dispose();
            File.Delete(other);
            throw;
        }
    }

    /// <summary>Goes on with a file that was kept unfinished; null when there is no plain file of that name.</summary>
    internal static AtomicFile? Resume(string path, string partial) =>
        File.Exists(partial) && new FileInfo(partial).LinkTarget is null && FileStatus.Of(partial) is { Kind: FileKind.File, Links: 1 }
            ? new AtomicFile(path, partial, replace: true, new FileStream(partial, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1 << 16))
            : null;

    /// <summary>Writes a whole file.</summary>
    internal static void Write(string path, ReadOnlySpan<byte> bytes, bool replace = true, UnixFileMode? rights = null)
    {
        using var file = Begin(path, replace: replace, rights: rights);
        file.Stream.Write(bytes);
        file.Commit();
    }

    /// <summary>Writes a whole file of UTF-8 text without a byte order mark.</summary>
    internal static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Puts the file in its place.</summary>
    /// <param name="durable">Whether the bytes are on the disk first, so that not even a power cut leaves half of them.</param>
    internal void Commit(bool durable = false)
    {
        Stream.Flush(durable);
        Stream.Dispose();
        File.Move(_partial, _path, _replace);
        _over = true;
    }

    /// <summary>Leaves the unfinished file where it grows.</summary>
    internal void Keep()
    {
        _over = true;
        Close();
    }

    /// <summary>Takes away what was neither committed nor kept.</summary>
    public void Dispose()
    {
        if (_over)
        {
            return;
        }

        _over = true;
        Close();
        File.Delete(_partial);
    }

    private void Close()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // A full disk does not take the last bytes either; no one counts on them.
        }
    }

    internal const string Unfinished = ".partial";

    private static void HandOn(SafeFileHandle file, FileStatus old, UnixFileMode rights)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (Environment.IsPrivilegedProcess && (old.Owner != 0 || old.Group != 0))
        {
            // Only the superuser can give files away; where even that is refused, the new file is the superuser's, as it always was.
            _ = ChangeOwner(file, old.Owner, old.Group);
        }

        File.SetUnixFileMode(file, rights);
    }

    [DllImport("libc", EntryPoint = "fchown")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner(SafeFileHandle file, uint owner, uint group);
}
