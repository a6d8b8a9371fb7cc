using IndicatorRules.Contract;
using IndicatorRules.Plugins.Tests.Support;
using IndicatorRules.Testing;

namespace IndicatorRules.Plugins.Tests;

public sealed class CaseTests
{
    public static TheoryData<string> Ids => Shipped.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Plugin_EveryCase_Passes(string id)
    {
        using var host = SchemeHost.Open(Shipped.Folder);
        var runner = new CaseRunner(host);
        var cases = Case.ReadFolder(Path.Combine(Shipped.Folder, id)).OrThrow();
        Assert.NotEmpty(cases);
        var failed = cases.Select(c => runner.Run(c, id)).Where(r => !r.Passed);
        Assert.Empty(failed.Select(
            r => $"{r.Case.Name}: {string.Join("; ", r.Differences.Select(d => d.In(Language.En)))} {string.Join("; ", r.Diagnostics)}"));
    }
}
