namespace IndicatorRules.Evaluator.Tests.Support;

/// <summary>A temporary copy of the shipped schemes with one of the nation's rules put in place of its own; gone after the test.</summary>
internal sealed class TempScheme : IDisposable
{
    internal const string Id = "national-revised";

    internal TempScheme(string rule)
    {
        var source = Repo.Plugins;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(Path.Combine(Folder, Id, "rules", "natural-space.csx"), rule);
    }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("indicator-rules-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
