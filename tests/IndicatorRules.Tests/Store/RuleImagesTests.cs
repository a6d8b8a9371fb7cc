using IndicatorRules.Protocol;
using IndicatorRules.Scripting;
using IndicatorRules.Scripting.Images;
using IndicatorRules.Store;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Store;

/// <summary>What is stored is given again, and nothing else is stored.</summary>
public sealed class RuleImagesTests : IDisposable
{
    private readonly ImageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Get_StoredBefore_IsTheSameWithoutTheCompiler()
    {
        var first = _bench.Ask();
        var second = _bench.Ask();

        Assert.Equal((true, false), (first.Compiled, second.Compiled));
        Assert.Equal(first.Image, second.Image);
        Assert.Equal(first.Costs.Select(c => c.Steps), second.Costs.Select(c => c.Steps));
        Assert.Single(_bench.Images);
    }

    [Fact]
    public void Get_AnotherRequest_IsCompiled()
    {
        _bench.Ask(20);

        Assert.True(_bench.Ask(21).Compiled);
        Assert.Equal(2, _bench.Images.Length);
    }

    [Fact]
    public void Get_CompilerWithoutIdentity_StoresNothing()
    {
        Assert.NotNull(_bench.ImagesBy(new CountingCompiler(identity: null)).Get(ImageBench.Request(), default).Image);

        Assert.False(Directory.Exists(_bench.Folder));
    }

    [Fact]
    public void Get_AnotherCompiler_IsCompiled()
    {
        _bench.Ask();
        var other = new CountingCompiler("another");

        Assert.NotNull(_bench.ImagesBy(other).Get(ImageBench.Request(), default).Image);
        Assert.Equal(1, other.Asked);
    }

    [Fact]
    public void Get_ImageThatIsRefused_StoresNothing()
    {
        var forged = new CountingCompiler(inner: new FixedCompiler(new CompileResponse(new byte[64], [], [new RuleCost(1, [])])));

        Assert.Throws<ImageRefusedException>(() => _bench.ImagesBy(forged).Get(ImageBench.Request(), default));
        Assert.False(Directory.Exists(_bench.Folder));
    }

    [Fact]
    public void Get_ScriptThatIsWrong_StoresNothingAndTellsAgain()
    {
        var request = new CompileRequest([], [new(new("row", true, []), [], [], new RuleUnit("AtLest(1)", "scheme.json", 1, true), [])]);
        var compiler = new CountingCompiler();

        Assert.Equal("IR4002", _bench.ImagesBy(compiler).Get(request, default).Faults.Single().Id);
        Assert.Equal("IR4002", _bench.ImagesBy(compiler).Get(request, default).Faults.Single().Id);
        Assert.Equal(2, compiler.Asked);
        Assert.Empty(_bench.Images);
    }

    [Fact]
    public void Get_InTheProgramsOwnFolder_LeavesTheUsersAlone()
    {
        var shipped = _bench.Folder + "-shipped";
        var shipping = new RuleImages(new CountingCompiler(), SchemeStore.In(StoreFolder.OfProgram(shipped)));
        Assert.NotNull(shipping.Get(ImageBench.Request(), default).Image);
        var compiler = new CountingCompiler();

        var images = new RuleImages(compiler, SchemeStore.Of(shipped, _bench.Folder, _bench.Clock));
        Assert.NotNull(images.Get(ImageBench.Request(), default).Image);

        Assert.Equal(0, compiler.Asked);
        Assert.False(Directory.Exists(_bench.Folder));
    }

    [Fact]
    public void Assess_EverySchemeStored_NeedsNoCompiler()
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
        StoreDirectory = _bench.Folder,
    });
}
