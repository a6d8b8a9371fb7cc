using System.Text;

namespace IndicatorRules.Confinement.Tests.Support;

/// <summary>The scripts that must be refused and those that must pass.</summary>
internal static class Corpus
{
    /// <summary>Where the attempts are.</summary>
    internal const string AttacksFolder = "tests/corpus/attacks";

    internal static IReadOnlyList<Attempt> Attacks { get; } = [.. Repo.Files(AttacksFolder, "*.csx").Select(ReadAttempt)];

    /// <summary>Plugins too many or too large to be kept as files, by their paths relative to the corpus, forward slashes.</summary>
    internal static IReadOnlyList<string> Recipes { get; } =
    [
        .. ((string[])["composition", "sizes"]).SelectMany(c => Repo.Files($"{AttacksFolder}/{c}", "*.json"))
        .Select(f => Repo.Relative(f)[(AttacksFolder.Length + 1)..]),
    ];

    /// <summary>Name → text.</summary>
    internal static IReadOnlyDictionary<string, string> Honest { get; } = Repo.Files("tests/corpus/honest", "*.csx")
        .ToDictionary(f => Path.GetFileNameWithoutExtension(f), Read, StringComparer.Ordinal);

    internal static Attempt Attack(string path) => Attacks.Single(a => a.Path == path);

    // As bytes: no line ending and no mark of the file is to be made another on the way.
    private static string Read(string file) => Encoding.UTF8.GetString(File.ReadAllBytes(file));

    private static Attempt ReadAttempt(string file)
    {
        var path = Repo.Relative(file)[(AttacksFolder.Length + 1)..];
        return path.Split('.') is [_, var layer, var id, "csx"]
            ? new Attempt(path, layer, id, Read(file))
            : throw new InvalidDataException($"{path} is not named <category>/<name>.<layer>.<id>.csx");
    }
}
