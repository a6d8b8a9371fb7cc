using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Evaluator;
using IndicatorRules.Extending.Tests.Support;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Extending.Tests;

/// <summary>Functions of compiled extensions that rules call: what works, what is refused, what fails and harms nothing else.</summary>
public sealed class FunctionTests : IDisposable
{
    private const string Sum = "return arguments[0] + arguments[1];";

    private readonly Plugins _plugins = new();

    [Fact]
    public void Assess_FunctionOfTwoFigures_JudgesItsResultAndNamesIt()
    {
        Declare().Offer(Sum);
        using var extensions = _plugins.Open();
        using var host = Host(extensions);

        var verdict = Judged(host, 15, 6);

        Assert.Equal((Status.Met, 1m), (verdict.Status, verdict.Margin));
        Assert.Contains("合计", verdict.Reasons(Language.Zh).Single(), StringComparison.Ordinal);
        Assert.Equal(Status.NotMet, Judged(host, 15, 4).Status);
    }

    [Fact]
    public void Check_ExtensionNotTrusted_IsRefusedWithItsNameAndHash()
    {
        Declare().Offer(Sum);
        using var extensions = ExtensionHost.Open(_plugins.Trusting([]));
        using var host = Host(extensions);

        var refused = host.Check("forest-county").Diagnostics;

        Assert.Equal(["IR6050", "IR6062"], refused.Select(d => d.Id).Order());
        Assert.Contains(_plugins.Declared().Single().Hash, refused.Single(d => d.Id == "IR6050").Help(Language.En), StringComparison.Ordinal);
        Assert.Contains("`library`", refused.Single(d => d.Id == "IR6062").Message(Language.En), StringComparison.Ordinal);
        Assert.True(refused.Single(d => d.Id == "IR6062").Location.Line > 1);
    }

