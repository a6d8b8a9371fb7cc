using IndicatorRules.Compiler;
using IndicatorRules.Confinement.Tests.Support;

namespace IndicatorRules.Confinement.Tests;

/// <summary>What an honest author writes passes every layer.</summary>
public class HonestTests
{
    public static TheoryData<string> All => [.. Corpus.Honest.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Script_Passes(string name)
    {
        var response = Bench.Compile(Corpus.Honest[name]);
        Assert.True(response.Faults.IsEmpty,
            string.Join('\n', response.Faults.Select(f => $"{f.Id} at {f.Offset}: {string.Join(' ', f.Arguments)}")));
        Assert.False(Bench.IsTooCostly(response), $"{response.Costs[0].Steps} steps");
        Assert.Null(Bench.Image(response.Image));
    }

    [Fact]
    public void Corpus_HasFortyScriptsOrMore() => Assert.InRange(Corpus.Honest.Count, 40, int.MaxValue);

    [Fact]
    public void FiveHundredRules_Pass()
    {
        var scripts = Corpus.Honest.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => h.Value).ToList();
        var response = new RuleCompiler().Compile(Bench.Request(Enumerable.Range(0, 500).Select(i => scripts[i % scripts.Count])));
        Assert.Empty(response.Faults);
        Assert.Null(Bench.Image(response.Image));
    }
}
