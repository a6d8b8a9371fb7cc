using System.Diagnostics;
using System.Runtime.Versioning;
using IndicatorRules.Store;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Store;

/// <summary>Only this user's own folder and files are trusted; a store that cannot be used is none, and no fault.</summary>
public sealed class StoreFolderTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly ImageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [UnixFact, UnsupportedOSPlatform("windows")]
    public void Write_OnUnix_IsForThisUserAlone()
    {
        var (_, file) = _bench.Store();

        Assert.Equal(Own, File.GetUnixFileMode(_bench.Folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [UnixTheory, UnsupportedOSPlatform("windows")]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void Get_FolderThatOthersMayWriteIn_IsNotUsed(UnixFileMode right)
    {
        var (image, file) = _bench.Store();
        var stored = File.ReadAllBytes(file);
        File.SetUnixFileMode(_bench.Folder, Own | right);

        var (anew, _, compiled) = _bench.Ask();

        Assert.True(compiled);
        Assert.Equal(image, anew);
        Assert.Equal(stored, File.ReadAllBytes(file));
        Assert.True(_bench.Ask(21).Compiled);
        Assert.Single(_bench.Images);
    }

    [UnixFact, UnsupportedOSPlatform("windows")]
    public void Get_FolderOfAnotherUser_IsNotUsed()
    {
        _bench.Store();
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

        Assert.False(FileOwner.IsOwn(foreign));
        Assert.True(foreign == "/usr" || _bench.Ask().Compiled);
    }

    /// <summary>As it may lie there from a time when others could write in the folder.</summary>
    [UnixFact, UnsupportedOSPlatform("windows")]
    public void Get_FileThatOthersMayWrite_IsReplaced()
    {
        var (image, file) = _bench.Store();
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);

        var (anew, _, compiled) = _bench.Ask();

        Assert.True(compiled);
        Assert.Equal(image, anew);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.False(_bench.Ask().Compiled);
    }

    [UnixFact, UnsupportedOSPlatform("windows")]
    public void Get_FileOfAnotherUser_IsReplaced()
    {
        var (image, file) = _bench.Store();
        if (!Environment.IsPrivilegedProcess)
        {
            // Only the superuser may give a file away.
            return;
        }

        using var given = Process.Start("chown", ["1", file]);
        given.WaitForExit();

        Assert.Equal(image, _bench.Ask().Image);
        Assert.True(FileOwner.IsOwn(file));
    }

    [Fact]
    public void Get_FolderThatCannotBeMade_WorksWithoutIt()
    {
        File.WriteAllText(_bench.Folder, "a file where the folder would be");

        Assert.Equal((true, true), (_bench.Ask().Compiled, _bench.Ask().Compiled));
        Assert.Equal("a file where the folder would be", File.ReadAllText(_bench.Folder));
    }
}
