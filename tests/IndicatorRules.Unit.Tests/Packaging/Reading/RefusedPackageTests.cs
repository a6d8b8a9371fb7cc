using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Packaging.Installing;
using IndicatorRules.Packaging.Packing;
using IndicatorRules.Packaging.Reading;
using IndicatorRules.Packaging.Tests.Support;

namespace IndicatorRules.Packaging.Tests.Reading;

/// <summary>What may happen to a package on its way, or be made to look like one: each refused, and nothing installed.</summary>
public sealed class RefusedPackageTests
{
    private const string Rule = "plugin/rules/forest.csx";
    private const int UnixLink = unchecked((int)0xA1FF0000);
    private const int UnixDevice = 0x21FF0000;

    private static readonly byte[] Whole = Plugin.Packed();

    private static readonly Dictionary<string, (string Id, Func<byte[]> Make)> Attempts = new(StringComparer.Ordinal)
    {
        ["empty"] = ("IR6010", () => []),
        ["not a zip"] = ("IR6010", () => Encoding.ASCII.GetBytes(new string('x', 5000))),
        ["cut off in the middle"] = ("IR6010", () => Whole[..(Whole.Length / 2)]),
        ["cut off at the very end"] = ("IR6010", () => Whole[..^1]),
        ["begun too late"] = ("IR6010", () => Whole[1..]),
        ["something after its end"] = ("IR6010", () => [.. Whole, 0]),
        ["something before its start"] = ("IR6010", () => [0, .. Whole]),
        ["packed data damaged"] = ("IR6010", Damaged),
        ["two names for one file"] = ("IR6010", TwoNames),
        ["more files than may be"] = (
            "IR6011", () => Zip.Of(Enumerable.Range(0, 2001).Select(i => ($"plugin/cases/{i}.json", Array.Empty<byte>())))),
        ["too many bytes"] = ("IR6011", () => new byte[PackageCaps.PackageBytes + 1]),
        ["a bomb"] = ("IR6011", () => Zip.With(Whole, "plugin/cases/bomb.json", new byte[12 * 1024 * 1024])),
        ["a bomb that lies about its size"] = ("IR6018", LyingBomb),
        ["a bomb of many parts"] = ("IR6011", ManyParts),
        ["a file changed"] = ("IR6016", () => Zip.Edited(Whole, Rule, t => t.Replace("20", "10", StringComparison.Ordinal))),
        ["a file grown"] = ("IR6016", () => Zip.Edited(Whole, Rule, t => t + " ")),
        ["a file taken out"] = ("IR6017", () => Zip.Without(Whole, Rule)),
        ["a file put in"] = ("IR6018", () => Zip.With(Whole, "plugin/rules/more.csx", "return AtLeast(1);"u8.ToArray())),
        ["an assembly put in"] = ("IR6018", () => Zip.With(Whole, "plugin/extensions/x/x.dll", [0])),
        ["no manifest"] = ("IR6015", () => Zip.Without(Whole, "package.manifest.json")),
        ["a folder that someone zipped"] = (
            "IR6015", () => Zip.Of([("scheme.json", "{}"u8.ToArray()), ("cases/", []), ("cases/a.json", [])])),
        ["no scheme"] = ("IR6015", () => Zip.Without(Whole, "plugin/scheme.json")),
        ["no nuspec"] = ("IR6015", () => Zip.Without(Whole, "forest-county.nuspec")),
        ["two nuspecs"] = ("IR6015", () => Zip.With(Whole, "other.nuspec", "<package/>"u8.ToArray())),
        ["a package of something else"] = ("IR6015", () =>
            Zip.Edited(Whole, "forest-county.nuspec", t => t.Replace("IndicatorRulesScheme", "Dependency", StringComparison.Ordinal))),
        ["a nuspec that is no XML"] = ("IR6010", () => Zip.Edited(Whole, "forest-county.nuspec", _ => "{}")),
        ["a nuspec of another id"] = ("IR6019", () =>
            Zip.Edited(Whole, "forest-county.nuspec", t => t.Replace("<id>forest-county", "<id>other-county", StringComparison.Ordinal))),
        ["a nuspec of another version"] = ("IR6019", () =>
            Zip.Edited(Whole, "forest-county.nuspec", t => t.Replace("<version>1.0.0", "<version>9.0.0", StringComparison.Ordinal))),
        ["a nuspec without version"] = ("IR6019", () =>
            Zip.Edited(Whole, "forest-county.nuspec", t => t.Replace("<version>1.0.0</version>", "", StringComparison.Ordinal))),
        ["a nuspec without id"] = ("IR6019", () =>
            Zip.Edited(Whole, "forest-county.nuspec", t => t.Replace("<id>forest-county</id>", "", StringComparison.Ordinal))),
        ["a nuspec with nothing in it"] = ("IR6019", () => Zip.Edited(Whole, "forest-county.nuspec", _ => "<package/>")),
        ["a nuspec of elements within elements"] = ("IR6010", () => Zip.Edited(Whole, "forest-county.nuspec", _ => Deep(100))),
        ["a nuspec of a hundred thousand of them"] = ("IR6011", () => Zip.Edited(Whole, "forest-county.nuspec", _ => Deep(100_000))),
        ["a nuspec with a document type"] = ("IR6010", () => Zip.Edited(Whole, "forest-county.nuspec", t =>
            "<!DOCTYPE package [<!ENTITY a \"b\">]>" + t[(t.IndexOf("?>", StringComparison.Ordinal) + 2)..])),
        ["a scheme of another id"] = ("IR6019", () => Consistent("\"id\": \"forest-county\"", "\"id\": \"other-county\"")),
        ["a scheme of another version"] = ("IR6019", () => Consistent("\"version\": \"1.0.0\"", "\"version\": \"1.0.1\"")),
        ["a scheme that is none"] = ("IR1101", () => Consistent("\"issuer\": \"某县\",", "")),
        ["a manifest that is no JSON"] = ("IR1005", () => Manifest(_ => "no")),
        ["a manifest of a later form"] = (
            "IR1106", () => Manifest(t => t.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal))),
        ["a manifest without version"] = (
            "IR2005", () => Manifest(t => t.Replace("\"version\": \"1.0.0\"", "\"version\": \"x\"", StringComparison.Ordinal))),
        ["a manifest that lists a file twice"] = (
            "IR6013", () => Manifest(t => t.Replace("README.md", "Rules/forest.csx", StringComparison.Ordinal))),
        ["up and out"] = ("IR6012", () => Slipped("plugin/../evil.json")),
        ["up and out of rules"] = ("IR6012", () => Slipped("plugin/rules/../../evil.csx")),
        ["up with backslashes"] = ("IR6012", () => Slipped("plugin/rules/..\\..\\evil.csx")),
        ["from the root"] = ("IR6012", () => Slipped("/etc/evil.json")),
        ["from a drive"] = ("IR6012", () => Slipped("C:/evil.json")),
        ["from a share"] = ("IR6012", () => Slipped("\\\\server\\evil.json")),
        ["a stream of a file"] = ("IR6012", () => Slipped("plugin/scheme.json:evil")),
        ["a NUL in the name"] = ("IR6012", () => Slipped("plugin/rules/x.csx\0.json")),
        ["a device's name"] = ("IR6012", () => Slipped("plugin/rules/NUL.csx")),
        ["a point at the end"] = ("IR6012", () => Slipped("plugin/rules/x.csx.")),
        ["a blank at the end"] = ("IR6012", () => Slipped("plugin/rules /x.csx")),
        ["escaped points"] = ("IR6012", () => Slipped("plugin/rules/%2e%2e/x.csx")),
        ["a file outside the plugin"] = ("IR6012", () => Slipped("tools/install.ps1")),
        ["a settings file for .NET"] = ("IR6012", () => Slipped("plugin/x.runtimeconfig.dev.json")),
        ["the same name twice"] = ("IR6013", () => Zip.With(Whole, Rule, "return AtLeast(1);"u8.ToArray())),
        ["names that differ in case alone"] = (
            "IR6013", () => Zip.With(Whole, "plugin/rules/FOREST.csx", "return AtLeast(1);"u8.ToArray())),
        ["a link"] = ("IR6014", () => Zip.Of(Zip.Entries(Whole), UnixLink)),
        ["a device"] = ("IR6014", () => Zip.Of(Zip.Entries(Whole), UnixDevice)),
        ["a folder"] = ("IR6014", () => Zip.With(Whole, "plugin/rules/", [])),
        ["encrypted"] = ("IR6014", () => Zip.Patched(Whole, Rule, 8, 6, 1)),
        ["another compression"] = ("IR6014", () => Zip.Patched(Whole, Rule, 10, 8, 12)),
    };

    public static TheoryData<string> Names => [.. Attempts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_Attempt_IsRefusedByName(string name)
    {
        var (id, make) = Attempts[name];

        var read = PackageReader.Read(make(), "p.nupkg", []);

        Assert.False(read.Succeeded);
        Assert.Contains(id, read.Diagnostics.Select(d => d.Id));
        Assert.All(read.Diagnostics, d => Assert.DoesNotContain(d.Message(Contract.Language.En), char.IsControl));
    }

    [Theory]
    [InlineData("<package/>")]
    [InlineData("<package><metadata><id>forest-county</id><version/></metadata></package>")]
    [InlineData(
        "<package><metadata><id>forest-county</id><version>1.0.0</version></metadata>"
        + "<metadata><packageTypes><packageType/></packageTypes></metadata></package>")]
    [InlineData("<metadata><id>forest-county</id><version>1.0.0</version></metadata>")]
    [InlineData("")]
    [InlineData("<a/><b/>")]
    public void Read_NuspecThatSaysLess_IsRefused(string nuspec)
    {
        var read = PackageReader.Read(Zip.Edited(Whole, "forest-county.nuspec", _ => nuspec), "p.nupkg", []);
        Assert.All(read.Diagnostics, d => Assert.Contains(d.Id, (string[])["IR6010", "IR6015", "IR6019"]));
        Assert.NotEmpty(read.Diagnostics);
    }

    [Fact]
    public void Read_Whole_IsTaken() => Assert.Equal("forest-county@1.0.0", PackageReader.Read(Whole, "p.nupkg", []).OrThrow().Key);

    [Fact]
    public void Read_MarkOfAFeed_IsNoObstacle() =>
        Assert.True(PackageReader.Read(Zip.With(Whole, ".signature.p7s", [1, 2, 3]), "p.nupkg", []).Succeeded);

    [Fact]
    public void Read_AnyByteChanged_NeverGivesOtherFiles()
    {
        // The whole of a small package, every 7th byte: it is refused, or what it gives is what was packed.
        var files = PackageReader.Read(Whole, "p.nupkg", []).OrThrow().Manifest.Files;
        for (var i = 0; i < Whole.Length; i += 7)
        {
            var copy = (byte[])Whole.Clone();
            copy[i] ^= 0x55;
            if (PackageReader.Read(copy, "p.nupkg", []).Value is { } package)
            {
                Assert.Equal(files.AsEnumerable(), package.Manifest.Files.AsEnumerable());
                Assert.Equal(files.Select(f => f.Hash), package.Files.Select(f => f.Hash));
            }
        }
    }

    [Fact]
    public void Install_SchemeThatDoesNotHold_LeavesTheInstalledVersion()
    {
        using var folder = new TempFolder();
        new PackageInstaller(folder.Path).Install(PackageReader.Read(Whole, "p.nupkg", []).OrThrow()).OrThrow();
        var before = Snapshot.Of(folder.Path);
        // Its rule stands in a file that is not there: the package is whole, the scheme is not.
        var broken = PackageReader.Read(Consistent("rules/forest.csx", "rules/woods.csx"), "p.nupkg", []).OrThrow();

        var installed = new PackageInstaller(folder.Path).Install(broken, replace: true);

        Assert.Equal(["IR2003"], installed.Diagnostics.Select(d => d.Id).Distinct());
        Assert.All(installed.Diagnostics, d => Assert.StartsWith("forest-county.1.0.0.nupkg", d.Location.File, StringComparison.Ordinal));
        Assert.Equal(before, Snapshot.Of(folder.Path));
    }

    private static string Deep(int levels) =>
        $"<package>{string.Concat(Enumerable.Repeat("<a>", levels))}{string.Concat(Enumerable.Repeat("</a>", levels))}</package>";

    private static byte[] Slipped(string name) => Zip.With(Whole, name, "{}"u8.ToArray());

    private static byte[] Manifest(Func<string, string> edit) => Zip.Edited(Whole, "package.manifest.json", edit);

    // An edit of scheme.json with the manifest made to fit, as whoever packs by hand would.
    private static byte[] Consistent(string from, string to)
    {
        var edited = Zip.Edited(Whole, "plugin/scheme.json", t => t.Replace(from, to, StringComparison.Ordinal));
        var old = Zip.Entries(Whole).First(e => e.Name == "plugin/scheme.json").Bytes;
        var now = Zip.Entries(edited).First(e => e.Name == "plugin/scheme.json").Bytes;
        return Zip.Edited(edited, "package.manifest.json", t => t
            .Replace(Convert.ToHexStringLower(SHA256.HashData(old)), Convert.ToHexStringLower(SHA256.HashData(now)),
                StringComparison.Ordinal)
            .Replace($"\"length\": {old.Length}", $"\"length\": {now.Length}", StringComparison.Ordinal));
    }

    private static byte[] Damaged()
    {
        var copy = (byte[])Whole.Clone();
        var (table, local) = Zip.Places(copy, "plugin/scheme.json");
        var packed = BinaryPrimitives.ReadInt32LittleEndian(copy.AsSpan(table + 20));
        var start = local + 30 + "plugin/scheme.json".Length + BinaryPrimitives.ReadUInt16LittleEndian(copy.AsSpan(local + 28));
        copy.AsSpan(start, packed).Fill(0xFF);
        return copy;
    }

    private static byte[] TwoNames()
    {
        var copy = (byte[])Whole.Clone();
        copy[Zip.Places(copy, Rule).Local + 30] = (byte)'q';
        return copy;
    }

    // 12 MB that both headers call one byte: no more than that is unpacked, and it is not what was packed.
    private static byte[] LyingBomb()
    {
        var copy = Zip.With(Whole, "plugin/cases/bomb.json", new byte[12 * 1024 * 1024]);
        var (table, local) = Zip.Places(copy, "plugin/cases/bomb.json");
        BinaryPrimitives.WriteInt32LittleEndian(copy.AsSpan(table + 24), 1);
        BinaryPrimitives.WriteInt32LittleEndian(copy.AsSpan(local + 22), 1);
        return copy;
    }

    // Each below the limits of one file.
    private static byte[] ManyParts()
    {
        var noise = new byte[3 * 1024 * 1024];
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = (byte)(i * i / 65521);
        }

        return Zip.Of(Zip.Entries(Whole).Concat(Enumerable.Range(0, 30).Select(i => ($"plugin/cases/{i}.json", noise))));
    }
}
