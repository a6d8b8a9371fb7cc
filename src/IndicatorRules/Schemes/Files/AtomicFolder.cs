namespace IndicatorRules.Schemes.Files;

/// <summary>A folder that is created atomically: it is filled beside its target under a hidden name and then renamed.</summary>
internal sealed class AtomicFolder : IDisposable
{
    private readonly string _path;
    private readonly string _partial;

    private AtomicFolder(string path, string partial) => (_path, _partial) = (path, partial);

    /// <summary>Starts a folder.</summary>
    /// <param name="path">The target, which must not exist.</param>
    internal static AtomicFolder Begin(string path)
    {
        var above = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var partial = Path.Combine(above, $".{Path.GetRandomFileName()}{AtomicFile.Unfinished}");
        Directory.CreateDirectory(partial);
        return new AtomicFolder(path, partial);
    }

    /// <summary>Writes a file in the folder.</summary>
    internal void Write(string path, string text)
    {
        var file = Path.Combine(_partial, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        AtomicFile.Write(file, text);
    }

    /// <summary>Renames the folder to its target.</summary>
    internal void Commit() => Directory.Move(_partial, _path);

    public void Dispose()
    {
        // After a commit it no longer exists.
        if (Directory.Exists(_partial))
        {
            Directory.Delete(_partial, recursive: true);
        }
    }
}
