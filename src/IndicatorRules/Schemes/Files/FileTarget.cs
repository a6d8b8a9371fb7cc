using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Files;

/// <summary>An output file that a user named. It is validated before any work starts and then written atomically.</summary>
/// <remarks>
/// Links are followed, and the file they lead to is replaced. Pipes and devices are written to. Folders, block devices, invalid names and
/// files without write permission are rejected with a diagnostic.
/// </remarks>
public sealed class FileTarget
{
    private const int MostLinks = 40;

    private static readonly string[] StandardOutputs = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

    private FileTarget(string given, string path, FileStatus? status) => (Given, Path, Status) = (given, path, status);

    /// <summary>The path as the user wrote it.</summary>
    public string Given { get; }

    /// <summary>The full path, links followed.</summary>
    public string Path { get; }

    /// <summary>The status of the existing file; null if there is none.</summary>
    internal FileStatus? Status { get; }

    /// <summary>Whether it is a pipe or device, which is written to and never replaced.</summary>
    public bool IsStream => Status is { Kind: FileKind.Stream };

    /// <summary>Whether a name means standard output.</summary>
    public static bool IsStandardOutput(string given) => StandardOutputs.Contains(given, StringComparer.Ordinal);

    /// <summary>Validates a target.</summary>
    /// <param name="given">The path as the user wrote it.</param>
    /// <param name="directory">The directory to which a relative path refers.</param>
    /// <exception cref="FileFaultException">The target cannot be written.</exception>
    public static FileTarget Of(string given, string directory)
    {
        ArgumentNullException.ThrowIfNull(given);
        if (string.IsNullOrWhiteSpace(given))
        {
            throw FileFaultException.Of(DiagnosticCatalog.TargetNameEmpty, "\"\"");
        }

        try
        {
            var path = Followed(System.IO.Path.GetFullPath(given, directory), given);
            var status = FileStatus.Of(path);
            var isFolder = status is { Kind: FileKind.Folder } || System.IO.Path.EndsInDirectorySeparator(path);
            if (isFolder || System.IO.Path.GetFileName(path).Length == 0)
            {
                throw FileFaultException.Of(DiagnosticCatalog.TargetIsFolder, given, System.IO.Path.TrimEndingDirectorySeparator(given));
            }

            var target = new FileTarget(given, path, status);
            target.ValidateFolder();
            target.ValidateRights();
            return target;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw FileFaultException.Writing(given, e);
        }
    }

    /// <summary>Writes the file atomically.</summary>
    /// <exception cref="FileFaultException">The file could not be written; the old file, if any, is unchanged.</exception>
    public void Write(Action<Stream> write) => Guard(() =>
    {
        if (IsStream)
        {
            using var through = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            write(through);
            return true;
        }

        using var folders = MadeFolders.For(Path);
        using var file = AtomicFile.Begin(Path);
        write(file.Stream);
        file.Commit(durable: true);
        folders.Keep();
        return true;
    });

    /// <summary>Runs work that writes the file and translates its exceptions.</summary>
    /// <exception cref="FileFaultException">The work failed.</exception>
    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw FileFaultException.Writing(Given, e);
        }
    }

    /// <summary>Writes bytes atomically.</summary>
    public void Write(ReadOnlyMemory<byte> bytes) => Write(stream => stream.Write(bytes.Span));

    private void ValidateFolder()
    {
        for (var folder = System.IO.Path.GetDirectoryName(Path); folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder))
            {
                return;
            }

            if (File.Exists(folder))
            {
                var name = System.IO.Path.GetFileName(folder);
                throw Refused(Given, new($"`{name}` 是文件，不是文件夹", $"`{name}` is a file, not a folder"));
            }
        }
    }

    private void ValidateRights()
    {
        if (Status is { Kind: FileKind.Other })
        {
            throw Refused(Given, new("它是磁盘或网络接口，不是文件", "it is a disk or a socket, not a file"));
        }

        if (Status is { Kind: FileKind.File })
        {
            // Opens the file to ask the system for permission: a rename would bypass a write protection.
            using var _ = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
    }

    // Stops at /dev and /proc, whose links name open files, not paths.
    private static string Followed(string path, string given)
    {
        for (var links = 0; !IsOfTheSystem(path) && new FileInfo(path).LinkTarget is { } next; links++)
        {
            if (links == MostLinks)
            {
                throw Refused(given, new("链接绕成了一圈", "its link leads back to itself"));
            }

            path = System.IO.Path.GetFullPath(next, System.IO.Path.GetDirectoryName(path)!);
        }

        return path;
    }

    private static FileFaultException Refused(string given, LocalizedText why) =>
        FileFaultException.Of(DiagnosticCatalog.TargetRefused, given, given, why);

    private static bool IsOfTheSystem(string path) => !OperatingSystem.IsWindows()
        && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));

    /// <summary>The folders created for a file. They are deleted again unless the file is kept.</summary>
    internal sealed class MadeFolders : IDisposable
    {
        private readonly List<string> _made = [];

        internal static MadeFolders For(string path)
        {
            var folders = new MadeFolders();
            var above = System.IO.Path.GetDirectoryName(path)!;
            for (var folder = above; folder is not null && !Directory.Exists(folder); folder = System.IO.Path.GetDirectoryName(folder))
            {
                folders._made.Add(folder);
            }

            try
            {
                Directory.CreateDirectory(above);
                return folders;
            }
            catch
            {
                folders.Dispose();
                throw;
            }
        }

        internal void Keep() => _made.Clear();

        public void Dispose()
        {
            foreach (var folder in _made.Where(Directory.Exists).Where(f => !Directory.EnumerateFileSystemEntries(f).Any()))
            {
                Directory.Delete(folder);
            }
        }
    }
}
