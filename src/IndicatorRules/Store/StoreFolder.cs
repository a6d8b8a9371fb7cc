using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Workers;

namespace IndicatorRules.Store;

/// <summary>A folder of small files, each with a checksum over its name and content. Safe on any thread and between processes.</summary>
/// <remarks>
/// The store only saves time, so no failure is an error: a file that cannot be read counts as missing, one that cannot be written is
/// not stored, a damaged one is removed. Files are replaced atomically, by renaming.
/// </remarks>
internal sealed class StoreFolder
{
    /// <summary>The maximum size of a file: the largest image with its costs, or a bundle.</summary>
    internal const int MaxBytes = 16 * 1024 * 1024;

    // A user's folder is trimmed after the process's first write, then after every so many.
    private const int TrimInterval = 64;

    private const string CompilerFile = "compiler.txt";

    // A process may be killed between write and rename; no running process has an unfinished file older than this.
    private static readonly TimeSpan UnfinishedAge = TimeSpan.FromHours(1);

    private readonly string _path;
    private readonly TimeProvider? _clock;
    private readonly int _mostFiles;
    private readonly long _mostBytes;
    private volatile LocalizedText? _refusal;
    private int _writes;

    private StoreFolder(string path, TimeProvider? clock, int mostFiles = int.MaxValue, long mostBytes = long.MaxValue) =>
        (_path, _clock, _mostFiles, _mostBytes) = (path, clock, mostFiles, mostBytes);

    /// <summary>A user's own folder, created at the first write; beyond the limits, the least recently used files are removed.</summary>
    internal static StoreFolder OfUser(string path, TimeProvider clock, int mostFiles = 320, long mostBytes = 80 * 1024 * 1024) =>
        new(path, clock, mostFiles, mostBytes);

    /// <summary>A folder that is shipped with the program and trusted like its other files; nothing is removed from it.</summary>
    internal static StoreFolder OfProgram(string path) => new(path, null);

    internal bool IsOfProgram => _clock is null;

    /// <summary>The identity of the compiler that filled a program's folder, for a program without one; null in a user's folder.</summary>
    internal string? Compiler
    {
        get
        {
            string? identity = null;
            if (IsOfProgram)
            {
                Attempt(() => identity = File.ReadAllText(At(CompilerFile)));
            }

            return identity;
        }
    }

    /// <summary>Why the folder is not used, or cannot be written to; null when it works.</summary>
    internal Diagnostic? Notice =>
        !IsOfProgram && _refusal is { } why ? new Diagnostic(DiagnosticCatalog.StoreUnused, new Location(_path), [_path, why]) : null;

    /// <summary>The content of a key; null when it is missing or damaged.</summary>
    internal byte[]? Find(StoreKey key)
    {
        var file = At(key.FileName);
        if (!File.Exists(file) || !IsTrusted())
        {
            return null;
        }

        byte[] bytes = [];
        Attempt(() => bytes = Read(file));
        if (bytes.Length < SHA256.HashSizeInBytes
            || !bytes.AsSpan(0, SHA256.HashSizeInBytes).SequenceEqual(Checksum(key, bytes.AsSpan(SHA256.HashSizeInBytes))))
        {
            Remove(key);
            return null;
        }

        Touch(file);
        return bytes[SHA256.HashSizeInBytes..];
    }

    internal void Write(StoreKey key, ReadOnlySpan<byte> content)
    {
        if (content.Length <= MaxBytes - SHA256.HashSizeInBytes && Write(key.FileName, [.. Checksum(key, content), .. content])
            && _clock is not null && Interlocked.Increment(ref _writes) % TrimInterval == 1)
        {
            Attempt(() => Trim(_clock.GetUtcNow().UtcDateTime));
        }
    }

    /// <summary>Writes an assembly beside the file of a key, which a build compiles ahead; in a program's folder only.</summary>
    internal void WriteAssembly(StoreKey key, byte[] assembly)
    {
        if (IsOfProgram)
        {
            Write(AssemblyName(key), assembly);
        }
    }

