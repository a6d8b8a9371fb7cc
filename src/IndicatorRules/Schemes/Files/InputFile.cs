using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IndicatorRules.Schemes.Files;

/// <summary>An input file, a pipe, or bytes in memory, which can be read repeatedly.</summary>
/// <remarks>A pipe gives its bytes only once, so they are copied to an unnamed temporary file, which disappears with the process.</remarks>
public sealed class InputFile : IDisposable
{
    private readonly FileStream? _aside;
    private readonly ReadOnlyMemory<byte>? _bytes;
    private readonly string _path;

    private InputFile(string path, FileStream? aside, ReadOnlyMemory<byte>? bytes = null) => (_path, _aside, _bytes) = (path, aside, bytes);

    /// <summary>The path by which other processes can open it; null for a pipe and for bytes in memory.</summary>
    public string? Name => _aside is null && _bytes is null ? _path : null;

    /// <summary>A file whose bytes are in memory, such as the body of a request.</summary>
    /// <param name="bytes">The bytes, which may not change while the file is read.</param>
    public static InputFile InMemory(ReadOnlyMemory<byte> bytes) => new("", null, bytes);

    /// <summary>Whether a name means standard input.</summary>
    public static bool IsStandardInput(string path) => path is "-" or "/dev/stdin" or "/dev/fd/0" or "/proc/self/fd/0";

    /// <summary>Whether a path names a pipe or a device, which gives its bytes once.</summary>
    public static bool IsStream(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return IsStandardInput(path) || (path.Length > 0 && FileStatus.Of(path) is { Kind: FileKind.Stream });
    }

    /// <summary>Opens a file for reading. A pipe is read to its end.</summary>
    /// <param name="path">The file or pipe.</param>
    /// <param name="cancellationToken">Cancels waiting for a pipe.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public static InputFile Open(string path, CancellationToken cancellationToken = default)
    {
        if (!IsStream(path))
        {
            return new(path, null);
        }

        // On a thread of its own: reading a silent pipe blocks and cannot be cancelled.
        var read = Task.Factory.StartNew(
            () => PutAside(path), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return new(path, read.WaitAsync(cancellationToken).GetAwaiter().GetResult());
    }

    private static FileStream PutAside(string path)
    {
        var aside = Aside();
        try
        {
            using var from = IsStandardInput(path)
                ? Console.OpenStandardInput()
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            from.CopyTo(aside);
            aside.Flush();
            return aside;
        }
        catch
        {
            aside.Dispose();
            throw;
        }
    }

    /// <summary>Whether the content looks like JSON by its first characters.</summary>
    public bool IsJson()
    {
        using var from = Read();
        var head = new byte[64];
        var some = head.AsSpan(0, from.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        some = some.StartsWith("\uFEFF"u8) ? some[3..] : some;
        var text = some.Trim(" \t\r\n"u8);
        return text.IsEmpty || text[0] is (byte)'{' or (byte)'[';
    }

    /// <summary>All bytes, but at most <paramref name="most"/>.</summary>
    public byte[] ReadAll(int most)
    {
        using var from = Read();
        var bytes = new byte[Math.Min(from.Length, most)];
        from.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Creates a temporary file that no other process can open. On Unix its name is deleted at once.</summary>
    public static FileStream Aside()
    {
        var path = Path.GetTempFileName();
        var windows = OperatingSystem.IsWindows();
        var file = new FileStream(
            path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, windows ? FileOptions.DeleteOnClose : FileOptions.None);
        if (!windows)
        {
            File.Delete(path);
        }

        return file;
    }

    /// <summary>Opens the bytes from their start; each stream has a position of its own.</summary>
    public Stream Read(FileOptions options = FileOptions.None)
    {
        if (_bytes is { } bytes)
        {
            return MemoryMarshal.TryGetArray(bytes, out var part)
                ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false)
                : new MemoryStream(bytes.ToArray(), writable: false);
        }

        if (_aside is null)
        {
            return new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, options);
        }

        var handle = new SafeFileHandle(_aside.SafeFileHandle.DangerousGetHandle(), ownsHandle: false);
        return new FileStream(handle, FileAccess.Read, 1 << 16) { Position = 0 };
    }

    /// <inheritdoc/>
    public void Dispose() => _aside?.Dispose();
}
