using System.Collections.Immutable;
using IndicatorRules.Compiler;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Confinement.Tests.Support;

/// <summary>One script within a scheme that offers everything a rule may speak of, and what the layers make of it.</summary>
internal static class Bench
{
    /// <summary>What the host allows by default.</summary>
    internal static readonly long Budget = new SchemeHostOptions { PluginDirectories = [] }.RuleBudget;

    private static readonly ImmutableArray<AttributeShape> Place =
    [
        new("Climate", AttributeKind.Choice, ["SemiHumid", "SemiArid"]),
        new("Terrain", AttributeKind.Shares, ["Mountain", "Hill", "Plain"]),
        new("Population", AttributeKind.Number, []),
    ];

    private static readonly FigureShape Own = new("forest", true, ["Drafted", "Implemented"]);

    private static readonly ImmutableArray<FigureShape> Items = [new("Straw", true, []), new("Film", false, ["Clear"])];

    // Two stages, so that the generated methods are there to be called.
    private static readonly ImmutableArray<RuleUnit> Stages = [Unit("AtLeast(1)"), Unit("AtLeast(2)")];

    internal static CompileRequest Request(string code) => Request([code]);

    internal static CompileRequest Request(IEnumerable<string> codes) =>
        new(Place, [.. codes.Select(code => new RuleShape(Own, Items, ["u", "nation"], Unit(code), Stages))]);

    internal static CompileResponse Compile(string code, Layers layers = Layers.All) => new RuleCompiler(layers).Compile(Request(code));

    /// <summary>The first layer that refuses a script, with its diagnostic; nothing when all let it through.</summary>
    internal static (string Layer, string Id)? StoppedBy(string code)
    {
        if (LexicalGate.Validate(code, 0) is { } lexical)
        {
            return ("L1", lexical.Id);
        }

        if (FaultsWithout(Layers.Meaning, code) is [var early, ..])
        {
            return (early.Id == "IR4104" ? "L2" : "bind", early.Id);
        }

        var response = Compile(code);
        return response.Faults is [var fault, ..] ? ("L3", fault.Id)
            : IsTooCostly(response) ? ("L4", "IR4108")
            : Image(response.Image) is { } ? ("L5", "IR4109")
            : null;
    }

    /// <summary>Whether no image that the host would load comes of a script, by whatever layer.</summary>
    internal static bool IsContained(string code, Layers layers)
    {
        try
        {
            var response = Compile(code, layers);
            return !response.Faults.IsEmpty || IsTooCostly(response) || Image(response.Image) is not null;
        }
        catch (InvalidOperationException)
        {
            // What binds and cannot be emitted ends the worker: no image either.
            return true;
        }
    }

    /// <summary>Why the host would not load an image; null when it would.</summary>
    internal static string? Image(byte[]? image)
    {
        try
        {
            VerifiedImage.Verify(image);
            return null;
        }
        catch (ImageRefusedException e)
        {
            return e.Message;
        }
    }

    internal static bool IsTooCostly(CompileResponse response) =>
        response.Costs.Any(c => c.Steps > Budget || c.Uppers.Any(u => u.Times > Budget));

    private static ImmutableArray<CompileFault> FaultsWithout(Layers layer, string code)
    {
        try
        {
            return Compile(code, Layers.All & ~layer).Faults;
        }
        catch (InvalidOperationException)
        {
            // It binds and cannot be emitted: no layer before the missing one had a word to say.
            return [];
        }
    }

    private static RuleUnit Unit(string code) => new(code, "rules/a.csx", 1, false);
}
