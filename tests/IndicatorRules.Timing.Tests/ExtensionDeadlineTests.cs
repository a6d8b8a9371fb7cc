using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Extending;
using IndicatorRules.Extending.Tests.Support;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Timing.Tests;

/// <summary>Extensions that never answer.</summary>
public sealed class ExtensionDeadlineTests : FunctionBench
{
    [Theory]
    [InlineData("public Reader() { Thread.Sleep(Timeout.Infinite); }", "return null;")]
    [InlineData("", "Thread.Sleep(Timeout.Infinite); return null;")]
    public void ReadFacts_ThatHangs_IsGivenUpAndHarmsNoOther(string constructor, string body)
    {
        Plugins.Add("good", "\"good\"");
        Plugins.Add("bad", Strangers("bad", constructor, body));
        using var extensions = Plugins.Open(TimeSpan.FromSeconds(3));
        Assert.Equal("good", Note(extensions, "good"));

        Assert.Equal(["IR6055"], Faults(extensions, "bad"));
        Assert.Equal("good", Note(extensions, "good"));
    }

    [Fact]
    public void Assess_FunctionThatHangs_LeavesItsRuleAloneUndeterminedAndIsNotAskedAgain()
    {
        Declare().Offer("Thread.Sleep(Timeout.Infinite); return 1m;");
        var trusting = Plugins.Trusting([.. Plugins.Declared().Select(d => d.Hash)]);
        using var extensions = ExtensionHost.Open(new()
        {
            PluginDirectories = trusting.PluginDirectories,
            Trusted = trusting.Trusted,
            LoadDeadline = trusting.LoadDeadline,
            CallDeadline = TimeSpan.FromMilliseconds(300),
        });
        using var host = Host(extensions);

        for (var i = 0; i < 100; i++)
        {
            var assessment = host.Assess(Facts(Reading.Number(15), Reading.Number(6))).OrThrow();
            Assert.Equal([Status.Undetermined, Status.Met], assessment.Indicators.Select(v => v.Status));
        }
    }
}
