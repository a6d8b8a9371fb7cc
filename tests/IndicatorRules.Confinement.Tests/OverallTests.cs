using IndicatorRules.Compiler;
using IndicatorRules.Confinement.Tests.Support;
using IndicatorRules.Protocol;

namespace IndicatorRules.Confinement.Tests;

/// <summary>Checks and conclusions are written by strangers too: the same layers hold them.</summary>
public class OverallTests
{
    private static readonly string[] Honest =
    [
        "Differs(Background.PartOne + Background.PartTwo, Background.Total, by: 0.5)",
        "EachIndicator(i => i.OtherUnit())",
        "Indicators.Row0.RepeatsTarget() | Indicators.Row1.TrendUnproven()",
        "var parts = Background.PartOne + Background.PartTwo; return parts > Background.Total;",
    ];

    // Every fifth will do: the gates are the rules' own, and the words that only these scripts have are tried below.
    public static TheoryData<string> Bombless => [.. Corpus.Attacks.Where(a => !a.IsBomb).Where((_, i) => i % 5 == 0).Select(a => a.Path)];

    [Theory]
    [MemberData(nameof(Bombless))]
    public void Attempt_AsCheck_IsRefused(string path)
    {
        var code = Corpus.Attack(path).Code;
        Assert.True(IsRefused(Request(check: code)));
    }

    [Theory]
    [InlineData("while (true) { } return Background.Total > 1;", "IR4104")]
    [InlineData("EachIndicator(i => { for (;;) { } })", "IR4104")]
    [InlineData("return Differs(Background.Total, System.Environment.TickCount, by: 1);", "IR4105")]
    [InlineData("System.IO.File.Exists(\"/etc/passwd\") ? Background.Total > 1 : Background.Total > 2", "IR4105")]
    [InlineData("Background.Total > Indicators.GetType().Name.Length", "IR4105")]
    [InlineData("Background.Total > (decimal)(object)1m", "IR4104")]
    [InlineData("EachIndicator(i => { Answer f(CheckedIndicator x) { return f(x); } return f(i); })", "IR4104")]
    [InlineData("throw null;", "IR4104")]
    [InlineData("unsafe { return Background.Total > 1; }", "IR4104")]
    [InlineData("#r \"x.dll\"\nreturn Background.Total > 1;", "IR4101")]
    public void Check_OutsideTheSubset_IsRefusedWithItsDiagnostic(string code, string id)
    {
        var faults = new RuleCompiler().Compile(Request(check: code)).Faults;
        Assert.Contains(id, faults.Select(f => f.Id));
    }

    [Theory]
    [InlineData("while (true) { } return Conclude();", "IR4104")]
    [InlineData("return Conclude(System.Environment.ProcessId);", "IR4105")]
    [InlineData("return Conclude().Award(Grade.Good, when: Met > Met.GetHashCode());", "IR4105")]
    [InlineData("goto a; a: return Conclude();", "IR4104")]
    [InlineData("return default;", "IR4104")]
    public void Conclusion_OutsideTheSubset_IsRefusedWithItsDiagnostic(string code, string id)
    {
        var faults = new RuleCompiler().Compile(Request(conclusion: code)).Faults;
        Assert.Contains(id, faults.Select(f => f.Id));
    }

    [Fact]
    public void Check_ThatMultipliesItself_CostsMoreThanTheBudget()
    {
        const string Nested = "EachIndicator(a => EachIndicator(b => EachIndicator(c => EachIndicator(d => d.OtherUnit()))))";
        var response = new RuleCompiler().Compile(Request(check: Nested, rows: 40));
        Assert.True(!response.Faults.IsEmpty || Bench.IsTooCostly(response));
    }

    [Fact]
    public void HonestChecksAndConclusions_Pass()
    {
        foreach (var code in Honest)
        {
            var response = new RuleCompiler().Compile(Request(check: code));
            Assert.Empty(response.Faults);
            Assert.Null(Bench.Image(response.Image));
        }

        var concluded = new RuleCompiler().Compile(Request(
            conclusion: "return Conclude().Award(Grade.Good, when: PointsShare >= 60 & Binding.NotMet < 1)"
                + ".Veto(Indicators.Row0.IsNotMet);"));
        Assert.Empty(concluded.Faults);
        Assert.Null(Bench.Image(concluded.Image));
    }

    private static bool IsRefused(CompileRequest request)
    {
        var response = new RuleCompiler().Compile(request);
        return !response.Faults.IsEmpty || Bench.IsTooCostly(response) || Bench.Image(response.Image) is not null;
    }

    private static CompileRequest Request(
        string conclusion = "return Conclude();", string check = "Background.PartOne > Background.Total", int rows = 2)
    {
        var rules = Bench.Request(Enumerable.Repeat("AtLeast(1)", rows));
        return rules with
        {
            Overall = new OverallShape(
                [.. rules.Rules.Select((_, i) => $"row{i}")],
                ["land"],
                ["Failed", "Good"],
                ["Total", "PartOne", "PartTwo"],
                new RuleUnit(conclusion, "rules/conclusion.csx", 1, IsExpression: false),
                [new RuleUnit(check, "rules/check.csx", 1, IsExpression: false)]),
        };
    }
}
