using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Scripting.Caching;
using IndicatorRules.Scripting.Images;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Scripting.Caching;

/// <summary>What is kept is given again, and nothing else is kept.</summary>
public sealed class RuleImagesTests : IDisposable
{
    private readonly ImageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Get_KeptBefore_IsTheSameWithoutTheCompiler()
    {
        var first = _bench.Ask();
        var second = _bench.Ask();

        Assert.Equal((true, false), (first.Compiled, second.Compiled));
        Assert.Equal(first.Image, second.Image);
        Assert.Equal(first.Costs.Select(c => c.Steps), second.Costs.Select(c => c.Steps));
        Assert.Single(_bench.Entries);
    }

    [Fact]
    public void Get_AnotherRequest_IsCompiled()
    {
        _bench.Ask(20);

        Assert.True(_bench.Ask(21).Compiled);
        Assert.Equal(2, _bench.Entries.Length);
    }

    [Fact]
    public void Get_CompilerWithoutIdentity_KeepsNothing()
    {
        Assert.NotNull(_bench.Images(new CountingCompiler(identity: null)).Get(ImageBench.Request(), default).Image);

        Assert.False(Directory.Exists(_bench.Folder));
    }

    [Fact]
    public void Get_AnotherCompiler_IsCompiled()
    {
        _bench.Ask();
        var other = new CountingCompiler("another");

        Assert.NotNull(_bench.Images(other).Get(ImageBench.Request(), default).Image);
        Assert.Equal(1, other.Asked);
    }

    [Fact]
    public void Get_ImageThatIsRefused_KeepsNothing()
    {
        var forged = new CountingCompiler(inner: new FixedCompiler(new CompileResponse(new byte[64], [], [new RuleCost(1, [])])));

        Assert.Throws<ImageRefusedException>(() => _bench.Images(forged).Get(ImageBench.Request(), default));
        Assert.False(Directory.Exists(_bench.Folder));
    }

    [Fact]
    public void Get_ScriptThatIsWrong_KeepsNothingAndTellsAgain()
    {
        var request = new CompileRequest([], [new(new("row", true, []), [], [], new RuleUnit("AtLest(1)", "scheme.json", 1, true), [])]);
        var compiler = new CountingCompiler();

        Assert.Equal("IR4002", _bench.Images(compiler).Get(request, default).Faults.Single().Id);
        Assert.Equal("IR4002", _bench.Images(compiler).Get(request, default).Faults.Single().Id);
        Assert.Equal(2, compiler.Asked);
        Assert.Empty(_bench.Entries);
    }

    [Fact]
    public void Get_InTheProgramsOwnStore_LeavesTheUsersAlone()
    {
        var shipped = EntryStore.OfTheProgram(_bench.Folder + "-shipped");
        Assert.NotNull(new RuleImages(new CountingCompiler(), [shipped]).Get(ImageBench.Request(), default).Image);
        var compiler = new CountingCompiler();

        Assert.NotNull(new RuleImages(compiler, [shipped, _bench.Store()]).Get(ImageBench.Request(), default).Image);

        Assert.Equal(0, compiler.Asked);
        Assert.False(Directory.Exists(_bench.Folder));
    }

    [Fact]
    public void Assess_EverySchemeKept_NeedsNoCompiler()
    {
        var (first, second) = (new CountingCompiler(), new CountingCompiler());

        var fresh = JsonOf.Assessment(HostWith(first), Jingle.WhatIf);
        var kept = JsonOf.Assessment(HostWith(second), Jingle.WhatIf);

        Assert.Equal((3, 0), (first.Asked, second.Asked));
        Assert.Equal(fresh, kept);
    }

    private SchemeHost HostWith(IRuleCompiler compiler) => SchemeHost.Open(new SchemeHostOptions
    {
        PluginDirectories = [Repo.Plugins],
        Compiler = compiler,
        CacheDirectory = _bench.Folder,
    });
}
