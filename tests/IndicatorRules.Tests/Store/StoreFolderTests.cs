using System.Diagnostics;
using System.Runtime.Versioning;
using IndicatorRules.Scripting.Caching;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Scripting.Caching;

/// <summary>Only this user's own folder and key are trusted; a cache that cannot be is none, and no fault.</summary>
public sealed class CacheFolderTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly ImageBench _bench = new();

    private string Secret => Path.Combine(_bench.Folder, "key");

    public void Dispose() => _bench.Dispose();

    [UnixFact, UnsupportedOSPlatform("windows")]
    public void Keep_OnUnix_IsForThisUserAlone()
    {
        var (_, file) = _bench.Keep();

        Assert.Equal(Own, File.GetUnixFileMode(_bench.Folder));
        Assert.All((string[])[file, Secret], f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
    }

    [UnixTheory, UnsupportedOSPlatform("windows")]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void Get_FolderThatOthersMayWriteIn_IsNotUsed(UnixFileMode right)
    {
        var (image, file) = _bench.Keep();
        var kept = File.ReadAllBytes(file);
        // In such a folder even the key is somebody's file, and stays.
        File.WriteAllText(Secret, "of another");
        File.SetUnixFileMode(_bench.Folder, Own | right);

        var (anew, _, compiled) = _bench.Ask();

        Assert.True(compiled);
        Assert.Equal(image, anew);
        Assert.Equal(kept, File.ReadAllBytes(file));
        Assert.Equal("of another", File.ReadAllText(Secret));
        Assert.True(_bench.Ask(21).Compiled);
        Assert.Single(_bench.Entries);
    }

    [UnixFact, UnsupportedOSPlatform("windows")]
    public void Get_FolderOfAnotherUser_IsNotUsed()
    {
        _bench.Keep();
        // Who may give files away gives this one away; who may not asks in a folder of the superuser's.
        var foreign = _bench.Folder;
        if (Environment.IsPrivilegedProcess)
        {
            using var given = Process.Start("chown", ["1", foreign]);
            given.WaitForExit();
            Assert.Equal(0, given.ExitCode);
        }
        else
        {
            foreign = "/usr";
        }

        Assert.False(FileOwner.HoldsFolder(foreign));
        Assert.True(foreign == "/usr" || _bench.Ask().Compiled);
    }

    [UnixFact, UnsupportedOSPlatform("windows")]
    public void Get_KeyThatOthersMayRead_IsReplacedAndOldEntriesAreCompiledAnew()
    {
        var (image, _) = _bench.Keep();
        var old = File.ReadAllBytes(Secret);
        File.SetUnixFileMode(Secret, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var (anew, _, compiled) = _bench.Ask();

        Assert.True(compiled);
        Assert.Equal(image, anew);
        Assert.NotEqual(old, File.ReadAllBytes(Secret));
        Assert.False(_bench.Ask().Compiled);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Get_KeyOfAnotherLength_IsReplaced(int length)
    {
        _bench.Keep();
        File.WriteAllBytes(Secret, new byte[length]);

        Assert.Equal((true, false), (_bench.Ask().Compiled, _bench.Ask().Compiled));
        Assert.Equal(32, File.ReadAllBytes(Secret).Length);
    }

    [Fact]
    public void Get_KeyGone_IsCompiledAnew()
    {
        _bench.Keep();
        File.Delete(Secret);

        Assert.Equal((true, false), (_bench.Ask().Compiled, _bench.Ask().Compiled));
    }

    [Fact]
    public void Get_FolderThatCannotBeMade_WorksWithoutIt()
    {
        File.WriteAllText(_bench.Folder, "a file where the folder would be");

        Assert.Equal((true, true), (_bench.Ask().Compiled, _bench.Ask().Compiled));
        Assert.Equal("a file where the folder would be", File.ReadAllText(_bench.Folder));
    }
}
