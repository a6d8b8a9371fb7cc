namespace IndicatorRules.Packaging.Installing;

/// <summary>What an installation changes on disk, one step a method: each may fail, or be the last before the power goes.</summary>
internal interface IPluginDisk
{
    /// <summary>Makes a folder and those above it.</summary>
    void CreateFolder(string path);

    /// <summary>Writes a new file and waits until the disk has it.</summary>
    void WriteFile(string path, ReadOnlySpan<byte> bytes);

    /// <summary>Waits until the disk has a folder's entries.</summary>
    void Flush(string folder);

    /// <summary>Renames a folder to a name that is free.</summary>
    void Move(string from, string to);

    /// <summary>Exchanges two folders in one step.</summary>
    /// <returns>False where the system cannot; nothing has changed then.</returns>
    bool TryExchange(string one, string other);

    /// <summary>Removes a folder with all that is in it; none is no fault.</summary>
    void Delete(string folder);
}
