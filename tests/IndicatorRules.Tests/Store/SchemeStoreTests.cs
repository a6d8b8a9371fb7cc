using IndicatorRules.Protocol;
using IndicatorRules.Scripting;
using IndicatorRules.Store;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Store;

/// <summary>What a host stores for the next process, and what ships with a program, as a whole.</summary>
[Trait("Category", "Slow")]
public sealed class SchemeStoreTests : IDisposable
{
    private readonly ImageBench _bench = new();
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _bench.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Assess_EverythingStored_StartsNoWorkerAndLoadsNoCompiler()
    {
        using var first = new CompileWorker();
        using var second = new CompileWorker();

        var fresh = JsonOf.Assessment(HostWith(first), Jingle.WhatIf);
        var stored = JsonOf.Assessment(HostWith(second), Jingle.WhatIf);

        Assert.Equal(fresh, stored);
        Assert.NotNull(first.ProcessId);
        Assert.Null(second.ProcessId);
        Assert.DoesNotContain(
            AppDomain.CurrentDomain.GetAssemblies(),
            a => a.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_OneSchemeEdited_CompilesNoOther()
    {
        _folder.CopyFrom(Repo.Plugins);
        using (var first = Over(new CountingCompiler(), _folder.Path))
        {
            first.Assess(Jingle.WhatIf).OrThrow();
        }

        _folder.Edit("national-revised/scheme.json", "\"AtLeast(20)\"", "\"AtLeast(26)\"");
        var compiler = new CountingCompiler();
        using var second = Over(compiler, _folder.Path);
        second.Assess(Jingle.WhatIf).OrThrow();

        Assert.Equal(1, compiler.Asked);
        Assert.Equal((2, 4), (Directory.GetFiles(_bench.Folder, "*.bundle").Length, _bench.Images.Length));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Precompile_ThenAssessWithIt_NeedsNoCompilerAndNoFolderOfTheUser(bool hasUserFolder)
    {
        var shipped = Path.Combine(_folder.Path, "precompiled");
        Precompilation.Run([Repo.Plugins], shipped);
        var files = Directory.GetFiles(shipped).ToDictionary(f => f, File.ReadAllBytes);
        using var worker = new CompileWorker();
        using var host = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [Repo.Plugins],
            Compiler = worker,
            PrecompiledDirectory = shipped,
            StoreDirectory = hasUserFolder ? _bench.Folder : null,
        });

        Assert.True(host.Assess(Jingle.WhatIf).Succeeded);

        Assert.Null(worker.ProcessId);
        Assert.False(Directory.Exists(_bench.Folder));
        Assert.Equal(files, Directory.GetFiles(shipped).ToDictionary(f => f, File.ReadAllBytes));
        Assert.Equal((1, 3, 3), (Count("bundle"), Count("image"), Count("dll")));
        int Count(string extension) => files.Keys.Count(f => f.EndsWith("." + extension, StringComparison.Ordinal));
    }

    /// <summary>A folder that ships with a program is never written to, not even by a host that has no other.</summary>
    [Fact]
    public void Assess_SchemeThatWasNotShipped_LeavesTheShippedFolderAlone()
    {
        var shipped = Path.Combine(_folder.Path, "precompiled");
        using var host = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [Repo.Plugins],
            Compiler = RememberingCompiler.Instance,
            PrecompiledDirectory = shipped,
            StoreDirectory = null,
        });

        Assert.True(host.Assess(Jingle.WhatIf).Succeeded);

        Assert.False(Directory.Exists(shipped));
        Assert.Empty(host.Notices);
    }

    [Theory]
    [InlineData("as they were")]
    [InlineData("damaged")]
    [InlineData("another's")]
    public void Precompile_AssembliesBesideTheImages_JudgeAsTheImagesDo(string assemblies)
    {
        var shipped = Path.Combine(_folder.Path, "precompiled");
        Precompilation.Run([Repo.Plugins], shipped);
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
                File.Copy(typeof(SchemeStoreTests).Assembly.Location, file, overwrite: true);
            }
        }

        using var worker = new CompileWorker();
        using var host = HostWith(worker, shipped, unloadable: false);

        Assert.Equal(JsonOf.Assessment(Host(), Jingle.WhatIf), JsonOf.Assessment(host, Jingle.WhatIf));
        Assert.Null(worker.ProcessId);
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Where(a => a.Location.StartsWith(shipped, StringComparison.Ordinal));
        // Another's is loaded to be recognized, and none of it runs.
        Assert.Equal(assemblies == "as they were", loaded.Any(a => a.FullName != typeof(SchemeStoreTests).Assembly.FullName));
    }

    private SchemeHost Host() => HostWith(RememberingCompiler.Instance);

    private SchemeHost Over(IRuleCompiler compiler, string plugins) =>
        SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [plugins], Compiler = compiler, StoreDirectory = _bench.Folder });

    private SchemeHost HostWith(IRuleCompiler compiler, string? shipped = null, bool unloadable = true) =>
        SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [Repo.Plugins],
            Compiler = compiler,
            PrecompiledDirectory = shipped,
            Unloadable = unloadable,
            StoreDirectory = _bench.Folder,
        });
}
