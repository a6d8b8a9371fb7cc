using FsCheck.Xunit;
using IndicatorRules.Packaging.Installing;
using IndicatorRules.Packaging.Packing;
using IndicatorRules.Packaging.Reading;
using IndicatorRules.Packaging.Tests.Support;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Packaging.Tests.Installing;

public sealed class PackageInstallerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Property(MaxTest = 20)]
    public bool Install_WhatWasPacked_IsTheSameSchemeAndPacksToTheSameBytes(byte threshold, FsCheck.NonNull<string> words)
    {
        using var folder = new TempFolder();
        var plugin = Plugin.Write(folder, "source", rule: $"AtLeast({threshold}) // {string.Concat(words.Get.Where(char.IsAsciiLetter))}");
        folder.Write($"source/cases/用例{threshold}.json", words.Get);
        var bytes = Plugin.BytesOf(PackageWriter.Write(plugin).OrThrow());

        var installed = new PackageInstaller(folder.In("plugins")).Install(PackageReader.Read(bytes, "p", []).OrThrow()).OrThrow();

        return Hash(plugin) == Hash(installed.Folder)
            && Plugin.BytesOf(PackageWriter.Write(installed.Folder).OrThrow()).AsSpan().SequenceEqual(bytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Install_OnAFullDisk_LeavesTheDirectoryAsItWas(int room)
    {
        var plugins = _folder.In("plugins");
        new PackageInstaller(plugins).Install(PackageReader.Read(Plugin.Packed(), "p", []).OrThrow()).OrThrow();
        var before = Snapshot.Of(plugins);

        var installed = new PackageInstaller(plugins, _ => [], new FullDisk(room))
            .Install(PackageReader.Read(Plugin.Packed(version: "2.0.0"), "p", []).OrThrow());

        Assert.Equal(["IR6067"], installed.Diagnostics.Select(d => d.Id));
        Assert.Equal(before, Snapshot.Of(plugins));
        Assert.Equal(["lock"], Directory.EnumerateFileSystemEntries(Path.Combine(plugins, WorkFolder.Name)).Select(Path.GetFileName));
    }

    [Fact]
    public void Install_SeveralVersions_StandSideBySide()
    {
        Install("1.0.0");
        Install("1.1.0");
        Install("2.0.0-beta.1");

        var found = SchemeCatalog.Discover(_folder.Path);
        Assert.Empty(found.Diagnostics);
        Assert.Equal(["2.0.0-beta.1", "1.1.0", "1.0.0"], found.Available.Select(a => $"{a.Version}"));
    }

    [Fact]
    public void Install_SameContentAgain_ChangesNothing()
    {
        Assert.True(Install("1.0.0").OrThrow().Changed);
        var before = Snapshot.Of(_folder.Path);

        Assert.False(Install("1.0.0").OrThrow().Changed);
        Assert.Equal(before, Snapshot.Of(_folder.Path));
    }

    [Fact]
    public void Install_SameVersionOtherContent_IsRefusedUnlessAskedFor()
    {
        Install("1.0.0").OrThrow();
        var before = Snapshot.Of(_folder.Path);

        Assert.Equal(["IR6024"], Install("1.0.0", "AtLeast(30)").Diagnostics.Select(d => d.Id));
        Assert.Equal(before, Snapshot.Of(_folder.Path));

        var folder = Install("1.0.0", "AtLeast(30)", replace: true).OrThrow().Folder;
        Assert.Equal("return AtLeast(30);\n", File.ReadAllText(Path.Combine(folder, "rules", "forest.csx")));
        Assert.Empty(SchemeCatalog.Discover(_folder.Path).Diagnostics);
    }

    [Fact]
    public void Install_VersionThatStandsInAFolderOfAnotherName_IsFoundThere()
    {
        Plugin.Write(_folder, "by-hand");

        var same = Install("1.0.0").OrThrow();
        Assert.Equal((_folder.In("by-hand"), false), (same.Folder, same.Changed));
        Assert.Equal(_folder.In("by-hand"), Install("1.0.0", "AtLeast(30)", replace: true).OrThrow().Folder);
        Assert.Empty(SchemeCatalog.Discover(_folder.Path).Diagnostics);
    }

    [Fact]
    public void Install_FolderOfSomethingElse_IsLeftAlone()
    {
        _folder.Write("forest-county.1.0.0/notes.txt", "mine");

        Assert.Equal(["IR6031"], Install("1.0.0", replace: true).Diagnostics.Select(d => d.Id));
        Assert.Equal("mine", File.ReadAllText(_folder.In("forest-county.1.0.0/notes.txt")));
    }

    [Fact]
    public void Install_WhileAnotherRunIsIn_IsRefused()
    {
        using var other = WorkFolder.TryEnter(_folder.Path, new PluginDisk());
        Assert.Equal(["IR6030"], Install("1.0.0").Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Install_CheckFindsErrors_LeavesTheDirectoryAsItWas()
    {
        Install("1.0.0").OrThrow();
        var before = Snapshot.Of(_folder.Path);
        var installer = new PackageInstaller(_folder.Path, folder =>
            [new Diagnostic(DiagnosticCatalog.ScriptNoItems, new Location(Path.Combine(folder, "scheme.json"), 3, 4), [])]);

        var refused = installer.Install(Package("2.0.0"));

        Assert.Equal(["forest-county.2.0.0.nupkg/scheme.json(3,4)"], refused.Diagnostics.Select(d => $"{d.Location}"));
        Assert.Equal(before, Snapshot.Of(_folder.Path));
    }

    [Fact]
    public void Install_SignatureThatIsAskedFor_JoinsTheSameContentAndIsNotTakenOffAgain()
    {
        Install("1.0.0").OrThrow();
        using var keys = Keys.Ecdsa();
        using var key = keys.Open();
        var signed = PackageReader.Read(Plugin.Packed(key: key), "p", [.. keys.Trusted]).OrThrow();

        Assert.True(new PackageInstaller(_folder.Path).Install(signed).OrThrow().Changed);
        Assert.False(Install("1.0.0").OrThrow().Changed);
        Assert.True(File.Exists(_folder.In("forest-county.1.0.0/package.signature.json")));
    }

    [Fact]
    public void Absent_Bases_AreThoseThatNoInstalledVersionAnswersTo()
    {
        var package = PackageReader.Read(
            Plugin.Packed("lower", extends: """ "extends": [{ "id": "forest-county", "version": "[1.0.0,2.0.0)" }],"""), "p", []).OrThrow();
        var installer = new PackageInstaller(_folder.Path);

        Install("2.0.0").OrThrow();
        Assert.Equal(["forest-county"], installer.Absent(package).Select(b => b.Id));
        Install("1.5.0").OrThrow();
        Assert.Empty(installer.Absent(package));
    }

    public void Dispose() => _folder.Dispose();

    private static string Hash(string plugin)
    {
        var catalog = SchemeCatalog.Discover(plugin);
        return catalog.Resolve("forest-county").OrThrow().Hash;
    }

    private static Package Package(string version, string rule = "AtLeast(20)") =>
        PackageReader.Read(Plugin.Packed(version: version, rule: rule), "p", []).OrThrow();

    private Result<Installation> Install(string version, string rule = "AtLeast(20)", bool replace = false) =>
        new PackageInstaller(_folder.Path).Install(Package(version, rule), replace);
}
