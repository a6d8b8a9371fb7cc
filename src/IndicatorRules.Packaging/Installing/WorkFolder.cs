namespace IndicatorRules.Packaging.Installing;

/// <summary>A hidden working folder inside a plugins directory, locked by one run at a time. Dispose releases the lock.</summary>
/// <remarks>
/// It is on the directory's volume, so renames are atomic. <c>.indicator-rules/new</c> holds unfinished plugins, <c>old</c> those just
/// replaced. The next run cleans up after a killed one.
/// </remarks>
internal sealed class WorkFolder : IDisposable
{
    internal const string Name = ".indicator-rules";

    private readonly FileStream _lock;
    private readonly IPluginDisk _disk;
    private readonly string _plugins;

    private WorkFolder(FileStream held, string plugins, IPluginDisk disk)
    {
        _lock = held;
        _disk = disk;
        _plugins = plugins;
    }

    /// <summary>The folder in which new plugins are written.</summary>
    internal string New => Path.Combine(_plugins, Name, "new");

    /// <summary>The folder to which replaced plugins are moved.</summary>
    internal string Old => Path.Combine(_plugins, Name, "old");

    /// <summary>Locks the working folder; null while another run holds the lock.</summary>
    internal static WorkFolder? TryEnter(string plugins, IPluginDisk disk)
    {
        disk.CreateFolder(Path.Combine(plugins, Name));
        try
        {
            // The system releases the lock when the process ends. The file stays: deleting it would race with other runs.
            var held = new FileStream(Path.Combine(plugins, Name, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new WorkFolder(held, plugins, disk);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Deletes what killed runs left behind and restores a plugin that was moved aside but not replaced.</summary>
    internal void PutRight()
    {
        foreach (var moved in Directory.Exists(Old) ? Directory.GetDirectories(Old) : [])
        {
            var place = Path.Combine(_plugins, Path.GetFileName(moved));
            if (!Directory.Exists(place))
            {
                _disk.Move(moved, place);
            }
        }

        _disk.Delete(Old);
        _disk.Delete(New);
    }

    public void Dispose() => _lock.Dispose();
}
