using System.Text;
using System.Text.RegularExpressions;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Facts;

/// <summary>What clerks read of their facts is Chinese: no id of an indicator, unless they wrote it themselves.</summary>
public sealed partial class FactsWordingTests
{
    [Fact]
    public void Catalog_OfFacts_HasNoIds() => Assert.All(
        DiagnosticCatalog.All.Where(d => d.Id.StartsWith("IR5", StringComparison.Ordinal)),
        d => Assert.Empty(Words(d.Message.Zh + d.Help.Zh)));

    [Fact]
    public void Corpora_OfFacts_TellNoIdsButThoseTheyHold()
    {
        var told = 0;
        foreach (var expected in new[] { "facts/bad", "tables/bad", "tables/shapes" }
            .SelectMany(f => Directory.GetFiles(Repo.In("tests/corpus/" + f), "*.expected.txt")))
        {
            var like = Path.GetFileName(expected).Replace("expected.txt", "*", StringComparison.Ordinal);
            var input = Directory.GetFiles(Path.GetDirectoryName(expected)!, like)
                .Where(f => f != expected).Select(f => File.ReadAllText(f, Encoding.Latin1).Replace("\0", "", StringComparison.Ordinal));
            var typed = string.Concat(input) + like;
            foreach (var line in File.ReadLines(expected).Where(l => Told().IsMatch(l)))
            {
                told++;
                Assert.All(
                    Words(Told().Replace(line, "")), w => Assert.True(typed.Contains(w, StringComparison.Ordinal), $"{w} in {line}"));
            }
        }

        Assert.True(told > 100);
    }

    private static IEnumerable<string> Words(string text) => Id().Matches(Guess().Replace(text, "")).Select(m => m.Value);

    [GeneratedRegex(@"^.*?: (error|warning) IR5\d+: ")]
    private static partial Regex Told();

    // A misspelt id is answered by the id that is nearest.
    [GeneratedRegex("是否想写 `[^`]*`？")]
    private static partial Regex Guess();

    [GeneratedRegex(@"(?<![-\w.])[a-z]+(-[a-z]+)+")]
    private static partial Regex Id();
}
