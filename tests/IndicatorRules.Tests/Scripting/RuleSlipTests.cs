using IndicatorRules.Contract;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Scripting;

namespace IndicatorRules.Tests.Scripting;

/// <summary>What people write in rules who know tables: each slip is named at its place, with what is meant.</summary>
public sealed class RuleSlipTests
{
    [Theory]
    [InlineData("≥20", 0, "AtLeast(20)")]
    [InlineData("不低于(20)", 0, "AtLeast(20)")]
    [InlineData("不超过２０％", 0, "AtMost(20)")]
    [InlineData("大于等于4.5", 0, "AtLeast(4.5)")]
    [InlineData("大于20", 0, "MoreThan(20)")]
    [InlineData("＜5", 0, "LessThan(5)")]
    [InlineData("20以上", 2, "AtLeast(20)")]
    [InlineData("AtLeast（20)", 7, "(")]
    [InlineData("Between(20，30)", 10, ",")]
    [InlineData("AtLeast(２0)", 8, "2")]
    [InlineData("AtLeast(1)且AtMost(2)", 10, "&")]
    [InlineData("AtLeast(1)＆AtMost(2)", 10, "&")]
    public void Of_CharacterOfTables_NamesTheWord(string code, int at, string meant)
    {
        var slip = RuleSlip.Of(code, new CompileFault(0, at, FaultId.Character, [$"{code[at]}"]));
        Assert.Equal((at, "IR4101", meant), (slip!.Offset, slip.Descriptor.Id, slip.Suggestion));
    }

    [Theory]
    [InlineData("AtLeast(20) and AtMost(30)", 12, "&")]
    [InlineData("AtLeast(20) OR AtMost(30)", 12, "|")]
    [InlineData("AtLeast(20%)", 10, "20")]
    [InlineData(">= 20", 0, "AtLeast(20)")]
    [InlineData("AtLeast(1) & <5", 13, "LessThan(5)")]
    [InlineData("AtLeast(20);", 11, null)]
    public void Of_SyntaxOfOtherLanguages_SaysWhatToWrite(string code, int at, string? meant)
    {
        var slip = RuleSlip.Of(code, new CompileFault(0, 0, FaultId.Syntax, ["…"]));
        Assert.Equal((at, "IR4001", meant), (slip!.Offset, slip.Descriptor.Id, slip.Suggestion));
        Assert.NotEmpty(slip.Arguments[0].En);
    }

    [Theory]
    [InlineData("When(Value > 60, AtLeast(20), AtLeast(30)")]
    [InlineData("Is(\"a and b\"")]
    [InlineData("AtLeast(7 % 2")]
    [InlineData("{ return AtLeast(20);")]
    public void Of_OtherFaults_SaysNothing(string code) =>
        Assert.Null(RuleSlip.Of(code, new CompileFault(0, 0, FaultId.Syntax, ["…"])));

    [Fact]
    public void Of_TwoNumbers_NamesBetween()
    {
        var slip = RuleSlip.Of("AtLeast(20, 30)", new CompileFault(0, 12, FaultId.Symbol, ["30"]))!;
        Assert.Equal((12, DiagnosticCatalog.ScriptArguments, "Between(20, 30)"), (slip.Offset, slip.Descriptor, slip.Suggestion));
        Assert.Null(RuleSlip.Of("AtLeast(Foo(1, 2))", new CompileFault(0, 8, FaultId.Symbol, ["Foo"])));
    }

    [Fact]
    public void Of_DoubledOperator_IsAtTheOperator()
    {
        LocalizedText sign = "&&";
        Assert.Equal(12, RuleSlip.Of("AtLeast(20) && AtMost(50)", new CompileFault(0, 0, FaultId.Operator, [sign]))!.Offset);
    }
}
