using IndicatorRules.Packaging.Installing;

namespace IndicatorRules.Packaging.Tests.Support;

/// <summary>
/// A disk before which the process dies: at a given step, half done where a step can be half done, and nothing runs after it.
/// </summary>
internal sealed class DyingDisk(int stepsLeft, bool canExchange) : IPluginDisk
{
    private readonly PluginDisk _disk = new();
    private int _left = stepsLeft;

    /// <summary>Steps taken.</summary>
    internal int Steps { get; private set; }

    public void CreateFolder(string path) => Step(() => _disk.CreateFolder(path));

    public void WriteFile(string path, ReadOnlySpan<byte> bytes)
    {
        var all = bytes.ToArray();
        Step(() => _disk.WriteFile(path, all), () => File.WriteAllBytes(path, all[..(all.Length / 2)]));
    }

    public void Flush(string folder) => Step(() => _disk.Flush(folder));

    public void Move(string from, string to) => Step(() => _disk.Move(from, to));

    public bool TryExchange(string one, string other)
    {
        var done = false;
        Step(() => done = canExchange && _disk.TryExchange(one, other));
        return done;
    }

    public void Delete(string folder) => Step(() => _disk.Delete(folder), () => DeleteFirst(folder));

    private void Step(Action step, Action? half = null)
    {
        if (_left == 0)
        {
            half?.Invoke();
        }

        if (_left-- <= 0)
        {
            throw new KilledException();
        }

        Steps++;
        step();
    }

    private static void DeleteFirst(string folder)
    {
        if (Directory.Exists(folder)
            && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
                is { } first)
        {
            File.Delete(first);
        }
    }
}
