using IndicatorRules.Conventions.Support;

namespace IndicatorRules.Evaluator.Tests.Support;

/// <summary>A temporary copy of the national scheme with one rule put in place of its own; gone after the test.</summary>
internal sealed class TempScheme : IDisposable
{
    internal const string Id = "national-revised";

    internal TempScheme(string rule)
    {
        var source = Path.Combine(Repo.Root, "plugins", Id);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Id, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(Path.Combine(Folder, Id, "rules", "natural-space.csx"), rule);
    }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("indicator-rules-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
