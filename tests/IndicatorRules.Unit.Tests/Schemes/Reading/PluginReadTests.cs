using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Reading;
using PluginFolder = IndicatorRules.Schemes.Tests.Support.PluginFolder;

namespace IndicatorRules.Schemes.Tests.Reading;

public sealed class PluginReadTests : IDisposable
{
    private readonly PluginFolder _plugins = new PluginFolder().Add("a", "a").Write("a/rules/a.csx", "return AtLeast(20);");

    private string Folder => Path.Combine(_plugins.Root, "a");

    public void Dispose() => _plugins.Dispose();

    [Fact]
    public void Steady_NothingChanged_IsTheEarlierRead()
    {
        var first = PluginRead.Steady(Folder, PluginRead.Now(Folder));
        Assert.Same(first, PluginRead.Steady(Folder, first));
    }

    [Theory]
    [InlineData("a/rules/a.csx", "return AtLeast(21);")]
    [InlineData("a/rules/b.csx", "return AtLeast(20);")]
    [InlineData("a/scheme.json", "{")]
    public void Steady_SomethingWritten_IsReadAgain(string file, string text)
    {
        var first = PluginRead.Steady(Folder, null);
        _plugins.Write(file, text);
        Assert.NotSame(first, PluginRead.Steady(Folder, first));
    }

    [Fact]
    public void Steady_WrittenWhileItIsRead_IsReadOnceMore()
    {
        var read = PluginRead.Steady(Folder, null, Writing(1));
        Assert.Equal(("AtLeast(20)", true), (read.Read.OrThrow().Indicators[0].Own.Rule!.Code, read.Fingerprint is not null));
        Assert.Same(read, PluginRead.Steady(Folder, read));
    }

    [Fact]
    public void Steady_NeverAtRest_IsADiagnostic()
    {
        var read = PluginRead.Steady(Folder, null, Writing(int.MaxValue));
        Assert.Equal("IR3011", Assert.Single(read.Read.Diagnostics).Id);
        Assert.Null(read.Fingerprint);
    }

    // A reader in whose back somebody writes, so many times.
    private Func<string, Result<SchemeDraft>> Writing(int times)
    {
        var written = 0;
        return folder =>
        {
            var read = SchemeReader.Read(folder);
            if (written++ < times)
            {
                _plugins.Write("a/rules/a.csx", $"return AtLeast({written});");
            }

            return read;
        };
    }

    [Fact]
    public void Lost_FolderThere_StandsForItWithADiagnostic() =>
        Assert.Equal("IR3009", Assert.Single(PluginRead.Lost(PluginRead.Now(Folder))!.Read.Diagnostics).Id);

    [Fact]
    public void Lost_FolderGone_IsNothing()
    {
        var read = PluginRead.Now(Folder);
        Directory.Delete(Folder, recursive: true);
        Assert.Null(PluginRead.Lost(read));
    }
}