    [Fact]
    public void Check_HostWithoutExtensions_IsRefused()
    {
        Declare().Offer(Sum);
        using var host = Host(null);

        Assert.Equal(["IR6062"], host.Check("forest-county").Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Check_RulesInAnotherProcess_IsRefused()
    {
        Declare().Offer(Sum);
        using var extensions = _plugins.Open();
        using var evaluator = new EvaluationWorker();
        using var host = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [_plugins.Directory],
            Extensions = extensions,
            CacheDirectory = null,
            Evaluator = evaluator,
        });

        Assert.Equal(["IR6064"], host.Check("forest-county").Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Check_MisspeltFunction_IsToldAtItsLineWithTheRightOne()
    {
        Declare("Functions.Som(Items.A, Items.B).AtLeast(20)").Offer(Sum);
        using var extensions = _plugins.Open();
        using var host = Host(extensions);

        var fault = host.Check("forest-county").Diagnostics.Single();

        Assert.Contains("`Sum`", fault.Format(Language.En), StringComparison.Ordinal);
        Assert.Equal(9, fault.Location.Line);
    }

    [Theory]
    [InlineData("Functions.Sum(Items.A).AtLeast(20)")]
    [InlineData("Functions.Sum(Items.A, 5).AtLeast(20)")]
    [InlineData("Functions.Sum(Items.A, Items.C).AtLeast(20)")]
    [InlineData("DeclaredFunction.Call(0, Items.A, Items.B).AtLeast(20)")]
    [InlineData("DeclaredFunction.Call(5, Value).AtLeast(20)")]
    [InlineData("AtLeast(20) & Items.C.AtLeast(Functions.Sum(Items.A, Items.B))")]
    public void Check_CallsOfAnotherKindOrUnitOrAroundTheDeclaration_AreToldAtTheirLine(string rule)
    {
        Declare(rule).Offer(Sum);
        using var extensions = _plugins.Open();
        using var host = Host(extensions);

        Assert.Equal(9, host.Check("forest-county").Diagnostics.Single().Location.Line);
    }

    [Theory]
    [InlineData("""new FunctionParameter("a", "%"), new FunctionParameter("b", "t")""", "`Sum(a %, b t) %`")]
    [InlineData("""new FunctionParameter("a", "%")""", "`Sum(a %) %`")]
    public void Check_OfferedOtherwise_IsRefused(string parameters, string shown)
    {
        Declare().Offer(Sum, parameters);
        using var extensions = _plugins.Open();
        using var host = Host(extensions);

        var refused = host.Check("forest-county").Diagnostics.Single();

        Assert.Equal("IR6063", refused.Id);
        Assert.Contains(shown, refused.Message(Language.En), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"no\");")]
    [InlineData("throw new OperationCanceledException();")]
    [InlineData("return arguments[7];")]
    public void Assess_FunctionThatThrows_LeavesItsRuleAloneUndetermined(string body)
    {
        Declare().Offer(body);
        using var extensions = _plugins.Open();
        using var host = Host(extensions);

        var assessment = host.Assess(Facts(Reading.Number(15), Reading.Number(6))).OrThrow();

        Assert.Equal([Status.Undetermined, Status.Met], assessment.Indicators.Select(v => v.Status));
        Assert.Contains("扩展函数", assessment.Indicators[0].Reasons(Language.Zh).Single(), StringComparison.Ordinal);
        Assert.Contains("function of an extension", assessment.Indicators[0].Reasons(Language.En).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_FunctionThatHangs_LeavesItsRuleAloneUndeterminedAndIsNotAskedAgain()
    {
        Declare().Offer("Thread.Sleep(Timeout.Infinite); return 1m;");
        using var extensions = ExtensionHost.Open(_plugins.Trusting([.. _plugins.Declared().Select(d => d.Hash)]) with { CallDeadline = TimeSpan.FromMilliseconds(300) });
        using var host = Host(extensions);

        for (var i = 0; i < 100; i++)
        {
            var assessment = host.Assess(Facts(Reading.Number(15), Reading.Number(6))).OrThrow();
            Assert.Equal([Status.Undetermined, Status.Met], assessment.Indicators.Select(v => v.Status));
        }
    }

    [Fact]
    public void Assess_MissingOrRangedArgument_IsUndeterminedAndTheFunctionIsNotCalled()
    {
        Declare().Offer("throw new InvalidOperationException(\"called\");");
        using var extensions = _plugins.Open();
        using var host = Host(extensions);

        foreach (var other in new[] { Reading.Absent(AbsenceKind.NotReported), Reading.AtLeast(90), Reading.Range(1, 2) })
        {
            foreach (var facts in new[] { Facts(Reading.Number(15), other), Facts(other, Reading.Number(15)) })
            {
                var verdict = host.Assess(facts).OrThrow().Indicators[0];
                Assert.Equal(Status.Undetermined, verdict.Status);
                Assert.DoesNotContain("扩展函数", verdict.Reasons(Language.Zh).Single(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Assess_FunctionWithoutAnAnswer_IsUndetermined()
    {
        Declare().Offer("return null;");
        using var extensions = _plugins.Open();
        using var host = Host(extensions);

        Assert.Equal(Status.Undetermined, Judged(host, 15, 6).Status);
    }

    [Fact]
    public void Refresh_Replaced_IsCalledFromThenOnAndTheOldIsUnloaded()
    {
        Declare().Offer("return 0m;");
        var next = _plugins.Declared().Single().Hash;
        Offer(Sum);
        using var extensions = ExtensionHost.Open(_plugins.Trusting([next, _plugins.Declared().Single().Hash]));
        using var host = Host(extensions);
        Assert.Equal(Status.Met, Judged(host, 15, 6).Status);

        Offer("return 0m;");
        Assert.Empty(extensions.Refresh());

        Assert.Equal(Status.NotMet, Judged(host, 15, 6).Status);
        Assert.Equal(1, ContextsAfterCollection());
    }

    [Fact]
    public void Refresh_ReplacedByAnotherSignature_IsToldAtOnce()
    {
        Declare().Offer(Sum, """new FunctionParameter("a", "t")""");
        var next = _plugins.Declared().Single().Hash;
        Offer(Sum);
        using var extensions = ExtensionHost.Open(_plugins.Trusting([next, _plugins.Declared().Single().Hash]));
        using var host = Host(extensions);
        Judged(host, 15, 6);

        Offer(Sum, """new FunctionParameter("a", "t")""");
        var told = Assert.Single(extensions.Refresh());

        Assert.Equal(("IR6065", Severity.Warning), (told.Id, told.Severity));
        Assert.Contains("`Sum(a %, b %) %` of the extension `library` is gone; it offers `Sum(a t) %`", told.Message(Language.En), StringComparison.Ordinal);
        Assert.Equal(Status.Undetermined, Judged(host, 15, 6).Status);
    }

    [Fact]
    public void Check_Cost_IsWhatIsDeclared()
    {
        Declare().Offer(Sum);
        using var extensions = _plugins.Open();
        using var host = Host(extensions);

        Assert.InRange(host.Check("forest-county").OrThrow().Steps[0], 1060, 1200);
    }

    public void Dispose() => _plugins.Dispose();

    private FunctionTests Declare(string rule = "Functions.Sum(Items.A, Items.B).AtLeast(20)")
    {
        _plugins.Scheme($$"""
            {
              "$schema": "../../schemas/scheme.schema.json", "id": "forest-county", "version": "1.0.0", "contract": "[1.0.0,2.0.0)",
              "title": "林业县指标体系", "issuer": "某县", "level": "county", "source": { "document": "文件", "table": "1" },
              "functions": [{ "id": "Sum", "name": "合计", "extension": "library", "unit": "%", "cost": 1000,
                              "parameters": [{ "name": "a", "unit": "%" }, { "name": "b", "unit": "%" }] }],
              "domains": [{ "id": "space", "name": "空间", "tasks": [{ "id": "land", "name": "用地" }] }],
              "indicators": [
                { "id": "green", "number": 1, "task": "land", "name": "绿地", "unit": "%", "direction": "higher", "binding": "binding", "target": "≥20",
                  "rule": "{{rule}}",
                  "items": [{ "id": "A", "name": "林", "unit": "%", "direction": "higher" }, { "id": "B", "name": "草", "unit": "%", "direction": "higher" },
                            { "id": "C", "name": "水", "unit": "t", "direction": "higher" }] },
                { "id": "forest", "number": 2, "task": "land", "name": "森林", "unit": "%", "direction": "higher", "binding": "binding", "target": "≥20",
                  "rule": "AtLeast(20)" }
              ]
            }
            """);
        return this;
    }

    private void Offer(string body, string parameters = """new FunctionParameter("a", "%"), new FunctionParameter("b", "%")""") =>
        _plugins.AddLibrary("library", Built.Extension("library", $$"""
            namespace Theirs
            {
                public sealed class Library : IFunctionLibrary
                {
                    public ImmutableArray<FunctionSignature> Functions => ImmutableArray.Create(new FunctionSignature("Sum", ImmutableArray.Create({{parameters}}), "%"));

                    public decimal? Call(string function, ImmutableArray<decimal> arguments) { {{body}} }
                }
            }
            """));

    private SchemeHost Host(ExtensionHost? extensions) =>
        SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [_plugins.Directory], Extensions = extensions, CacheDirectory = null });

    private static PlaceFacts Facts(Reading a, Reading b) => new(
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

    private static IndicatorVerdict Judged(SchemeHost host, decimal a, decimal b) =>
        host.Assess(Facts(Reading.Number(a), Reading.Number(b))).OrThrow().Indicators[0];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ContextsAfterCollection()
    {
        for (var i = 0; i < 10; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return AssemblyLoadContext.All.SelectMany(c => c.Assemblies).Count(a => a.GetName().Name == "library");
    }
}
