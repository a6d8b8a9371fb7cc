using System.Collections.Immutable;
using System.Reflection;
using IndicatorRules.Compiler.Tests.Support;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Compiler.Tests;

/// <summary>
/// What a scheme calls its own may bear the name of anything in the contract: it works, or its author is told; it is never our fault.
/// </summary>
[Trait("Category", "Slow")]
public class AnyNameTests
{
    private static readonly RuleCompiler Compiler = new();

    // Every name that the generated source speaks of, and every member of what it derives from.
    private static readonly ImmutableArray<string> Contracted =
    [
        .. typeof(Verdict).Assembly.GetExportedTypes().Select(t => t.Name.Split('`')[0]),
        .. typeof(Verdict).Assembly.GetExportedTypes()
            .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .Where(m => m is MethodBase { IsPrivate: false } or PropertyInfo or FieldInfo).Select(m => m.Name),
        "State", "Grade", "Functions", "Submission", "Task", "Object", "String", "Func", "System", "IndicatorRules", "Script", "Main",
    ];

    private static ImmutableArray<string> Names { get; } =
        [.. Contracted.Where(n => n.Length is > 0 and <= 64 && char.IsAsciiLetterUpper(n[0]) && n.All(char.IsAsciiLetterOrDigit)).Distinct()
            .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Kinds => ["choice", "number", "shares", "answer", "part", "item", "state"];

    // Many names at once: where one of them is our fault, the id is there whichever it is.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Compile_AnyName_IsNeverOurFault(string kind)
    {
        Assert.True(Names.Length > 300);
        foreach (var names in Names.Where(n => kind != "state" || n != "State").Chunk(40))
        {
            Assert.DoesNotContain(Compiler.Compile(Named(kind, [.. names])).Faults, f => f.Id == "IR9001");
        }
    }

    [Theory]
    [InlineData("Verdict")]
    [InlineData("RuleContext")]
    [InlineData("RuleTable")]
    [InlineData("PlaceContext")]
    [InlineData("NoItems")]
    [InlineData("Figure")]
    public void Compile_ChoiceNamedAsTheContractNamesSomething_Works(string name)
    {
        Assert.Empty(Compiler.Compile(Named("choice", [name])).Faults);
        Assert.Empty(
            Compiler.Compile(Requests.Expression("AtLeast(1)") with { Place = [new(name, AttributeKind.Choice, ["One"])] }).Faults);
    }

    private static CompileRequest Named(string kind, ImmutableArray<string> names)
    {
        var request = Requests.WithoutDirection("AtLeast(1)");
        var rule = request.Rules[0];
        return kind switch
        {
            "choice" => request with { Place = [.. names.Select(n => new AttributeShape(n, AttributeKind.Choice, ["One", "Two"]))] },
            "number" => request with { Place = [.. names.Select(n => new AttributeShape(n, AttributeKind.Number, []))] },
            "shares" => request with { Place = [.. names.Select(n => new AttributeShape(n, AttributeKind.Shares, ["One", "Two"]))] },
            "answer" => request with { Place = [new("Climate", AttributeKind.Choice, names)] },
            "part" => request with { Place = [new("Terrain", AttributeKind.Shares, names)] },
            "item" => request with { Rules = [rule with { Items = [.. names.Select(n => new FigureShape(n, false, []))] }] },
            _ => request with { Rules = [rule with { Own = new FigureShape("forest", false, names) }] },
        };
    }
}
