using System.Text.Json;
using IndicatorRules.Compiler.Tests.Support;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Resolving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IndicatorRules.Compiler.Tests;

/// <summary>A native worker puts the submission together by hand: nobody may be able to tell by what comes out.</summary>
[Trait("Category", "Slow")]
public class SubmissionTests
{
    private static readonly RuleCompiler Library = new(Layers.All, Submission.OfScript());
    private static readonly RuleCompiler Native = new(Layers.All, Submission.ByHand());

    [Fact]
    public void ByHand_ShippedSchemes_GiveTheSameBytes()
    {
        var catalog = SchemeCatalog.Discover(Repo.Plugins);

        Assert.NotEmpty(catalog.Available);
        Assert.All(catalog.Available, s =>
        {
            var request = SchemeRequest.Of(catalog.Resolve(s.Id).OrThrow());
            var made = Native.Compile(request);
            Assert.NotNull(made.Image);
            Assert.Equal(Told(Library.Compile(request)), Told(made));
        });
    }

    [Theory]
    [InlineData("AtLeast(2147483647 + 1)")]
    [InlineData("AtLeast(true)")]
    [InlineData("AtLeast(20")]
    [InlineData("Items.Strw.AtLeast(1)")]
    [InlineData("System.IO.File.ReadAllText(\"x\").Length > 0 ? AtLeast(1) : AtLeast(2)")]
    public void ByHand_WrongScript_GivesTheSameFaults(string code)
    {
        var faults = Native.Compile(Requests.Expression(code));

        Assert.NotEmpty(faults.Faults);
        Assert.Equal(Told(Library.Compile(Requests.Expression(code))), Told(faults));
    }

    [Fact]
    public void ByHand_Options_AreTheLibrarys()
    {
        var (library, native) = (Submission.OfScript(), Submission.ByHand());

        Assert.Equal(library.AssemblyName, native.AssemblyName);
        Assert.Equal(library.References, native.References);
        Assert.Equal(Told(library.Options), Told(native.Options));
    }

    // What tells assemblies apart is each compilation's own object, and nothing is asked of it.
    private static IEnumerable<string> Told(CSharpCompilationOptions options) =>
        from property in typeof(CSharpCompilationOptions).GetProperties()
        where property.Name != nameof(CompilationOptions.AssemblyIdentityComparer)
        let value = property.GetValue(options)
        let text = value is System.Collections.IEnumerable many and not string ? string.Join(' ', many.Cast<object>()) : $"{value}"
        select $"{property.Name}: {text}";

    private static string Told(CompileResponse response) => JsonSerializer.Serialize(response);
}