    /// <summary>Writes <see cref="Compiler"/>.</summary>
    internal void WriteCompiler(string identity)
    {
        Directory.CreateDirectory(_path);
        AtomicFile.Write(At(CompilerFile), identity);
    }

    /// <summary>The full path of the assembly beside the file of a key; null when there is none.</summary>
    internal string? FindAssembly(StoreKey key) =>
        IsOfProgram && Path.GetFullPath(At(AssemblyName(key))) is var file && File.Exists(file) ? file : null;

    /// <summary>Removes a file, but only from a folder of this user's own: elsewhere its name may be another user's link.</summary>
    internal void Remove(StoreKey key)
    {
        if (!IsOfProgram && IsTrusted())
        {
            Attempt(() => File.Delete(At(key.FileName)));
        }
    }

    // Empty, as for a damaged file, when it belongs to another user or is too long.
    private byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[stream.Length <= MaxBytes && (IsOfProgram || FileOwner.IsOwn(file)) ? stream.Length : 0];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private bool Write(string name, byte[] bytes)
    {
        // Every user of the program reads what is shipped with it.
        UnixFileMode? rights = OperatingSystem.IsWindows() || IsOfProgram ? null : FileOwner.FileMode;
        return Attempt(CreateFolder, isWriting: true) && IsTrusted()
            && Attempt(() => AtomicFile.Write(At(name), bytes, rights: rights), isWriting: true);
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows() || IsOfProgram)
        {
            Directory.CreateDirectory(_path);
        }
        else
        {
            Directory.CreateDirectory(_path, FileOwner.FolderMode);
        }
    }

    // An hourly time stamp is precise enough to know what is used.
    private void Touch(string file)
    {
        if (_clock?.GetUtcNow().UtcDateTime is { } now)
        {
            Attempt(() =>
            {
                if (now - File.GetLastWriteTimeUtc(file) > TimeSpan.FromHours(1))
                {
                    File.SetLastWriteTimeUtc(file, now);
                }
            });
        }
    }

    // Removes a quarter more than needed, so that not every new file triggers a trim.
    private void Trim(DateTime now)
    {
        var files = new DirectoryInfo(_path).GetFiles()
            .OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        foreach (var unfinished in files.Where(f => f.Extension == AtomicFile.Unfinished && now - f.LastWriteTimeUtc > UnfinishedAge))
        {
            unfinished.Delete();
        }

        // Files of other names are not ours to remove.
        files.RemoveAll(f => Path.GetFileNameWithoutExtension(f.Name).Length != 2 * SHA256.HashSizeInBytes);
        var (count, bytes) = (files.Count, files.Sum(f => f.Length));
        if (count <= _mostFiles && bytes <= _mostBytes)
        {
            return;
        }

        foreach (var old in files.TakeWhile(_ => count > _mostFiles / 4 * 3 || bytes > _mostBytes / 4 * 3))
        {
            (count, bytes) = (count - 1, bytes - old.Length);
            old.Delete();
        }
    }

    private static byte[] Checksum(StoreKey key, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(key.FileName));
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    // A user who can write beside the program can replace the program itself.
    private bool IsTrusted()
    {
        var isOwn = false;
        if (IsOfProgram || (Attempt(() => isOwn = FileOwner.IsOwn(_path)) && isOwn))
        {
            return true;
        }

        _refusal = new("该目录属于他人，或他人可以写入", "others own it or may write in it");
        return false;
    }

    private string At(string name) => Path.Combine(_path, name);

    private static string AssemblyName(StoreKey key) => Path.ChangeExtension(key.FileName, ".dll");

    // Full or read-only disks, missing rights, folders of that name, files removed meanwhile: nothing is stored or found.
    private bool Attempt(Action work, bool isWriting = false)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            if (isWriting)
            {
                var why = ErrorOutput.Shown(e.Message);
                _refusal = new($"无法写入（{why}）", $"it cannot be written to ({why})");
            }

            return false;
        }
    }
}
