using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Files;

/// <summary>The place that a user named for a file: looked over before anything is made, then written whole or not at all.</summary>
/// <remarks>
/// A link is followed and stays; what it points to is replaced. A pipe or a device is written into and stays too. Folders,
/// disks, names that no file can have and files without the right to write are refused, with a diagnostic.
/// </remarks>
internal sealed class FileTarget
{
    private const int MostLinks = 40;

    private static readonly string[] StandardOutputs = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

    private FileTarget(string given, string path, FileStatus? status) => (Given, Path, Status) = (given, path, status);

    /// <summary>As the user wrote it.</summary>
    internal string Given { get; }

    /// <summary>The whole path of the file itself, links followed.</summary>
    internal string Path { get; }

    /// <summary>The file that is there; null where there is none yet.</summary>
    internal FileStatus? Status { get; }

    /// <summary>Whether bytes go through it, so that it is written into and never replaced.</summary>
    internal bool IsStream => Status is { Kind: FileKind.Stream };

    /// <summary>Whether a name means the output that the process was given.</summary>
    internal static bool IsStandardOutput(string given) => StandardOutputs.Contains(given, StringComparer.Ordinal);

    /// <summary>Looks over a place.</summary>
    /// <param name="given">As the user wrote it.</param>
    /// <param name="directory">What a relative path starts from.</param>
    /// <exception cref="FileFaultException">Nothing can be written there.</exception>
    internal static FileTarget Of(string given, string directory)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            throw FileFaultException.Of(DiagnosticCatalog.TargetNameEmpty, "\"\"");
        }

        try
        {
            var path = Followed(System.IO.Path.GetFullPath(given, directory), given);
            var status = FileStatus.Of(path);
            if (status is { Kind: FileKind.Folder } || System.IO.Path.EndsInDirectorySeparator(path) || System.IO.Path.GetFileName(path).Length == 0)
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

    /// <summary>Writes the file.</summary>
    /// <exception cref="FileFaultException">It could not be written; the place holds what it held.</exception>
    internal void Write(Action<Stream> write) => Guard(() =>
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

    /// <summary>Says of any failure while the file is written what it means for this file.</summary>
    /// <exception cref="FileFaultException">The work failed.</exception>
    internal T Guard<T>(Func<T> work)
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

    /// <summary>Writes a file of bytes.</summary>
    internal void Write(ReadOnlyMemory<byte> bytes) => Write(stream => stream.Write(bytes.Span));

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
                throw FileFaultException.Of(
                    DiagnosticCatalog.TargetRefused, Given, Given, new LocalizedText($"`{name}` 是文件，不是文件夹", $"`{name}` is a file, not a folder"));
            }
        }
    }

    private void ValidateRights()
    {
        if (Status is { Kind: FileKind.Other })
        {
            throw FileFaultException.Of(
                DiagnosticCatalog.TargetRefused, Given, Given, new LocalizedText("它是磁盘或网络接口，不是文件", "it is a disk or a socket, not a file"));
        }

        if (Status is { Kind: FileKind.File })
        {
            // The system alone knows whether this user may: a rename would pass over a file that was made read-only on purpose.
            using var _ = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
    }

    // Not into what the system makes up: the links there name open files, not paths.
    private static string Followed(string path, string given)
    {
        for (var links = 0; !IsOfTheSystem(path) && new FileInfo(path).LinkTarget is { } next; links++)
        {
            if (links == MostLinks)
            {
                throw FileFaultException.Of(
                    DiagnosticCatalog.TargetRefused, given, given, new LocalizedText("链接绕成了一圈", "its link leads back to itself"));
            }

            path = System.IO.Path.GetFullPath(next, System.IO.Path.GetDirectoryName(path)!);
        }

        return path;
    }

    private static bool IsOfTheSystem(string path) => !OperatingSystem.IsWindows()
        && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));

    /// <summary>The folders that had to be made for a file, taken away again where it does not come to be.</summary>
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
