namespace IndicatorRules.Tests.Support;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TempFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("indicator-rules-").FullName;

    /// <summary>A temporary copy of the shipped plugins, for a test to edit.</summary>
    internal static TempFolder WithPlugins()
    {
        var folder = new TempFolder();
        folder.CopyFrom(Repo.Plugins);
        return folder;
    }

    internal string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Replaces words that must stand in the file exactly <paramref name="times"/> times.</summary>
    internal void Edit(string name, string from, string to, int times = 1)
    {
        var path = System.IO.Path.Combine(Path, name);
        var text = File.ReadAllText(path);
        Assert.Equal(times, text.Split(from).Length - 1);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    internal void CopyFrom(string source, string to = "")
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, to, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
