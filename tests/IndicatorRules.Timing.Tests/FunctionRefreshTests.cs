using IndicatorRules.Contract;
using IndicatorRules.Extending.Tests.Support;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Extending.Tests;

/// <summary>Functions of extensions that are replaced, alone or with the scheme that calls them.</summary>
public sealed class FunctionRefreshTests : FunctionBench
{
    [Fact]
    public void Refresh_Replaced_IsCalledFromThenOnAndTheOldIsUnloaded()
    {
        Declare().Offer("return 0m;");
        var next = Plugins.Declared().Single().Hash;
        Offer(Sum);
        using var extensions = ExtensionHost.Open(Plugins.Trusting([next, Plugins.Declared().Single().Hash]));
        using var host = Host(extensions);
        Assert.Equal(Status.Met, Judged(host, 15, 6).Status);

        Offer("return 0m;");
        Assert.Empty(extensions.Refresh());

        Assert.Equal(Status.NotMet, Judged(host, 15, 6).Status);
        Assert.Equal(1, ContextsAfterCollection("library"));
    }

    [Fact]
    public void Refresh_ReplacedByAnotherSignature_IsToldAtOnce()
    {
        Declare().Offer(Sum, """new FunctionParameter("a", "t")""");
        var next = Plugins.Declared().Single().Hash;
        Offer(Sum);
        using var extensions = ExtensionHost.Open(Plugins.Trusting([next, Plugins.Declared().Single().Hash]));
        using var host = Host(extensions);
        Judged(host, 15, 6);

        Offer(Sum, """new FunctionParameter("a", "t")""");
        var told = Assert.Single(extensions.Refresh());

        Assert.Equal(("IR6065", Severity.Warning), (told.Id, told.Severity));
        Assert.Contains(
            "The extension `library` no longer provides the function `Sum(a %, b %) %`; it provides `Sum(a t) %`",
            told.Message(Language.En),
            StringComparison.Ordinal);
        Assert.Equal(Status.Undetermined, Judged(host, 15, 6).Status);
    }

    [Fact]
    public void Refresh_FunctionAndSchemeReplacedInOneGo_AreTakenTogether()
    {
        Declare().Offer(Sum, unit: "t");
        var next = Plugins.Declared().Single().Hash;
        Offer(Sum);
        using var extensions = ExtensionHost.Open(Plugins.Trusting([next, Plugins.Declared().Single().Hash]));
        using var host = Host(extensions);
        Assert.Equal(Status.Met, Judged(host, 15, 6).Status);

        Declare("Functions.Sum(Items.A, Items.B).AtLeast(30)", unit: "t").Offer(Sum, unit: "t");
        var report = host.Refresh();

        Assert.Equal(["IR6065"], report.Diagnostics.Select(d => d.Id));
        Assert.Equal(SchemeChangeKind.Replaced, Assert.Single(report.Changes).Kind);
        Assert.Equal(Status.NotMet, Judged(host, 15, 6).Status);
        Assert.Equal(["IR6065"], host.Refresh().Mended.Select(d => d.Id));
        Assert.Same(RefreshReport.Nothing, host.Refresh());
    }
}
