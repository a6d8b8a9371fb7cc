using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IndicatorRules.Extending.Tests.Support;
using IndicatorRules.Facts;

namespace IndicatorRules.Extending.Tests;

/// <summary>Extensions replaced, removed and let go of: the old runs to its end and is unloaded.</summary>
public sealed class ExtensionRefreshTests : ExtensionBench
{
    [Fact]
    public void Refresh_Replaced_TakesTheNewAndUnloadsTheOld()
    {
        Plugins.Add("bureau", "\"old\"");
        var old = Plugins.Declared().Single().Hash;
        Plugins.Add("bureau", "\"new\"");
        var now = Plugins.Declared().Single().Hash;
        Plugins.Add("bureau", "\"old\"");
        using var extensions = ExtensionHost.Open(Plugins.Trusting([old, now]));
        Assert.Equal("old", Note(extensions, "bureau"));

        Plugins.Add("bureau", "\"new\"");
        Assert.Equal("old", Note(extensions, "bureau"));
        Assert.Empty(extensions.Refresh());

        Assert.Equal("new", Note(extensions, "bureau"));
        Assert.Equal(1, ContextsAfterCollection("bureau"));
    }

    [Theory]
    [InlineData("not trusted", "IR6050")]
    [InlineData("throws", "IR6056")]
    [InlineData("carries the contract", "IR6052")]
    public void Refresh_BrokenReplacement_IsToldAndTheOldGoesOn(string how, string id)
    {
        Plugins.Add("bureau", "\"old\"");
        var old = Plugins.Declared().Single().Hash;
        var broken = Strangers("bureau", how == "throws" ? "public Reader() { throw new Exception(\"no\"); }" : "", "return null;");
        using var other = new Support.Plugins();
        var trusted = how == "throws" ? [old, other.Add("bureau", broken).Declared().Single().Hash] : ImmutableHashSet.Create(old);
        using var extensions = ExtensionHost.Open(Plugins.Trusting(trusted));
        Assert.Equal("old", Note(extensions, "bureau"));

        Plugins.Add("bureau", broken);
        if (how == "carries the contract")
        {
            File.WriteAllBytes(Path.Combine(Plugins.Folder, "extensions/bureau/IndicatorRules.Contract.dll"), [1]);
        }

        Assert.Equal([id], extensions.Refresh().Select(d => d.Id));
        Assert.Equal("old", Note(extensions, "bureau"));
    }

    [Fact]
    public void Refresh_Removed_IsGone()
    {
        Plugins.Add("bureau", "\"old\"");
        using var extensions = Plugins.Open();
        Assert.Equal("old", Note(extensions, "bureau"));

        Directory.Delete(Path.Combine(Plugins.Folder, "extensions"), recursive: true);
        extensions.Refresh();

        Assert.Equal(["IR6051"], Faults(extensions, "bureau"));
        Assert.Equal(0, ContextsAfterCollection("bureau"));
    }

    [Fact]
    public async Task Refresh_WhileACallRuns_LetsItFinishOnTheOld()
    {
        const string Wait = "File.WriteAllText(Path.Combine(Path.GetTempPath(), \"{0}.in\"), \"\");"
            + " while (!File.Exists(Path.Combine(Path.GetTempPath(), \"{0}.go\"))) Thread.Sleep(10);";
        var token = Path.GetFileName(Plugins.Directory.TrimEnd('/')) + Path.GetFileName(Path.GetDirectoryName(Plugins.Directory)!);
        var wait = Wait.Replace("{0}", token, StringComparison.Ordinal);
        var source = Built.Reader("\"old\"").Replace(
            "public FactsReading Read(Stream file, string name) =>",
            $"public FactsReading Read(Stream file, string name) {{ {wait} return Made(); }} FactsReading Made() =>",
            StringComparison.Ordinal);
        Plugins.Add("bureau", Built.Extension("bureau", source));
        var old = Plugins.Declared().Single().Hash;
        using var next = new Support.Plugins();
        using var extensions = ExtensionHost.Open(Plugins.Trusting([old, next.Add("bureau", "\"new\"").Declared().Single().Hash]));
        var path = Plugins.Facts("bureau");
        var running = Task.Run(() => extensions.ReadFacts(path).OrThrow().Facts.Note);
        var (entered, go) = (Path.Combine(Path.GetTempPath(), $"{token}.in"), Path.Combine(Path.GetTempPath(), $"{token}.go"));
        while (!File.Exists(entered) && !running.IsCompleted)
        {
            await Task.Delay(10);
        }

        Plugins.Add("bureau", "\"new\"");
        Assert.Empty(extensions.Refresh());
        Assert.Equal("new", Note(extensions, "bureau"));
        await File.WriteAllTextAsync(go, "");

        Assert.Equal("old", await running);
        File.Delete(entered);
        File.Delete(go);
    }

    [Fact]
    public void Dispose_AfterUse_UnloadsAndLeavesNoCopyBehind()
    {
        UseOnce("leaving");

        Assert.Equal(0, ContextsAfterCollection("leaving"));
        Assert.All(
            Directory.GetDirectories(Path.GetTempPath(), "indicator-rules-*"),
            d => Assert.False(File.Exists(Path.Combine(d, "leaving.dll"))));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void UseOnce(string name)
    {
        Plugins.Add(name, "\"x\"");
        using var extensions = Plugins.Open();
        Assert.Equal("x", Note(extensions, name));
    }
}
