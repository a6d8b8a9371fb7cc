using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Extending.Tests;

public sealed class DiagnosticIdTests
{
    [Fact]
    public void EveryId_OfExtensions_IsTriedByATest()
    {
        string[] projects = ["IndicatorRules.Unit.Tests/Extending", "IndicatorRules.Cli.Tests", "IndicatorRules.Timing.Tests"];
        var tests = string.Concat(projects.SelectMany(p => Repo.Files($"tests/{p}", "*Tests.cs"))
            .Where(f => Path.GetFileName(f) != $"{nameof(DiagnosticIdTests)}.cs").Select(File.ReadAllText));
        var ids = DiagnosticCatalog.All.Select(d => d.Id)
            .Where(id => string.CompareOrdinal(id, "IR6050") >= 0 && string.CompareOrdinal(id, "IR6066") < 0).ToList();

        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Contains(id, tests, StringComparison.Ordinal));
    }
}
