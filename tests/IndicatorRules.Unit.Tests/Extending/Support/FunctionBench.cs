using IndicatorRules.Assessing;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Extending.Tests.Support;

/// <summary>A scheme that calls a function of an extension, and the extension.</summary>
public abstract class FunctionBench : ExtensionBench
{
    private protected const string Sum = "return arguments[0] + arguments[1];";

    internal FunctionBench Declare(string rule = "Functions.Sum(Items.A, Items.B).AtLeast(20)", string unit = "%")
    {
        Plugins.Scheme($$"""
            {
              "$schema": "../../schemas/scheme.schema.json", "id": "forest-county", "version": "1.0.0", "contract": "[1.0.0,2.0.0)",
              "title": "林业县指标体系", "issuer": "某县", "level": "county", "source": { "document": "文件", "table": "1" },
              "functions": [{ "id": "Sum", "name": "合计", "extension": "library", "unit": "{{unit}}", "cost": 1000,
                              "parameters": [{ "name": "a", "unit": "%" }, { "name": "b", "unit": "%" }] }],
              "domains": [{ "id": "space", "name": "空间", "tasks": [{ "id": "land", "name": "用地" }] }],
              "indicators": [
                { "id": "green", "number": 1, "task": "land", "name": "绿地", "unit": "%", "direction": "higher", "binding": "binding",
                  "target": "≥20", "rule": "{{rule}}",
                  "items": [{ "id": "A", "name": "林", "unit": "%", "direction": "higher" },
                            { "id": "B", "name": "草", "unit": "%", "direction": "higher" },
                            { "id": "C", "name": "水", "unit": "t", "direction": "higher" }] },
                { "id": "forest", "number": 2, "task": "land", "name": "森林", "unit": "%", "direction": "higher", "binding": "binding",
                  "target": "≥20", "rule": "AtLeast(20)" }
              ]
            }
            """);
        return this;
    }

    internal void Offer(
        string body, string parameters = """new FunctionParameter("a", "%"), new FunctionParameter("b", "%")""", string unit = "%") =>
        Plugins.AddLibrary("library", Built.Extension("library", $$"""
            namespace Theirs
            {
                public sealed class Library : IFunctionLibrary
                {
                    public ImmutableArray<FunctionSignature> Functions => ImmutableArray.Create(
                        new FunctionSignature("Sum", ImmutableArray.Create({{parameters}}), "{{unit}}"));

                    public decimal? Call(string function, ImmutableArray<decimal> arguments) { {{body}} }
                }
            }
            """));

    private protected SchemeHost Host(ExtensionHost? extensions, IsolationOptions? isolation = null) =>
        SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [Plugins.Directory],
            Extensions = extensions,
            StoreDirectory = null,
            Isolation = isolation,
        });

    private protected static PlaceFacts Facts(Reading a, Reading b) => new(
        new Place { Code = "000000", Name = "虚构县", Level = "county" },
        [
            new YearFacts(2022,
            [
                new IndicatorFacts
                {
                    Id = "green", Own = new Fact { Value = Reading.Number(1) },
                    Items = [new ItemFact("A", new Fact { Value = a }), new ItemFact("B", new Fact { Value = b })],
                },
                new IndicatorFacts { Id = "forest", Own = new Fact { Value = Reading.Number(25) } },
            ]),
        ])
    { Scheme = "forest-county" };

    private protected static IndicatorVerdict Judged(SchemeHost host, decimal a, decimal b) =>
        host.Assess(Facts(Reading.Number(a), Reading.Number(b))).OrThrow().Indicators[0];
}
