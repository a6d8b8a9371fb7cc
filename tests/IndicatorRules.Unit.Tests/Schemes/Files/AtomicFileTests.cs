using IndicatorRules.Contract;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Schemes.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("indicator-rules-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Begin_EveryStep_LeavesTheOldOrTheNew()
    {
        var path = At("a.txt");
        File.WriteAllText(path, "old");
        using (var file = AtomicFile.Begin(path))
        {
            Assert.Equal("old", File.ReadAllText(path));
            file.Stream.Write("ne"u8);
            file.Stream.Flush();
            Assert.Equal("old", File.ReadAllText(path));
        }

        Assert.Equal("old", File.ReadAllText(path));
        using (var file = AtomicFile.Begin(path))
        {
            file.Stream.Write("new"u8);
            file.Commit(durable: true);
            Assert.Equal("new", File.ReadAllText(path));
        }

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Begin_NotToReplace_LeavesWhatIsThere()
    {
        AtomicFile.Write(At("a.txt"), "old"u8, replace: false);
        Assert.ThrowsAny<IOException>(() => AtomicFile.Write(At("a.txt"), "new"u8, replace: false));
        Assert.Equal("old", File.ReadAllText(At("a.txt")));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Begin_NamedPartial_FollowsNoLinkThatStandsThere()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllText(At("victim"), "old");
        File.CreateSymbolicLink(At("a.partial"), "victim");
        using (var file = AtomicFile.Begin(At("a"), At("a.partial")))
        {
            file.Stream.Write("new"u8);
            file.Keep();
        }

        Assert.Equal(("old", "new"), (File.ReadAllText(At("victim")), File.ReadAllText(At("a.partial"))));
        File.Delete(At("a.partial"));
        File.CreateSymbolicLink(At("a.partial"), "victim");
        Assert.Null(AtomicFile.Resume(At("a"), At("a.partial")));
    }

    [Fact]
    public void Begin_OverAFile_KeepsItsRightsWhateverTheyAre()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        for (var rights = 0; rights < 512; rights += 3)
        {
            File.WriteAllText(At("a"), "");
            File.SetUnixFileMode(At("a"), (UnixFileMode)rights);
            AtomicFile.Write(At("a"), "new"u8);
            Assert.Equal((UnixFileMode)rights, File.GetUnixFileMode(At("a")));
            File.Delete(At("a"));
        }
    }

    [Fact]
    public void Target_FailureWhileWriting_LeavesNeitherFileNorFolders()
    {
        var target = FileTarget.Of("new/deep/a.txt", _folder);
        var fault = Assert.Throws<FileFaultException>(() => target.Write(_ => throw new IOException("full", 28)));
        Assert.True(fault.IsOfTheMachine);
        Assert.Contains("磁盘已满", fault.Diagnostic.Message(Language.Zh), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Target_FileThatMayNotBeWritten_IsRefusedThoughARenameCould()
    {
        File.WriteAllText(At("a"), "old");
        File.SetAttributes(At("a"), FileAttributes.ReadOnly);
        try
        {
            if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
            {
                Assert.Equal("IR1023", Assert.Throws<FileFaultException>(() => FileTarget.Of("a", _folder)).Diagnostic.Id);
            }
        }
        finally
        {
            File.SetAttributes(At("a"), FileAttributes.Normal);
        }

        Assert.Equal("old", File.ReadAllText(At("a")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Names_Empty_AreDiagnosticsEverywhere(string name)
    {
        Assert.Equal("IR1020", Assert.Throws<FileFaultException>(() => FileTarget.Of(name, _folder)).Diagnostic.Id);
        Assert.Equal("IR1001", Assert.Single(StrictJson.ReadFile(name).Diagnostics).Id);
    }

    [Fact]
    public void Plugins_InNoFolder_AreADiagnostic() => Assert.Equal("IR1001", Assert.Single(SchemeCatalog.Discover("").Diagnostics).Id);

    [Fact]
    public void Files_OfSystemsAndEditors_ArePassedOver()
    {
        foreach (var name in (string[])["b.json", "A.JSON", "._b.json", ".c.json", "~$d.json", "Thumbs.db", "e.json.bak", "desktop.ini"])
        {
            File.WriteAllText(At(name), "");
        }

        Assert.Equal(["A.JSON", "b.json"], PlainFile.In(_folder, ".json").Select(Path.GetFileName));
        Assert.Empty(PlainFile.In(_folder, ".db"));
    }

    [Theory]
    [InlineData("con")]
    [InlineData("NUL.json")]
    [InlineData("com1")]
    [InlineData("lpt9.x.y")]
    [InlineData("Lpt0")]
    [InlineData("COM¹.json")]
    [InlineData("a.")]
    [InlineData("a ")]
    [InlineData("a:b")]
    [InlineData("a?")]
    [InlineData("a|b")]
    [InlineData("a/b")]
    [InlineData("")]
    public void Names_ThatWindowsRefuses_AreNotPlain(string name) => Assert.False(PlainFile.IsPortableName(name));

    [Theory]
    [InlineData("\\u000b", "U+000B", 10)]
    [InlineData("中\\n\\u0000", "U+0000", 13)]
    [InlineData("😀\\\"\uFFFE", "U+FFFE", 14)]
    [InlineData("\\uffff", "U+FFFF", 10)]
    public void Text_ThatNoDocumentHolds_IsRefusedAtItsPlace(string text, string character, int column)
    {
        var told = Assert.Single(StrictJson.Read(System.Text.Encoding.UTF8.GetBytes($$"""{ "名": ["{{text}}"] }"""), "a.json").Diagnostics);
        Assert.Equal(("IR1027", 1, column), (told.Id, told.Location.Line, told.Location.Column));
        Assert.Contains(character, told.Message(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_WithTabsAndLineBreaks_IsSound() =>
        Assert.True(StrictJson.Read("""{ "a": "\t\r\n\u0085\u007f\ufffd😀" }"""u8.ToArray(), "a.json").Succeeded);

    private string At(string name) => Path.Combine(_folder, name);
}
