using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Extending.Tests.Support;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Extending.Tests;

/// <summary>Functions of compiled extensions that rules call: what works, what is refused, what fails and harms nothing else.</summary>
[Collection(OneAtATime)]
[Trait("Category", "Slow")]
public sealed class FunctionTests : FunctionBench
{
    [Fact]
    public void Assess_FunctionOfTwoFigures_JudgesItsResultAndNamesIt()
    {
        Declare().Offer(Sum);
        using var extensions = Plugins.Open();
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
        using var extensions = ExtensionHost.Open(Plugins.Trusting([]));
        using var host = Host(extensions);

        var refused = host.ValidateScheme("forest-county").Diagnostics;

        Assert.Equal(["IR6050", "IR6062"], refused.Select(d => d.Id).Order());
        Assert.Contains(Plugins.Declared().Single().Hash, refused.Single(d => d.Id == "IR6050")
            .Help(Language.En), StringComparison.Ordinal);
        Assert.Contains("`library`", refused.Single(d => d.Id == "IR6062").Message(Language.En), StringComparison.Ordinal);
        Assert.True(refused.Single(d => d.Id == "IR6062").Location.Line > 1);
    }

    [Fact]
    public void Check_HostWithoutExtensions_IsRefused()
    {
        Declare().Offer(Sum);
        using var host = Host(null);

        Assert.Equal(["IR6062"], host.ValidateScheme("forest-county").Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData(Sum)]
    [InlineData("throw new InvalidOperationException(\"no\");")]
    [InlineData("return null;")]
    public void Assess_Isolated_SaysTheSame(string body)
    {
        Declare().Offer(body);
        using var extensions = Plugins.Open();
        using var within = Host(extensions);
        using var isolated = Host(extensions, new IsolationOptions());

        // 0.1 rejected this with IR6064.
        Assert.True(isolated.ValidateScheme("forest-county").Succeeded);
        foreach (var (a, b) in ((decimal, decimal)[])[(15, 6), (15, 4)])
        {
            var (expected, actual) = (Judged(within, a, b), Judged(isolated, a, b));
            Assert.Equal((expected.Verdict, expected.Margin), (actual.Verdict, actual.Margin));
            Assert.Equal(expected.Reasons(Language.Zh), actual.Reasons(Language.Zh));
            Assert.Equal(expected.Reasons(Language.En), actual.Reasons(Language.En));
        }
    }

    [Fact]
    public void Assess_Isolated_CallsTheFunctionInAnotherProcess()
    {
        Declare().Offer($"return Environment.ProcessId == {Environment.ProcessId} ? 0m : 20m;");
        using var extensions = Plugins.Open();
        using var within = Host(extensions);
        using var isolated = Host(extensions, new IsolationOptions());

        Assert.Equal((Status.NotMet, Status.Met), (Judged(within, 15, 6).Status, Judged(isolated, 15, 6).Status));
    }

    [Fact]
    public void Assess_IsolatedFunctionThatEndsItsProcess_IsADiagnosticAndTheHostLives()
    {
        Declare().Offer($"if (Environment.ProcessId != {Environment.ProcessId}) {{ Environment.Exit(7); }} return 1m;");
        using var extensions = Plugins.Open();
        using var isolated = Host(extensions, new IsolationOptions());

        Assert.Equal("IR4111", isolated.Assess(Facts(Reading.Number(15), Reading.Number(6))).Diagnostics.Single().Id);
    }

    [Fact]
    public void Check_MisspeltFunction_IsToldAtItsLineWithTheRightOne()
    {
        Declare("Functions.Som(Items.A, Items.B).AtLeast(20)").Offer(Sum);
        using var extensions = Plugins.Open();
        using var host = Host(extensions);

        var fault = host.ValidateScheme("forest-county").Diagnostics.Single();

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
        using var extensions = Plugins.Open();
        using var host = Host(extensions);

        Assert.Equal(9, host.ValidateScheme("forest-county").Diagnostics.Single().Location.Line);
    }

    [Theory]
    [InlineData("""new FunctionParameter("a", "%"), new FunctionParameter("b", "t")""", "`Sum(a %, b t) %`")]
    [InlineData("""new FunctionParameter("a", "%")""", "`Sum(a %) %`")]
    public void Check_OfferedOtherwise_IsRefused(string parameters, string shown)
    {
        Declare().Offer(Sum, parameters);
        using var extensions = Plugins.Open();
        using var host = Host(extensions);

        var refused = host.ValidateScheme("forest-county").Diagnostics.Single();

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
        using var extensions = Plugins.Open();
        using var host = Host(extensions);

        var assessment = host.Assess(Facts(Reading.Number(15), Reading.Number(6))).OrThrow();

        Assert.Equal([Status.Undetermined, Status.Met], assessment.Indicators.Select(v => v.Status));
        Assert.Contains("扩展函数", assessment.Indicators[0].Reasons(Language.Zh).Single(), StringComparison.Ordinal);
        Assert.Contains("function of an extension", assessment.Indicators[0].Reasons(Language.En).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_MissingOrRangedArgument_IsUndeterminedAndTheFunctionIsNotCalled()
    {
        Declare().Offer("throw new InvalidOperationException(\"called\");");
        using var extensions = Plugins.Open();
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
        using var extensions = Plugins.Open();
        using var host = Host(extensions);

        Assert.Equal(Status.Undetermined, Judged(host, 15, 6).Status);
    }

    [Fact]
    public void Check_Cost_IsWhatIsDeclared()
    {
        Declare().Offer(Sum);
        using var extensions = Plugins.Open();
        using var host = Host(extensions);

        Assert.InRange(host.ValidateScheme("forest-county").OrThrow().Steps[0], 1060, 1200);
    }
}
