using System.IO.Compression;
using System.Text;
using IndicatorRules.Packaging.Packing;
using IndicatorRules.Packaging.Tests.Support;
using NuGet.Packaging;

namespace IndicatorRules.Packaging.Tests.Packing;

public sealed class PackageWriterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Write_SameFilesElsewhereAndLater_GivesTheSameBytes()
    {
        var one = Plugin.Write(_folder, "one");
        var two = Plugin.Write(_folder, "two");
        File.SetLastWriteTimeUtc(Path.Combine(two, "scheme.json"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(Bytes(one), Bytes(two));
    }

    [Fact]
    public void Write_Plugin_TellsFeedsWhatItIs()
    {
        var package = Bytes(Plugin.Write(_folder, "p", extends: """ "extends": [{ "id": "upper", "version": "[1.0.0,2.0.0)" }],"""));

        using var reader = new PackageArchiveReader(new MemoryStream(package));
        var nuspec = reader.NuspecReader;
        Assert.Equal(("forest-county", "1.0.0"), (nuspec.GetId(), nuspec.GetVersion().ToNormalizedString()));
        Assert.Equal(("林业县指标体系", "某县"), (nuspec.GetTitle(), nuspec.GetAuthors()));
        Assert.Contains("Indicators of a forest county", nuspec.GetDescription(), StringComparison.Ordinal);
        Assert.Equal("IndicatorRulesScheme", Assert.Single(nuspec.GetPackageTypes()).Name);
        var upper = Assert.Single(Assert.Single(nuspec.GetDependencyGroups()).Packages);
        Assert.Equal(("upper", "[1.0.0, 2.0.0)"), (upper.Id, upper.VersionRange.ToNormalizedString()));
    }

    [Fact]
    public void Write_Plugin_ListsEveryFileWithLengthAndHash()
    {
        var entries = Zip.Entries(Bytes(Plugin.Write(_folder, "p"))).ToDictionary(e => e.Name, e => e.Bytes);

        var manifest = Encoding.UTF8.GetString(entries["package.manifest.json"]);
        var files = entries.Where(e => e.Key.StartsWith("plugin/", StringComparison.Ordinal)).ToList();
        Assert.Equal(["plugin/README.md", "plugin/rules/forest.csx", "plugin/scheme.json"], files.Select(f => f.Key)
            .Order(StringComparer.Ordinal));
        Assert.All(files, f =>
        {
            Assert.Contains($"\"path\": \"{f.Key["plugin/".Length..]}\"", manifest, StringComparison.Ordinal);
            Assert.Contains($"\"length\": {f.Value.Length}", manifest, StringComparison.Ordinal);
            Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(f.Value)), manifest,
                StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Write_FilesThatDoNotBelong_LeavesThemOutAndSaysSo()
    {
        var plugin = Plugin.Write(_folder, "p");
        _folder.Write("p/草稿.xlsx", "x");
        _folder.Write("p/bin/evil.dll", "x");
        _folder.Write("p/rules/notes.txt", "x");
        _folder.Write("p/.git/config", "x");
        _folder.Write("p/cases/恰好等于.json", "{}");

        var packed = PackageWriter.Write(plugin).OrThrow();

        Assert.Equal(["README.md", "cases/恰好等于.json", "rules/forest.csx", "scheme.json"], packed.Files.Select(f => f.Path));
        Assert.Equal(
            ["IR6029 bin", "IR6029 rules/notes.txt", "IR6029 草稿.xlsx"],
            PackageWriter.Write(plugin).Diagnostics.Select(d => $"{d.Id} {d.Arguments[0].Zh}"));
    }

    [Fact]
    public void Write_BrokenScheme_IsRefusedWithItsOwnDiagnostics()
    {
        var plugin = Plugin.Write(_folder, "p");
        _folder.Write("p/scheme.json", "{ \"id\": 1 }");

        var packed = PackageWriter.Write(plugin);

        Assert.False(packed.Succeeded);
        Assert.Contains(packed.Diagnostics, d => d.Id == "IR1103");
    }

    [Fact]
    public void Write_IdLongerThanFeedsTake_IsRefused() =>
        Assert.Equal(["IR6033"], PackageWriter.Write(Plugin.Write(_folder, "p", id: new string('a', 101))).Diagnostics.Select(d => d.Id));

    [Fact]
    public void Write_LinkAmongExtensions_IsRefused()
    {
        var plugin = Plugin.Write(_folder, "p");
        Directory.CreateDirectory(Path.Combine(plugin, "extensions"));
        File.CreateSymbolicLink(Path.Combine(plugin, "extensions", "reader.dll"), _folder.Write("elsewhere.dll", "x"));

        Assert.Equal(["IR6001"], PackageWriter.Write(plugin).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Write_Entries_CarryNoTimeOfDay()
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes(Plugin.Write(_folder, "p"))));
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Bytes(string plugin) => Plugin.BytesOf(PackageWriter.Write(plugin).OrThrow());
}
