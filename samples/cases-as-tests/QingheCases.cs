using IndicatorRules;
using IndicatorRules.Testing;
using Xunit;

namespace CasesAsTests;

/// <summary>Every case of a plugin is a test of its own: named in the list of tests, and failing with its differences.</summary>
public sealed class QingheCases(QingheCases.Schemes schemes) : IClassFixture<QingheCases.Schemes>
{
    private static readonly string Plugins = Path.Combine(AppContext.BaseDirectory, "plugins");

    public static TheoryData<string> Files =>
        [.. Case.ReadFolder(Path.Combine(Plugins, "qinghe-county")).OrThrow().Select(c => Path.GetFileName(c.File))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Passes(string file)
    {
        var one = Case.ReadFile(Path.Combine(Plugins, "qinghe-county", "cases", file)).OrThrow();

        var result = schemes.Runner.Run(one, "qinghe-county");

        Assert.True(result.Passed, $"{one.Name}: {string.Join('\n', result.Differences.Select(d => d.En))}");
    }

    /// <summary>One host for all cases: the scheme is compiled once.</summary>
    public sealed class Schemes : IDisposable
    {
        private readonly SchemeHost _host = SchemeHost.Open(Plugins);

        public Schemes() => Runner = new CaseRunner(_host);

        public CaseRunner Runner { get; }

        public void Dispose() => _host.Dispose();
    }
}
