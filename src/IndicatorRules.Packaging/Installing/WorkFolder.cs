namespace IndicatorRules.Packaging.Installing;

/// <summary>
/// Where a plugins directory is worked in, out of sight of discovery and on its volume. One run at a time; Dispose lets the next in.
/// </summary>
/// <remarks>
/// <c>.indicator-rules/new</c> holds what is not whole yet, <c>old</c> what was just replaced. What a killed run left in
/// either is put right before the next one starts.
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

    /// <summary>Where the next plugin is made.</summary>
    internal string New => Path.Combine(_plugins, Name, "new");

    /// <summary>Where the last one goes.</summary>
    internal string Old => Path.Combine(_plugins, Name, "old");

    /// <summary>Enters; null while another run is in.</summary>
    internal static WorkFolder? TryEnter(string plugins, IPluginDisk disk)
    {
        disk.CreateFolder(Path.Combine(plugins, Name));
        try
        {
            // The system lets go of it when the process ends, however it ends. The file stays: taking it away would race.
            var held = new FileStream(Path.Combine(plugins, Name, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new WorkFolder(held, plugins, disk);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Takes away what killed runs left; gives a plugin back that one had moved aside and not yet replaced.</summary>
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
