using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace IndicatorRules.Schemes.Files;

/// <summary>A file that is written atomically: it grows beside its target under a temporary name and is then renamed.</summary>
/// <remarks>
/// If the process is killed, the target holds either the old or the new bytes. The temporary file is always created new, so that a planted
/// link is not followed. A replaced file passes on its permissions and owner. For targets that a user names, use <see cref="FileTarget"/>.
/// </remarks>
public sealed class AtomicFile : IDisposable
{
    /// <summary>The end of a temporary file's name.</summary>
    public const string Unfinished = ".partial";

    private const UnixFileMode AllRights = (UnixFileMode)0xFFF;

    private readonly string _path;
    private readonly string _partial;
    private readonly bool _replace;
    private bool _over;

    private AtomicFile(string path, string partial, bool replace, FileStream stream) =>
        (_path, _partial, _replace, Stream) = (path, partial, replace, stream);

    /// <summary>The stream to write to.</summary>
    public FileStream Stream { get; }

    /// <summary>Starts a file.</summary>
    /// <param name="path">The target. A link there is replaced, not followed.</param>
    /// <param name="partial">The temporary name of a file that another process may resume; a random one by default.</param>
    /// <param name="replace">Whether to replace an existing file.</param>
    /// <param name="rights">The permissions on Unix; by default those of the replaced file, or the user's default.</param>
    public static AtomicFile Begin(string path, string? partial = null, bool replace = true, UnixFileMode? rights = null)
    {
        var other = partial ?? TemporaryBeside(path);
        if (partial is not null)
        {
            File.Delete(partial);
        }

        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            BufferSize = 1 << 16,
        };
        var old = OperatingSystem.IsWindows() || rights is not null ? null : FileStatus.Of(path);
        if (!OperatingSystem.IsWindows() && (rights ?? (old is null ? null : File.GetUnixFileMode(path) & AllRights)) is { } asked)
        {
            // The final permissions from the first byte on. HandOn restores bits that the umask removed.
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

    /// <summary>Resumes an unfinished file that was kept; null without a plain file of that name.</summary>
    public static AtomicFile? Resume(string path, string partial) =>
        File.Exists(partial) && new FileInfo(partial).LinkTarget is null && FileStatus.Of(partial) is { Kind: FileKind.File, Links: 1 }
            ? new AtomicFile(
                path, partial, replace: true, new FileStream(partial, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1 << 16))
            : null;

    /// <summary>Writes a file atomically.</summary>
    internal static void Write(string path, ReadOnlySpan<byte> bytes, bool replace = true, UnixFileMode? rights = null)
    {
        using var file = Begin(path, replace: replace, rights: rights);
        file.Stream.Write(bytes);
        file.Commit();
    }

    /// <summary>Writes a text file atomically, as UTF-8 without a byte order mark.</summary>
    internal static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Renames the file to its target.</summary>
    /// <param name="durable">Whether to flush the bytes to disk first, so that the file survives a power failure.</param>
    public void Commit(bool durable = false)
    {
        Stream.Flush(durable);
        Stream.Dispose();
        File.Move(_partial, _path, _replace);
        _over = true;
    }

    /// <summary>Keeps the unfinished file, so that it can be resumed.</summary>
    public void Keep()
    {
        _over = true;
        Close();
    }

    /// <summary>Deletes the file if it was neither committed nor kept.</summary>
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
            // The disk is full. The buffered bytes are lost, but nothing refers to them.
        }
    }

    /// <summary>Creates a folder with its files, whole or not at all. Missing folders above it are created and removed with it.</summary>
    /// <param name="path">The folder, which does not exist yet.</param>
    /// <param name="files">The path of each file within it, and its text.</param>
    /// <exception cref="FileFaultException">It could not be created.</exception>
    public static void WriteFolder(string path, IEnumerable<(string Path, string Text)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var partial = TemporaryBeside(path);
        try
        {
            using var above = FileTarget.MadeFolders.For(path);
            try
            {
                foreach (var (name, text) in files)
                {
                    var file = Path.Combine(partial, name);
                    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                    Write(file, text);
                }

                Directory.Move(partial, path);
                above.Keep();
            }
            finally
            {
                if (Directory.Exists(partial))
                {
                    Directory.Delete(partial, recursive: true);
                }
            }
        }
        catch (Exception e) when (e is (IOException or UnauthorizedAccessException) and not FileFaultException)
        {
            throw FileFaultException.Writing(path, e);
        }
    }

    private static string TemporaryBeside(string path) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetRandomFileName()}{Unfinished}");

    private static void HandOn(SafeFileHandle file, FileStatus old, UnixFileMode rights)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (Environment.IsPrivilegedProcess && (old.Owner != 0 || old.Group != 0))
        {
            // Only root can change the owner. If even that fails, the new file belongs to root.
            _ = ChangeOwner(file, old.Owner, old.Group);
        }

        File.SetUnixFileMode(file, rights);
    }

    [DllImport("libc", EntryPoint = "fchown")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner(SafeFileHandle file, uint owner, uint group);
}
