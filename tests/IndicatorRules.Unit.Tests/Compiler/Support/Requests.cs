using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Compiler.Tests.Support;

/// <summary>Requests of one indicator, with what most rules of the guide speak of.</summary>
internal static class Requests
{
    private static readonly ImmutableArray<AttributeShape> Place =
    [
        new("Climate", AttributeKind.Choice, ["SemiHumid", "SemiArid"]),
        new("Terrain", AttributeKind.Shares, ["Mountain", "Hill", "Plain"]),
        new("Population", AttributeKind.Number, []),
    ];

    private static readonly FigureShape Own = new("forest", true, ["Drafted", "Implemented"]);

    private static readonly ImmutableArray<FigureShape> Items = [new("Straw", true, []), new("Film", false, ["Clear"])];

    /// <summary>A rule as it stands in JSON.</summary>
    internal static CompileRequest Expression(string code) => For(new RuleUnit(code, "scheme.json", 1, true));

    /// <summary>A rule as it stands in a file of its own.</summary>
    internal static CompileRequest Body(string code) => For(new RuleUnit(code, "rules/a.csx", 1, false));

    internal static CompileRequest For(RuleUnit rule, params ImmutableArray<RuleUnit> stages) =>
        new(Place, [new RuleShape(Own, Items, ["nation", "province"], rule, stages)]);

    /// <summary>An indicator that improves in no direction.</summary>
    internal static CompileRequest WithoutDirection(string code) => new(Place,
    [
        new RuleShape(new("forest", false, []), [], [], new RuleUnit(code, "scheme.json", 1, true), []),
    ]);
}
