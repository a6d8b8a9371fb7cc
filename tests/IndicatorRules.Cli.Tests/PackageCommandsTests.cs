using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>pack and add, as users run them.</summary>
[Trait("Category", "Slow")]
public sealed class PackageCommandsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Pack_ThenAddWithDependencies_AssessesAsBefore()
    {
        Packed("national-revised", "shanxi-trial", "jingle-county");
        var added = await RunAsync(
            "add", "jingle-county", "--from", In("feed"), "--to", In("plugins"), "--with-dependencies", "--lang", "en");
        Assert.Equal((0, ""), (added.ExitCode, added.Error));
        Assert.Equal(
            ["national-revised@1.0.0", "shanxi-trial@1.0.0", "jingle-county@1.0.0"],
            added.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')[0]));

        var facts = Repo.Sample("jingle-2022");
        var shipped = await ToolRun.Of("assess", facts, "--format", "json");
        var installed = await RunAsync("assess", facts, "--format", "json", "--plugins", In("plugins"));

        Assert.Equal((0, shipped.Out), (installed.ExitCode, installed.Out));
    }

    [Fact]
    public async Task Pack_BrokenScheme_IsRefusedAndNothingIsWritten()
    {
        _folder.CopyFrom(Path.Combine(Repo.Plugins, "national-revised"));
        _folder.Edit("scheme.json", "AtLeast(20)", "AtLeats(20)");

        var run = await RunAsync("pack", _folder.Path, "--out", In("feed"), "--lang", "en");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("IR4002", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("feed")));
    }

    [Fact]
    public async Task Add_WithoutItsUpperSchemes_WarnsAndInstalls()
    {
        Packed("jingle-county");

        var run = await RunAsync("add", Path.Combine(In("feed"), "jingle-county.1.0.0.nupkg"), "--to", In("plugins"), "--lang", "en");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, run.Error.Split("warning IR6025").Length - 1);
        Assert.True(File.Exists(In("plugins/jingle-county.1.0.0/scheme.json")));
    }

    [Fact]
    public async Task Add_UpperSchemeThatTheFeedLacks_InstallsNothing()
    {
        Packed("national-revised", "jingle-county");

        var run = await RunAsync(
            "add", "jingle-county@[1.0.0,2.0.0)", "--from", In("feed"), "--to", In("plugins"), "--with-dependencies", "--lang", "en");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("IR6026", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("plugins/jingle-county.1.0.0")));
        Assert.False(Directory.Exists(In("plugins/national-revised.1.0.0")));
    }

    [Fact]
    public async Task Add_RulesThatDoNotCompile_AreRefusedAndTheInstalledStays()
    {
        Assert.Equal(0, (await RunAsync("pack", Small, "--out", In("feed"))).ExitCode);
        Assert.Equal(0, (await RunAsync("add", "main", "--from", In("feed"), "--to", In("plugins"))).ExitCode);
        // Packed by hand: the writer alone does not compile.
        _folder.CopyFrom(Small);
        _folder.Edit("scheme.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
        _folder.Edit("scheme.json", "AtLeast(20)", "AtLeats(20)");
        using (var file = File.Create(In("feed/main.1.1.0.nupkg")))
        {
            Packaging.Packing.PackageWriter.Write(_folder.Path).OrThrow().CopyTo(file);
        }

        var run = await RunAsync("add", "main", "--from", In("feed"), "--to", In("plugins"), "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("main.1.1.0.nupkg/scheme.json(", run.Error, StringComparison.Ordinal);
        Assert.Contains("IR4002", run.Error, StringComparison.Ordinal);
        Assert.Equal([In("plugins/main.1.0.0")], Directory.GetDirectories(In("plugins"), "main*"));
    }

    [Fact]
    public async Task Add_Trusting_TakesTheSignedAndRefusesTheRest()
    {
        var (key, certificate) = Key();
        await RunAsync("pack", Small, "--out", In("feed"));
        var signed = await RunAsync("pack", Small, "--out", In("signed"), "--sign", key, "--cert", certificate, "--lang", "en");
        Assert.Contains("signed by CN=Forest County (sha256:", signed.Out, StringComparison.Ordinal);

        var refused = await RunAsync("add", "main", "--from", In("feed"), "--to", In("plugins"), "--trust", certificate, "--lang", "en");
        var taken = await RunAsync("add", "main", "--from", In("signed"), "--to", In("plugins"), "--trust", certificate, "--lang", "en");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("IR6020", refused.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (taken.ExitCode, taken.Error));
    }

    [Theory]
    [InlineData("add", "nothing.nupkg", "IR1001")]
    [InlineData("add", "national-revised@1", "IR2006")]
    [InlineData("pack", "nowhere", "IR3009")]
    public async Task Run_WrongInput_ExitsWithTwo(string verb, string argument, string id)
    {
        var run = await RunAsync(verb, argument);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Small => Repo.In("tests", "corpus", "good", "smallest");

    private string In(string name) => Path.Combine(_folder.Path, "work", name);

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.In(_folder.Path, arguments);

    private void Packed(params string[] shipped)
    {
        Directory.CreateDirectory(In("feed"));
        foreach (var package in shipped.Select(s => Packaging.Packing.PackageWriter.Write(Path.Combine(Repo.Plugins, s)).OrThrow()))
        {
            using var file = File.Create(Path.Combine(In("feed"), package.FileName));
            package.CopyTo(file);
        }
    }

    private (string Key, string Certificate) Key()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Forest County", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return (_folder.Write("work/key.pem", key.ExportPkcs8PrivateKeyPem()),
            _folder.Write("work/cert.pem", certificate.ExportCertificatePem()));
    }
}
