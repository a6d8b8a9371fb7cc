using System.Text.RegularExpressions;
using IndicatorRules.TestKit;

namespace IndicatorRules.Conventions;

/// <summary>The glossary names what exists: types and members in its C# column, fields and options in its JSON column.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string Source = string.Concat(Repo.Files("src", "*.cs").Select(File.ReadAllText));
    private static readonly string Schemas = string.Concat(Repo.Files("schemas", "*.json").Select(File.ReadAllText));

    [Fact]
    public void Types_AndMembers_Exist()
    {
        var names = Declared().Matches(Source)
            .Select(m => m.Groups["type"].Success ? m.Groups["type"].Value : $".{m.Groups["member"].Value}").ToHashSet();
        Assert.All(Words(3), word => Assert.Contains(word, names));
    }

    [Fact]
    public void Fields_AndOptions_Exist() => Assert.All(Words(4), word => Assert.True(
        Schemas.Contains($"\"{word}\"", StringComparison.Ordinal) || Source.Contains($"\"{word}\"", StringComparison.Ordinal), word));

    [Fact]
    public void Terms_HaveOneRow()
    {
        var terms = Rows().Select(row => row[2].Trim()).ToArray();
        Assert.InRange(terms.Length, 45, int.MaxValue);
        Assert.Equal(terms.Distinct(), terms);
    }

    private static IEnumerable<string> Words(int column) =>
        Rows().SelectMany(row => Word().Matches(row[column])).Select(m => m.Groups[1].Value).Distinct();

    // Headings and rules contain no code.
    private static IEnumerable<string[]> Rows() => File.ReadLines(Path.Combine(Repo.Root, "GLOSSARY.md"))
        .Where(line => line.StartsWith('|') && Word().IsMatch(line)).Select(line => line.Split('|'));

    [GeneratedRegex(@"\b(class|struct|enum|interface|record( struct)?) (?<type>\w+)|\b(?<member>\w+) ?(\(|\{|=>|;)")]
    private static partial Regex Declared();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Word();
}
