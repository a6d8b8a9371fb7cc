using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Scripting;

/// <summary>What a host loaded is given back.</summary>
public sealed class UnloadingTests
{
    [Fact]
    public void Dispose_AfterAssessing_GivesEverySchemeBack()
    {
        using var folder = TempPlugin.Named("unloaded");
        var kept = OpenAndDispose(folder.Path, 20);

        for (var i = 0; i < 10 && Loaded().Length > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Empty(Loaded());
        Assert.Equal(20, kept.Count);
        Assert.All(kept, a => Assert.NotEmpty(a.Row(3).Reasons(Language.Zh)));
    }

    // Not inlined, so that no local of this frame keeps a scheme; the assessments outlive their hosts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<Assessment> OpenAndDispose(string plugin, int times)
    {
        var facts = TinyFacts.Read(TinyFacts.Text).OrThrow();
        var kept = new List<Assessment>();
        for (var i = 0; i < times; i++)
        {
            using var host = Hosts.Over(plugin);
            kept.Add(host.Assess(facts, new AssessOptions { Scheme = "unloaded" }).OrThrow());
            Assert.NotEmpty(Loaded());
        }

        return kept;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string[] Loaded() =>
        [.. AssemblyLoadContext.All.Select(c => c.Name ?? "").Where(n => n.StartsWith("unloaded@", StringComparison.Ordinal))];
}
