using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Timing.Tests;

/// <summary>What a refresh replaced is unloaded.</summary>
public sealed class RefreshManyTimesTests : RefreshBench
{
    [Fact]
    public void Refresh_ManyTimes_GivesTheOldContextsBack()
    {
        Change(10);

        for (var i = 0; i < 10 && Loaded() > 1; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(1, Loaded());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Change(int times)
    {
        Copy("national-revised", "soak", "1.0.0", "\"AtLeast(0.875)\"");
        Plugins.Edit("soak/scheme.json", "\"id\": \"national-revised\"", "\"id\": \"soak\"");
        for (var i = 1; i <= times; i++)
        {
            Plugins.Edit("soak/scheme.json", $"\"AtLeast({i - 1}.875)\"", $"\"AtLeast({i}.875)\"");
            Host.Refresh();
            Assert.Equal(27.125m - i, Margin("soak"));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Loaded() => AssemblyLoadContext.All.Count(c => c.Name?.StartsWith("soak@", StringComparison.Ordinal) == true);
}
