namespace IndicatorRules.Packaging.Installing;

/// <summary>The disk operations of an installation. Tests make each one fail or stop.</summary>
internal interface IPluginDisk
{
    /// <summary>Creates a folder and its parents.</summary>
    void CreateFolder(string path);

    /// <summary>Writes a new file and flushes it to disk.</summary>
    void WriteFile(string path, ReadOnlySpan<byte> bytes);

    /// <summary>Flushes a folder's entries to disk.</summary>
    void Flush(string folder);

    /// <summary>Renames a folder. The new name must be free.</summary>
    void Move(string from, string to);

    /// <summary>Exchanges two folders atomically.</summary>
    /// <returns>False if the system does not support it; nothing has changed then.</returns>
    bool TryExchange(string one, string other);

    /// <summary>Deletes a folder and its contents. Does nothing if it does not exist.</summary>
    void Delete(string folder);
}
