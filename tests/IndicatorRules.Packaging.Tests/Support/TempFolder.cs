namespace IndicatorRules.Packaging.Tests.Support;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TempFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("indicator-rules-").FullName;

    internal string In(string name) => System.IO.Path.Combine(Path, name);

    internal string Write(string name, string text)
    {
        var path = In(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
