using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Packaging.Tests;

public sealed class DiagnosticIdTests
{
    [Fact]
    public void EveryId_OfPackages_IsTriedByATest()
    {
        string[] projects = ["IndicatorRules.Unit.Tests/Packaging", "IndicatorRules.Cli.Tests", "IndicatorRules.Timing.Tests"];
        var tests = string.Concat(projects.SelectMany(p => Repo.Files($"tests/{p}", "*Tests.cs"))
            .Where(f => Path.GetFileName(f) != $"{nameof(DiagnosticIdTests)}.cs").Select(File.ReadAllText));
        var ids = DiagnosticCatalog.All.Select(d => d.Id).Where(id =>
            string.CompareOrdinal(id, "IR6010") >= 0 && (string.CompareOrdinal(id, "IR6040") < 0 || id is "IR6066" or "IR6067")).ToList();

        Assert.Equal(26, ids.Count);
        Assert.All(ids, id => Assert.Contains(id, tests, StringComparison.Ordinal));
    }
}
