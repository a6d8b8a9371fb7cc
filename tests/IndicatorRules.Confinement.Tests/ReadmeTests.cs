using System.Text;
using IndicatorRules.Confinement.Tests.Support;

namespace IndicatorRules.Confinement.Tests;

/// <summary>The corpus's table says what the corpus holds.</summary>
public class ReadmeTests
{
    private static readonly string[] Layers = ["L1", "L2", "bind", "L3", "L4"];

    [Fact]
    public void Readme_TellsTheCorpus()
    {
        var expected = Expected();
        Assert.True(Text().StartsWith(expected, StringComparison.Ordinal),
            $"{Corpus.AttacksFolder}/README.md is to begin with:\n{expected}");
    }

    // Times differ by machine; that every attempt was tried does not.
    [Fact]
    public void Readme_MeasuresEveryScript()
    {
        var rows = Text().Split('\n').SkipWhile(l => l != "<!-- measured -->")
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries));
        var expected = Corpus.Attacks.GroupBy(a => a.Category).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, $"{g.Count()}"))
            .Append(("**all**", $"{Corpus.Attacks.Count}"));
        Assert.Equal(expected, rows.Select(r => (r[1], r[2])));
    }

    private static string Text() => File.ReadAllText(Repo.In(Corpus.AttacksFolder, "README.md"));

    private static string Expected()
    {
        var text = new StringBuilder()
            .Append("# Attempts\n\n")
            .Append("Each file is the text of one rule: `<category>/<name>.<layer>.<id>.csx` names the layer that "
                + "must stop it (`bind` is the\n")
            .Append("compiler's own errors) and the diagnostic it must give. "
                + "`tests/IndicatorRules.Confinement.Tests` runs them; bytes count.\n")
            .Append("A test holds this table to the files and prints the right one.\n\n")
            .Append($"| category | {string.Join(" | ", Layers)} | all |\n|---|{string.Concat(Layers.Select(_ => "--:|"))}--:|\n");
        foreach (var category in Corpus.Attacks.GroupBy(a => a.Category).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Row(text, category.Key, [.. category]);
        }

        Row(text, "**all**", Corpus.Attacks);
        text.Append('\n')
            .Append("Plugins that are too many, too large or of too many ways are kept as recipes: "
                + "`<category>/<name>.<id>.json` says what\n")
            .Append("`tests/IndicatorRules.TestKit/Recipe.cs` makes, which scheme is asked for, "
                + "and the diagnostic that it gives, or that it `works`.\n\n")
            .Append("| category | works | refused | all |\n|---|--:|--:|--:|\n");
        foreach (var category in Corpus.Recipes.GroupBy(CategoryOf).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var works = category.Count(r => Recipe.ExpectedBy(r) == Recipe.Works);
            text.Append($"| {category.Key} | {works} | {category.Count() - works} | {category.Count()} |\n");
        }

        return text.ToString();
    }

    private static string CategoryOf(string recipe) => recipe[..recipe.IndexOf('/', StringComparison.Ordinal)];

    private static void Row(StringBuilder text, string name, IReadOnlyCollection<Attempt> attempts)
    {
        var counts = Layers.Select(layer => attempts.Count(a => a.Layer == layer)).Select(count => count == 0 ? "" : $"{count}");
        text.Append($"| {name} | {string.Join(" | ", counts)} | {attempts.Count} |\n");
    }
}
