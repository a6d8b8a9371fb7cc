using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Scripting;
using IndicatorRules.Scripting.Caching;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Scripting.Caching;

/// <summary>What a host keeps for the next process, as a whole.</summary>
public sealed class HostCacheTests : IDisposable
{
    // Well-formed, and refused by the schema alone.
    private static readonly string Misspelt = File.ReadAllText(Repo.Sample("jingle-2022")).Replace("\"place\"", "\"nott\": \"\", \"place\"", StringComparison.Ordinal);

    private readonly ImageBench _bench = new();
    private readonly TempFolder _folder = new();

    private string[] Passed => Directory.Exists(_bench.Folder) ? Directory.GetFiles(_bench.Folder, "*.valid") : [];

    public void Dispose()
    {
        _bench.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Assess_EverythingKept_StartsNoWorkerAndLoadsNoCompiler()
    {
        using var first = new CompileWorker();
        using var second = new CompileWorker();

        var fresh = JsonOf.Assessment(HostWith(first), Jingle.WhatIf);
        var kept = JsonOf.Assessment(HostWith(second), Jingle.WhatIf);

        Assert.Equal(fresh, kept);
        Assert.NotNull(first.ProcessId);
        Assert.Null(second.ProcessId);
        Assert.DoesNotContain(
            AppDomain.CurrentDomain.GetAssemblies(),
            a => a.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void ReadFacts_ThatPass_IsNotedOnce()
    {
        var host = Host();
        Assert.Equal(3, Passed.Length);

        Assert.True(host.ReadFacts(Repo.Sample("jingle-2022")).Succeeded);
        Assert.True(Host().ReadFacts(Repo.Sample("jingle-2022")).Succeeded);

        Assert.Equal(4, Passed.Length);
    }

    [Fact]
    public void ReadFacts_ThatDoNotPass_IsToldEveryTime()
    {
        var path = _folder.Write("facts.json", Misspelt);

        Assert.Equal(Ids(Host().ReadFacts(path)), Ids(Host().ReadFacts(path)));
        Assert.NotEmpty(Ids(Host().ReadFacts(path)));
        Assert.Equal(3, Passed.Length);
    }

    [Fact]
    public void ReadFacts_EditedAfterItPassed_IsValidatedAgain()
    {
        var path = _folder.Write("facts.json", File.ReadAllText(Repo.Sample("jingle-2022")));
        Assert.True(Host().ReadFacts(path).Succeeded);
        _folder.Edit("facts.json", "\"place\"", "\"plaec\"");

        Assert.NotEmpty(Ids(Host().ReadFacts(path)));
    }

    [Fact]
    public void ReadFacts_NotePlantedForAFileThatDoesNotPass_IsNotBelieved()
    {
        var path = _folder.Write("facts.json", Misspelt);
        var told = Ids(Host().ReadFacts(path));
        var key = HostCache.Key("facts.schema.json", Schemes.Json.StrictJson.ReadFile(path).OrThrow().Hash);
        var file = Path.Combine(_bench.Folder, key.FileName);

        foreach (var seal in (EntrySeal[])[new EntrySeal(new byte[32]), EntrySeal.OfTheProgram])
        {
            File.WriteAllBytes(file, seal.Close(key, []));
            Assert.Equal(told, Ids(Host().ReadFacts(path)));
            Assert.False(File.Exists(file));
        }

        // The user's own seal is believed: the key is that of this very file.
        _bench.Store().Keep(key, [], new CacheBound(100, 10_000));
        Assert.NotEqual(told, Ids(Host().ReadFacts(path)));
    }

    [Fact]
    public void Open_NotesDamaged_ValidatesAgainAndNotesAnew()
    {
        Host();
        foreach (var file in Passed)
        {
            File.WriteAllText(file, "damaged");
        }

        Assert.Equal(3, Host().Catalog.Available.Count());
        Assert.All(Passed, f => Assert.Equal(32, new FileInfo(f).Length));
    }

    [Fact]
    public void Precompile_ThenAssessWithIt_NeedsNoCompilerAndNoCache()
    {
        var shipped = Path.Combine(_folder.Path, "precompiled");
        Precompilation.Run([Repo.Plugins], shipped, default);
        using var worker = new CompileWorker();
        using var host = HostWith(worker, shipped);

        Assert.True(host.Assess(Jingle.WhatIf).Succeeded);

        Assert.Null(worker.ProcessId);
        Assert.False(Directory.Exists(_bench.Folder));
        Assert.Equal(3, Directory.GetFiles(shipped, "*.image").Length);
    }

    [Theory]
    [InlineData("as they were")]
    [InlineData("damaged")]
    [InlineData("another's")]
    public void Precompile_AssembliesBesideTheEntries_JudgeAsTheEntriesDo(string assemblies)
    {
        var shipped = Path.Combine(_folder.Path, "precompiled");
        Precompilation.Run([Repo.Plugins], shipped, default);
        var files = Directory.GetFiles(shipped, "*.dll");
        Assert.Equal(3, files.Length);
        foreach (var file in files)
        {
            if (assemblies == "damaged")
            {
                File.WriteAllText(file, "damaged");
            }
            else if (assemblies == "another's")
            {
                File.Copy(typeof(HostCacheTests).Assembly.Location, file, overwrite: true);
            }
        }

        using var worker = new CompileWorker();
        using var host = HostWith(worker, shipped, unloadable: false);

        Assert.Equal(JsonOf.Assessment(Host(), Jingle.WhatIf), JsonOf.Assessment(host, Jingle.WhatIf));
        Assert.Null(worker.ProcessId);
        Assert.Equal(assemblies == "as they were", AppDomain.CurrentDomain.GetAssemblies().Any(a => a.Location.StartsWith(shipped, StringComparison.Ordinal)));
    }

    private static string[] Ids<T>(Result<T> result)
        where T : class => [.. result.Diagnostics.Select(d => d.Id)];

    private SchemeHost Host() => HostWith(RememberingCompiler.Instance);

    private SchemeHost HostWith(Schemes.Compiling.IRuleCompiler compiler, string? shipped = null, bool unloadable = true) => SchemeHost.Open(new SchemeHostOptions
    {
        PluginDirectories = [Repo.Plugins],
        Compiler = compiler,
        PrecompiledDirectory = shipped,
        Unloadable = unloadable,
        CacheDirectory = _bench.Folder,
    });
}
