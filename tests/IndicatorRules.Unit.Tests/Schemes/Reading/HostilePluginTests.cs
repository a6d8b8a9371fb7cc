using System.Diagnostics;
using System.Globalization;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Reading;
using Newtonsoft.Json.Linq;
using PluginFolder = IndicatorRules.Schemes.Tests.Support.PluginFolder;

namespace IndicatorRules.Schemes.Tests.Reading;

/// <summary>Plugins that are too large or hold no plain files: each is refused by name, for little, and its neighbour is not.</summary>
[Trait("Category", "Slow")]
public sealed class HostilePluginTests : IDisposable
{
    // Allocated in all; what is held at one time is a part of it.
    private const long MostBytes = 200_000_000;

    private readonly PluginFolder _plugins = new PluginFolder().Add("sound", "sound");

    public static TheoryData<string, string> Sizes => new()
    {
        { "number", "IR1106" }, { "row", "IR1106" }, { "id", "IR1106" }, { "name", "IR1106" },
        { "indicators", "IR1106" }, { "bytes", "IR1002" },
        { "values", "IR1043" }, { "files", "IR1042" }, { "rules", "IR1002" }, { "rule", "IR2003" },
        { "unknown", "IR1102" }, { "line", "IR1105" },
        { "device", "IR2030" }, { "depth", "IR1011" },
    };

    public void Dispose() => _plugins.Dispose();

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Discover_OneTooLarge_IsRefusedForLittleAndAlone(string what, string id)
    {
        Add(what);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = SchemeReader.Read(Path.Combine(_plugins.Root, "hostile"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        Assert.Null(read.Value);
        Assert.Contains(id, read.Diagnostics.Select(d => d.Id));
        Assert.InRange(read.Diagnostics.Length, 1, DiagnosticBag.MostOfOneFile + 1);

        var catalog = _plugins.Discover();
        Assert.True(catalog.Resolve("sound").Succeeded);
        Assert.All(catalog.Diagnostics, d => Assert.Contains("hostile", d.Location.File, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("scheme.json")]
    [InlineData("rules/a.csx")]
    [InlineData("README.md")]
    [InlineData("cases/one.json")]
    public void Discover_Pipe_IsRefusedUnopened(string file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        _plugins.Add("hostile", "hostile");
        var path = Path.Combine(_plugins.Root, "hostile", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        Process.Start("mkfifo", [path])!.WaitForExit();

        Assert.Equal("IR1041", Assert.Single(SchemeReader.Read(Path.Combine(_plugins.Root, "hostile")).Diagnostics).Id);
        Assert.NotNull(PluginFingerprint.Of(Path.Combine(_plugins.Root, "hostile")));
        Assert.True(_plugins.Discover().Resolve("sound").Succeeded);
    }

    [Theory]
    [InlineData("z.csx")]
    [InlineData("scheme.json")]
    public void Fingerprint_SparseFile_IsTakenWithoutReadingIt(string file)
    {
        _plugins.Add("hostile", "hostile");
        using (var sparse = File.OpenWrite(Path.Combine(_plugins.Root, "hostile", file)))
        {
            sparse.SetLength(2_000_000_000);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(PluginFingerprint.Of(Path.Combine(_plugins.Root, "hostile")));
        _ = SchemeReader.Read(Path.Combine(_plugins.Root, "hostile"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void Check_FolderThatGoesMeanwhile_IsADiagnosticOfThePlugin()
    {
        var bag = new DiagnosticBag();
        IndicatorRules.Schemes.Reading.PluginFolder.Validate(Path.Combine(_plugins.Root, "gone"), bag);
        Assert.Equal("IR1044", Assert.Single(bag.ToImmutable()).Id);
    }

    [Fact]
    public void Steady_ReaderThatThrows_IsADiagnosticOfThePlugin()
    {
        var read = PluginRead.Steady(Path.Combine(_plugins.Root, "sound"), null, _ => throw new OverflowException("a\nb"));
        var told = Assert.Single(read.Read.Diagnostics);
        Assert.Equal(("IR9001", "OverflowException: a b"), (told.Id, told.Arguments[0].En));
        Assert.NotNull(read.Fingerprint);
    }

    private void Add(string what) => _plugins.Add("hostile", "hostile", change: scheme =>
    {
        var row = (JObject)scheme["indicators"]![0]!;
        switch (what)
        {
            case "number":
                row["number"] = 99_999_999_999L;
                break;
            case "row":
                row["source"] = new JObject { ["row"] = 99_999_999_999L };
                break;
            case "id":
                row["id"] = new string('a', 70_000);
                break;
            case "name":
                row["name"] = new string('名', 100_000);
                break;
            case "indicators":
                scheme["indicators"] = new JArray(Enumerable.Range(0, 5_001).Select(i => new JObject { ["id"] = $"i{i}" }));
                break;
            case "bytes":
                scheme["note"] = new string('a', PluginCaps.SchemeBytes);
                break;
            case "values":
                row["items"] = JArray.Parse($"[{string.Join(',', Enumerable.Repeat("0", 250_000))}]");
                break;
            case "files":
                for (var i = 0; i <= PluginCaps.Files; i++)
                {
                    _plugins.Write(string.Create(CultureInfo.InvariantCulture, $"hostile/rules/f{i}"), "");
                }

                break;
            case "rules":
                scheme["indicators"] = new JArray(Enumerable.Range(0, 20).Select(i =>
                {
                    _plugins.Write($"hostile/rules/r{i}.csx", new string(' ', PluginCaps.RuleFileBytes));
                    return new JObject(row) { ["id"] = $"i{i}", ["rule"] = new JObject { ["file"] = $"rules/r{i}.csx" } };
                }));
                break;
            case "rule":
                _plugins.Write("hostile/rules/r.csx", new string(' ', PluginCaps.RuleFileBytes + 1));
                row["rule"] = new JObject { ["file"] = "rules/r.csx" };
                break;
            case "unknown":
                scheme["indicators"] = new JArray(
                    Enumerable.Range(0, 5_000).Select(i => new JObject(row) { ["id"] = $"i{i}", [$"nmae{i}"] = 1 }));
                break;
            case "line":
                row["id"] = "forest\n";
                break;
            case "device":
                scheme["id"] = "nul";
                break;
            default:
                scheme["note"] = JToken.Parse(new string('[', 64) + new string(']', 64));
                break;
        }
    });
}
