using System.Text;

namespace IndicatorRules.TestKit;

/// <summary>A folder that is deleted after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("indicator-rules-").FullName;

    /// <summary>A copy of the shipped plugins, for a test to edit.</summary>
    internal static TempFolder WithPlugins()
    {
        var folder = new TempFolder();
        folder.CopyFrom(Repo.Plugins);
        return folder;
    }

    internal string In(string name) => System.IO.Path.Combine(Path, name);

    internal string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    internal string Write(string name, byte[] bytes)
    {
        var path = In(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Replaces words that the file has exactly <paramref name="times"/> times.</summary>
    internal void Edit(string name, string from, string to, int times = 1)
    {
        var text = File.ReadAllText(In(name));
        Assert.Equal(times, text.Split(from).Length - 1);
        File.WriteAllText(In(name), text.Replace(from, to, StringComparison.Ordinal));
    }

    internal void CopyFrom(string source, string to = "")
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = In(System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(source, file)));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
