using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using IndicatorRules.Compiler.Tests.Support;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Compiler.Tests;

public class RuleCompilerTests
{
    [Theory]
    [InlineData("AtLeast(4.5)")]
    [InlineData("AtLeast(.5) & AtLeast(1_000.25) & AtLeast(4.5e2) & AtLeast(1E-3)")]
    [InlineData("AtLeast(60 * Place.Terrain.Mountain + 40.5 * Place.Terrain.Hill)")]
    [InlineData("Place.Climate switch { Climate.SemiHumid => AtLeast(55), _ => Unknown(\"…\") }")]
    [InlineData("Place.Population > 100000.5m ? AtLeast(1.5) : AtMost(2)")]
    [InlineData("When(MoreThan(60), StableOrImproving(), otherwise: AtLeast(55))")]
    [InlineData("When(Value > 60 & Value < 80, AtLeast(1), AtLeast(2))")]
    [InlineData("Value > 60 ? AtLeast(1) : AtLeast(2)")]
    [InlineData("Upper(\"nation\") & Upper(\"province\")")]
    [InlineData("SuperiorTask.Completed() & (AtLeast(90) | Improving())")]
    [InlineData("EachItem(i => i.AtLeast(43.2))")]
    [InlineData("Items.Straw.Improving(YearsBack(3)) | Items.Film.Is(State.Clear)")]
    [InlineData("Reached(State.Implemented)")]
    [InlineData("ChangeAtLeast(-1.5, SinceBaseYear)")]
    [InlineData("Year >= 2025 ? AtLeast(1) : NotApplicable(\"尚未开始\")")]
    [InlineData("AtLeast(20) /* ≥20 */ // 到此为止")]
    [InlineData("Unknown(\"“#r” 和 // 都只是字 }\")")]
    [InlineData("\n  AtLeast(\n    4.5\n  )\n")]
    public void Compile_Expression_GivesAnImage(string code) => Compiles(Requests.Expression(code));

    [Theory]
    [InlineData("AtLeast(4.5)")]
    [InlineData("return AtLeast(20);")]
    [InlineData("// 只有说明\nreturn AtLeast(20); // 末行说明")]
    [InlineData("var low = 4.5; // 目标\nreturn AtLeast(low);")]
    [InlineData("Verdict Above(Figure f, decimal low) => f.AtLeast(low);\nreturn Above(Value, 4.5) & Above(Items.Straw, 9);")]
    [InlineData("if (Value > 60)\n{\n    return AtLeast(1);\n}\n\nreturn AtMost(2);")]
    [InlineData(
        "decimal low;\nswitch (Place.Climate)\n{\n    case Climate.SemiHumid: low = 55; break;\n"
        + "    default: low = 35.5; break;\n}\nreturn AtLeast(low);")]
    [InlineData("return Items.Straw.AtLeast(1)\n    & Items.Film.AtLeast(2.5);")]
    public void Compile_Body_GivesAnImage(string code) => Compiles(Requests.Body(code));

    [Fact]
    public void Compile_TwiceByTwoCompilers_GivesTheSameBytes()
    {
        var request = Requests.Body("var low = 4.5;\nreturn EachItem(i => i.AtLeast(low));");
        Assert.Equal(new RuleCompiler().Compile(request).Image, new RuleCompiler().Compile(request).Image);
    }

    [Fact]
    public void Compile_OtherText_GivesOtherBytes() => Assert.NotEqual(
        new RuleCompiler().Compile(Requests.Expression("AtLeast(4.5)")).Image,
        new RuleCompiler().Compile(Requests.Expression("AtLeast(4.6)")).Image);

    [Fact]
    public void Compile_ShippedSchemes_GiveImages()
    {
        var catalog = SchemeCatalog.Discover(Repo.Plugins);
        Assert.NotEmpty(catalog.Available);
        Assert.All(catalog.Available, s => Compiles(SchemeRequest.Of(catalog.Resolve(s.Id).OrThrow())));
    }

    [Fact]
    public void Image_References_AreTheContractAndTheCoreTypes()
    {
        var image = new RuleCompiler().Compile(Requests.Body("var low = 4.5;\nreturn EachItem(i => i.AtLeast(low));")).Image!;
        using var reader = new PEReader(new MemoryStream(image));
        var metadata = reader.GetMetadataReader();
        var names = metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name)).Order();
        Assert.Equal(["IndicatorRules.Contract", "System.Runtime"], names);
        Assert.Equal(RuleCompiler.AssemblyName, metadata.GetString(metadata.GetAssemblyDefinition().Name));
    }

    [Fact]
    public void Compile_Cancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new RuleCompiler().Compile(Requests.Expression("AtLeast(1)"), cancelled.Token));
    }

    [Fact]
    public void Protocol_RequestAndResponse_ComeBackAsTheyWere()
    {
        var request = Requests.Body("return AtLeast(4.5); // 说明");
        using var pipe = new MemoryStream();
        CompileProtocol.Write(pipe, request);
        CompileProtocol.Write(pipe, new RuleCompiler().Compile(request));
        pipe.Position = 0;
        var read = CompileProtocol.ReadRequest(pipe)!;
        Assert.Equal(request.Units(), read.Units());
        Assert.Equal(new RuleCompiler().Compile(request).Image, CompileProtocol.ReadResponse(pipe)!.Image);
        Assert.Null(CompileProtocol.ReadRequest(pipe));
    }

    private static void Compiles(CompileRequest request)
    {
        var response = new RuleCompiler().Compile(request);
        Assert.True(response.Faults.IsEmpty,
            string.Join('\n', response.Faults.Select(f => $"{f.Id} at {f.Offset}: {string.Join(' ', f.Arguments)}")));
        Assert.NotNull(response.Image);
    }
}
