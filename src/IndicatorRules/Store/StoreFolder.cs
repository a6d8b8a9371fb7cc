using IndicatorRules.Contract;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Workers;

namespace IndicatorRules.Scripting.Caching;

/// <summary>A folder of small files that only this user writes. Safe on any thread and between processes.</summary>
/// <remarks>
/// A cache saves time and nothing else: what cannot be read is not there, what cannot be written is not kept, and neither
/// is a fault of the host's. Files come and go whole, by renaming.
/// </remarks>
internal sealed class CacheFolder(string path, bool ofTheProgram = false)
{
    // A process may have been killed between writing and renaming; what lies here longer is nobody's.
    private static readonly TimeSpan Unfinished = TimeSpan.FromHours(1);

    private volatile LocalizedText? _refusal;

    /// <summary>The folder, as it was given.</summary>
    internal string Path => path;

    /// <summary>Why the folder is not used, or nothing can be kept in it; null as long as nothing was refused.</summary>
    internal LocalizedText? Refusal => _refusal;

    /// <summary>
    /// Reads a file; null when it is not there or cannot be read, empty when it is longer than <paramref name="most"/> bytes.
    /// </summary>
    internal byte[]? Read(string name, int most)
    {
        byte[]? bytes = null;
        _ = File.Exists(At(name)) && IsTrusted() && Attempt(() =>
        {
            using var file = new FileStream(At(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var read = new byte[file.Length <= most ? file.Length : 0];
            file.ReadExactly(read);
            bytes = read;
            return true;
        });
        return bytes;
    }

    /// <summary>The whole path of a file; null when it is not there.</summary>
    internal string? Find(string name) => System.IO.Path.GetFullPath(At(name)) is var full && File.Exists(full) ? full : null;

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="replace">Whether a file that is there gives way.</param>
    internal bool Write(string name, ReadOnlySpan<byte> bytes, bool replace = true)
    {
        var copy = bytes.ToArray();
        return Attempt(() => Create(path), isWriting: true) && IsTrusted() && Attempt(() =>
        {
            AtomicFile.Write(At(name), copy, replace, OperatingSystem.IsWindows() ? null : FileOwner.FileMode);
            return true;
        }, isWriting: replace);
    }

    /// <summary>Removes a file, if the folder is this user's own: in somebody else's, its name may be a link to anything.</summary>
    internal void Remove(string name) => _ = IsTrusted() && Attempt(() =>
    {
        File.Delete(At(name));
        return true;
    });

    /// <summary>Marks a file as used now, so that it outlives the others.</summary>
    internal void Touch(string name, DateTimeOffset now) => _ = Attempt(() =>
    {
        // Once an hour is often enough to tell what is used from what is not.
        if (now.UtcDateTime - File.GetLastWriteTimeUtc(At(name)) > TimeSpan.FromHours(1))
        {
            File.SetLastWriteTimeUtc(At(name), now.UtcDateTime);
        }

        return true;
    });

    /// <summary>Removes what was used longest ago until the files of a kind keep within their bound.</summary>
    internal void Shrink(string extension, CacheBound bound, DateTimeOffset now) => _ = Attempt(() =>
    {
        var files = new DirectoryInfo(path).EnumerateFiles().ToList();
        foreach (var left in files.Where(f => f.Extension == AtomicFile.Unfinished && now.UtcDateTime - f.LastWriteTimeUtc > Unfinished))
        {
            left.Delete();
        }

        foreach (var old in bound.Surplus(files.Where(f => f.Extension == extension)))
        {
            old.Delete();
        }

        return true;
    });

    /// <summary>Whether a file is there that only this user can read.</summary>
    internal bool HoldsSecret(string name) => Attempt(() => FileOwner.HoldsFolder(path) && FileOwner.HoldsSecret(At(name)));

    // Whoever can write beside the program can replace the program.
    private bool IsTrusted()
    {
        if (ofTheProgram || Attempt(() => FileOwner.HoldsFolder(path)))
        {
            return true;
        }

        _refusal = new("该目录属于他人，或他人可以写入", "others own it or may write in it");
        return false;
    }

    private string At(string name) => System.IO.Path.Combine(path, name);

    private static bool Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, FileOwner.FolderMode);
        }

        return true;
    }

    // Full and read-only disks, rights, names taken by folders, files that went meanwhile: all of it means no cache.
    private bool Attempt(Func<bool> work, bool isWriting = false)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            if (isWriting)
            {
                _refusal = new($"无法写入（{ErrorOutput.Shown(e.Message)}）", $"it cannot be written to ({ErrorOutput.Shown(e.Message)})");
            }

            return false;
        }
    }
}
