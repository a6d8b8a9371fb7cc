using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>The real engine beside a simple one: same facts, same answers.</summary>
[Trait("Category", "Slow")]
public sealed class InterpreterTests
{
    private const int Places = 400;

    [Theory]
    [InlineData(Interpreter.National)]
    [InlineData(Interpreter.Shanxi)]
    [InlineData(Interpreter.County)]
    public void Assess_RandomPlaces_AgreesWithTheInterpreter(string scheme)
    {
        var county = Hosts.Shared.Catalog.Resolve(Interpreter.County).OrThrow();
        var seen = new HashSet<Answer>();

        Prop.ForAll(RandomFacts.For(county).ToArbitrary(), text => Compare(scheme, text, seen))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Places));

        // Every answer came up that can: what is proven can be claimed otherwise only where it was open.
        Assert.Equal(6, seen.Count);
    }

    [Fact]
    public void Interpreter_Jingle2022_GivesTheKnownVerdictsToo()
    {
        var facts = (JsonObject)JsonNode.Parse(File.ReadAllText(Repo.Sample("jingle-2022")))!;
        var interpreter = new Interpreter(facts, 2022);

        var assessment = Jingle.Assess2022();

        Assert.All(assessment.Indicators, v => Assert.Equal(interpreter.Judge(Interpreter.County, v.Indicator.Id), AnswerOf(v.Verdict)));
    }

    private static void Compare(string scheme, string text, HashSet<Answer> seen)
    {
        var interpreter = new Interpreter((JsonObject)JsonNode.Parse(text)!, RandomFacts.Year);
        var facts = TinyFacts.Read(text).OrThrow();
        var withReasons = text.Length % 2 == 0;
        var options = new AssessOptions { Scheme = scheme, Year = RandomFacts.Year, WithReasons = withReasons };
        foreach (var verdict in Hosts.Shared.Assess(facts, options).OrThrow().Indicators)
        {
            var expected = interpreter.Judge(scheme, verdict.Indicator.Id);
            var actual = AnswerOf(verdict.Verdict);
            seen.Add(actual);
            Assert.True(expected == actual,
                $"{scheme} {verdict.Indicator.Id}: interpreter {expected}, engine {actual}\n{RowsOf(text, verdict.Indicator)}");
        }
    }

    private static Answer AnswerOf(Verdict verdict) => new(verdict.Proven, verdict.Claimed);

    private static string RowsOf(string text, Indicator indicator) =>
        string.Join('\n', ((JsonArray)JsonNode.Parse(text)!["years"]!).Select(y => $"{y!["year"]}: "
            + ((JsonArray)y["indicators"]!).FirstOrDefault(i => (string)i!["id"]! == indicator.Id)?.ToJsonString()));
}
