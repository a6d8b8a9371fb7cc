using IndicatorRules.Compiler.Tests.Support;
using IndicatorRules.Protocol;

namespace IndicatorRules.Compiler.Tests;

/// <summary>Each mistake with its diagnostic. <c>¦</c> stands before the character that the fault is to point at.</summary>
public class ScriptFaultTests
{
    [Theory]
    [InlineData("¦AtLest(20)", "IR4002", "AtLeast")]
    [InlineData("¦atleast(20)", "IR4002", "AtLeast")]
    [InlineData("AtLeast(20) & ¦Itms.Straw.AtLeast(1)", "IR4002", "Items")]
    [InlineData("AtLeast(¦low)", "IR4002", null)]
    [InlineData("¦Math.Max(1, 2) > 1 ? AtLeast(1) : AtLeast(2)", "IR4002", null)]
    [InlineData("Items.¦Strw.AtLeast(1)", "IR4003", "Straw")]
    [InlineData("Is(State.¦Implemnted)", "IR4003", "Implemented")]
    [InlineData("Place.¦Climat == Climate.SemiArid ? AtLeast(1) : AtLeast(2)", "IR4003", "Climate")]
    [InlineData("Place.Climate switch { Climate.¦SemiHumd => AtLeast(1), _ => AtLeast(2) }", "IR4003", "SemiHumid")]
    [InlineData("AtLeast(60 * Place.Terrain.¦Mountan)", "IR4003", "Mountain")]
    [InlineData("SuperiorTask.¦Complete()", "IR4003", "Completed")]
    [InlineData("¦AtLeast(1) && AtLeast(2)", "IR4006", null)]
    [InlineData("¦Value > 60 && Value < 80 ? AtLeast(1) : AtLeast(2)", "IR4006", null)]
    [InlineData("¦!AtLeast(1)", "IR4006", null)]
    [InlineData("¦Value == 60 ? AtLeast(1) : AtLeast(2)", "IR4006", null)]
    [InlineData("AtLeast(1) & ¦Upper(\"nation\") + 1", "IR4006", null)]
    [InlineData("Upper(¦\"contry\")", "IR4007", null)]
    [InlineData("Upper(¦\"natoin\")", "IR4007", "nation")]
    [InlineData("Upper(¦Year > 2025 ? \"nation\" : \"province\")", "IR4007", null)]
    [InlineData("Items.Film.AtLeast(1) & ¦Items.Film.StableOrImproving()", "IR4008", null)]
    [InlineData("EachItem(i => ¦i.Improving())", "IR4008", null)]
    public void Compile_Mistake_IsToldAtItsPlace(string marked, string id, string? suggestion) =>
        Told(marked, id, suggestion, Requests.Expression);

    [Theory]
    [InlineData("// 说明\nvar low = 4.5;\nreturn ¦AtLest(low);", "IR4002", "AtLeast")]
    [InlineData("var low = 4.5; return ¦AtLeats(low);", "IR4002", "AtLeast")]
    [InlineData("return AtLeast(4.5) & AtLeast(1.5) & ¦AtMots(2.5);", "IR4002", "AtMost")]
    [InlineData("var target = 4.5;\nreturn AtLeast(¦targt);", "IR4002", "target")]
    public void Compile_MistakeInABody_IsToldAtItsPlace(string marked, string id, string? suggestion) =>
        Told(marked, id, suggestion, Requests.Body);

    [Theory]
    [InlineData("¦StableOrImproving()")]
    [InlineData("AtLeast(1) | ¦Improving(PreviousYear)")]
    [InlineData("AtLeast(1) | ¦Value.Improving()")]
    public void Compile_TrendWithoutDirection_IsTold(string marked) => Told(marked, "IR4008", null, Requests.WithoutDirection);

    [Fact]
    public void Compile_TrendThatNeedsNoDirection_GivesAnImage() =>
        Assert.Empty(new RuleCompiler().Compile(Requests.WithoutDirection("NotReduced() & ChangeAtLeast(-1)")).Faults);

    [Theory]
    [InlineData("¦#r \"System.IO\"\nAtLeast(1)")]
    [InlineData("¦#load \"other.csx\"\nAtLeast(1)")]
    [InlineData("¦#if true\nAtLeast(1)\n#endif")]
    public void Compile_DirectiveInAnExpression_IsTold(string marked) => Told(marked, "IR4101", null, Requests.Expression);

    [Fact]
    public void Compile_SeveralTexts_TellsEachInItsUnit()
    {
        var rule = new RuleUnit("AtLest(1)", "scheme.json", 1, true);
        var stages = new[] { rule with { Code = "AtLeast(1)" }, rule with { Code = "AtLeast(4.5) & AtMots(2)" } };
        var faults = new RuleCompiler().Compile(Requests.For(rule, [.. stages])).Faults;
        Assert.Equal([(0, 0), (2, 15)], faults.Select(f => (f.Unit, f.Offset)));
    }

    private static void Told(string marked, string id, string? suggestion, Func<string, CompileRequest> request)
    {
        var code = marked.Replace("¦", "", StringComparison.Ordinal);
        var response = new RuleCompiler().Compile(request(code));
        Assert.Null(response.Image);
        var fault = response.Faults[0];
        Assert.Equal((id, marked.IndexOf('¦', StringComparison.Ordinal), suggestion), (fault.Id, fault.Offset, fault.Suggestion));
        Assert.Equal(0, fault.Unit);
        Assert.Single(response.Faults);
    }
}
