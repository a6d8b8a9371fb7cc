namespace IndicatorRules.Packaging.Installing;

/// <summary>The disk operations on the real file system.</summary>
internal sealed class PluginDisk : IPluginDisk
{
    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    public void WriteFile(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    public void Flush(string folder) => UnixFolders.Flush(folder);

    public void Move(string from, string to) => Directory.Move(from, to);

    public bool TryExchange(string one, string other) => UnixFolders.TryExchange(one, other);

    public void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
