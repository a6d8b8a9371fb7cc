using IndicatorRules.Packaging.Installing;

namespace IndicatorRules.Packaging.Tests.Support;

/// <summary>A disk on which there is room for so many files and half of another; what is there can be taken away.</summary>
internal sealed class FullDisk(int room) : IPluginDisk
{
    private readonly PluginDisk _disk = new();
    private int _left = room;

    public void CreateFolder(string path) => _disk.CreateFolder(path);

    public void WriteFile(string path, ReadOnlySpan<byte> bytes)
    {
        if (_left-- <= 0)
        {
            File.WriteAllBytes(path, bytes[..(bytes.Length / 2)].ToArray());
            throw new IOException("No space left on device.");
        }

        _disk.WriteFile(path, bytes);
    }

    public void Flush(string folder) => _disk.Flush(folder);

    public void Move(string from, string to) => _disk.Move(from, to);

    public bool TryExchange(string one, string other) => _disk.TryExchange(one, other);

    public void Delete(string folder) => _disk.Delete(folder);
}
