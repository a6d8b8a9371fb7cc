namespace IndicatorRules.Schemes.Files;

/// <summary>A new folder that is there whole or not at all: it is filled beside its place under a hidden name, then renamed.</summary>
internal sealed class AtomicFolder : IDisposable
{
    private readonly string _path;
    private readonly string _partial;

    private AtomicFolder(string path, string partial) => (_path, _partial) = (path, partial);

    /// <summary>Begins a folder.</summary>
    /// <param name="path">Its place, where nothing is yet.</param>
    internal static AtomicFolder Begin(string path)
    {
        var above = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var partial = Path.Combine(above, $".{Path.GetRandomFileName()}{AtomicFile.Unfinished}");
        Directory.CreateDirectory(partial);
        return new AtomicFolder(path, partial);
    }

    /// <summary>Writes one of its files.</summary>
    internal void Write(string path, string text)
    {
        var file = Path.Combine(_partial, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        AtomicFile.Write(file, text);
    }

    /// <summary>Puts the folder in its place.</summary>
    internal void Commit() => Directory.Move(_partial, _path);

    public void Dispose()
    {
        // Gone already where it is in its place.
        if (Directory.Exists(_partial))
        {
            Directory.Delete(_partial, recursive: true);
        }
    }
}
