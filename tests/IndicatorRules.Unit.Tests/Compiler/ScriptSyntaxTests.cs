using IndicatorRules.Compiler.Tests.Support;
using IndicatorRules.Protocol;

namespace IndicatorRules.Compiler.Tests;

/// <summary>Mistakes that the compiler's own words tell, and texts that try to get out of their method.</summary>
public class ScriptSyntaxTests
{
    [Theory]
    [InlineData("AtLeast(20¦", "IR4001")]
    [InlineData("AtLeast(20)¦)", "IR4103")]
    [InlineData("AtLeast(20) &¦", "IR4001")]
    [InlineData("Unknown(¦\"没有写完)", "IR4103")]
    [InlineData("AtLeast(20)¦); } public class Evil { public static object X = (1", "IR4103")]
    [InlineData("AtLeast(20) ¦/* 没有写完", "IR4103")]
    [InlineData("¦ ", "IR4001")]
    [InlineData("AtLeast(¦\"20\")", "IR4004")]
    [InlineData("¦AtLeast()", "IR4004")]
    [InlineData("AtLeast(¦4.5f)", "IR4028")]
    [InlineData("¦20", "IR4005")]
    [InlineData("AtLeast(1), AtLeast(2)", "IR4104")]
    [InlineData("¦AtLeast(1) ? AtLeast(2) : AtLeast(3)", "IR4005")]
    [InlineData("¦Place", "IR4005")]
    public void Compile_Expression_IsTold(string marked, string id) => Told(marked, id, Requests.Expression);

    [Theory]
    [InlineData("", "IR4005")]
    [InlineData("// 只有说明", "IR4005")]
    [InlineData("var low = 4.5;", "IR4005")]
    [InlineData("return AtLeast(20)", "IR4001")]
    [InlineData("return AtLeast(20);\n}\nVerdict Other() {\nreturn AtLeast(1);", "IR4103")]
    [InlineData("return AtLeast(20);\n}\n}\npublic class Evil {", "IR4103")]
    [InlineData("return AtLeast(20);\n}", "IR4103")]
    [InlineData("#load \"other.csx\"\nreturn AtLeast(20);", "IR4101")]
    [InlineData("// 说明\n#r \"System.IO\"\nreturn AtLeast(20);", "IR4101")]
    [InlineData("return AtLeast(20);\n#line 1 \"x\"", "IR4101")]
    [InlineData("#if true\nreturn AtLeast(20);\n#endif", "IR4101")]
    [InlineData("#pragma warning disable\nreturn AtLeast(20);", "IR4101")]
    [InlineData("var a = AtLeast(1);\nvar a = AtLeast(2);\nreturn a;", "IR4010")]
    public void Compile_Body_IsTold(string code, string id) => Told(code, id, Requests.Body);

    [Fact]
    public void Compile_Chinese_IsSpokenInChinese()
    {
        var fault = new RuleCompiler().Compile(Requests.Expression("AtLeast(\"20\")")).Faults[0];
        Assert.NotEqual(fault.Arguments[1].Zh, fault.Arguments[1].En);
    }

    private static void Told(string marked, string id, Func<string, CompileRequest> request)
    {
        var code = marked.Replace("¦", "", StringComparison.Ordinal);
        var response = new RuleCompiler().Compile(request(code));
        Assert.Null(response.Image);
        var fault = response.Faults[0];
        Assert.Equal(id, fault.Id);
        if (marked.Contains('¦'))
        {
            Assert.Equal(marked.IndexOf('¦', StringComparison.Ordinal), fault.Offset);
        }
    }
}
