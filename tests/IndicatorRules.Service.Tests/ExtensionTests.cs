using System.Collections.Immutable;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Extending;
using IndicatorRules.Ledger;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IndicatorRules.Service.Tests;

/// <summary>Schemes that call a function of a compiled extension.</summary>
public sealed class ExtensionTests : IDisposable
{
    private const string Scheme = """
        {
          "$schema": "../../schemas/scheme.schema.json", "id": "forest-county", "version": "1.0.0", "contract": "[1.0.0,2.0.0)",
          "title": "林业县指标体系", "issuer": "某县", "level": "county", "source": { "document": "文件", "table": "1" },
          "functions": [{ "id": "Stock", "name": "蓄积", "extension": "library", "unit": "%", "cost": 1000,
                          "parameters": [{ "name": "a", "unit": "%" }] }],
          "domains": [{ "id": "space", "name": "空间", "tasks": [{ "id": "land", "name": "用地" }] }],
          "indicators": [{ "id": "green", "number": 1, "task": "land", "name": "绿地", "unit": "%", "direction": "higher",
                           "binding": "binding", "target": "≥20", "rule": "Functions.Stock(Value).AtLeast(20)" }]
        }
        """;

    private static readonly byte[] Facts = Encoding.UTF8.GetBytes("""
        {
          "scheme": "forest-county", "place": { "code": "000000", "name": "虚构县" },
          "years": [{ "year": 2022, "indicators": [{ "id": "green", "value": 15 }] }]
        }
        """);

    private readonly TempFolder _folder = new();

    public ExtensionTests()
    {
        _folder.Write("plugins/forest-county/scheme.json", Scheme);
        _folder.Write("plugins/forest-county/extensions/library/extension.json", """
            {
              "$schema": "../../../../schemas/extension.schema.json", "name": "library", "assembly": "library.dll",
              "contract": "[1.0.0,2.0.0)", "functions": { "type": "Theirs.Library" }
            }
            """);
        Offer("arguments[0] + 10");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Extension_IsNamed_ChangesTheTag_AndIsNeededToRunAgain()
    {
        await using var ledger = (await AnswerLedger.OpenAsync(_folder.In("ledger.db"), creates: true)).OrThrow();
        var options = new ServiceOptions { Listen = ["127.0.0.1:0"], WarmUp = false, Watch = false, Ledger = ledger };
        using var first = Trusting();
        var judgedWith = Declared().Hash;
        Told judged, other;
        await using (var service = await ServiceUnderTest.StartAsync(options, _folder.In("plugins"), stored: false, extensions: first))
        {
            judged = await service.PostAsync("/assess", Facts);
            Assert.True(judged.Status == 200, judged.Text + string.Join('\n', service.Log));
            Assert.Equal("met", (string?)judged.Json["indicators"]![0]!["status"]);
            Assert.Equal($"library;sha256={judgedWith}", judged.Headers["IndicatorRules-Extensions"]);
        }

        var entry = (await ledger.FindAsync(1))!;
        Assert.Equal(new LedgerScheme("library", judgedWith), Assert.Single(entry.ExtensionsInForce));
        Assert.Equal("forest-county@1.0.0", Assert.Single(entry.SchemesInForce).Key);
        Assert.Equal("", await RunAgainAsync(ledger, entry, first));
        Assert.StartsWith("IR7027", await RunAgainAsync(ledger, entry, null), StringComparison.Ordinal);

        Offer("arguments[0]");
        using var second = Trusting();
        await using (var service = await ServiceUnderTest.StartAsync(options, _folder.In("plugins"), stored: false, extensions: second))
        {
            // The same facts and the same scheme, but another program behind it.
            other = await service.PostAsync("/assess", Facts, change: r =>
                r.Headers.TryAddWithoutValidation("If-None-Match", judged.Headers["ETag"]));
            Assert.Equal((200, "notMet"), (other.Status, (string?)other.Json["indicators"]![0]!["status"]));
        }

        Assert.StartsWith("IR7027", await RunAgainAsync(ledger, entry, second), StringComparison.Ordinal);
        Assert.Equal("", await RunAgainAsync(ledger, (await ledger.FindAsync(2))!, second));
        Assert.Empty((await ledger.VerifyAsync()).Faults);
    }

    [Fact]
    public async Task Extension_ReplacedWhileItJudges_GivesNoAnswer()
    {
        var (begun, on) = (_folder.In("begun"), _folder.In("on"));
        Offer($$"""
            Wait(arguments[0]); static decimal Wait(decimal a)
            {
                System.IO.File.WriteAllText("{{begun}}", "");
                while (!System.IO.File.Exists("{{on}}")) { System.Threading.Thread.Sleep(20); }
                return a;
            }
            """);
        using var extensions = Trusting();
        var options = new ServiceOptions { Listen = ["127.0.0.1:0"], WarmUp = false, Watch = false };
        await using var service = await ServiceUnderTest.StartAsync(options, _folder.In("plugins"), stored: false, extensions: extensions);
        var asking = service.PostAsync("/assess", Facts);
        for (var i = 0; i < 600 && !File.Exists(begun); i++)
        {
            await Task.Delay(50);
        }

        Directory.Delete(_folder.In("plugins/forest-county/extensions"), recursive: true);
        extensions.Refresh();
        _folder.Write("on", "");
        var told = await asking;
        Assert.Equal((503, "IR7041"), (told.Status, told.Ids));
    }

    private static async Task<string> RunAgainAsync(AnswerLedger ledger, LedgerEntry entry, ExtensionHost? extensions)
    {
        using var replay = new LedgerReplay(ledger, extensions);
        return await replay.RunAsync(entry) is { } fault ? $"{fault.Id} {fault.Message(Language.En)}" : "";
    }

    private ExtensionDeclaration Declared() =>
        Assert.Single(ExtensionDeclaration.ReadAll(_folder.In("plugins/forest-county"), new DiagnosticBag()));

    private ExtensionHost Trusting() => ExtensionHost.Open(
        new ExtensionOptions { PluginDirectories = [_folder.In("plugins")], Trusted = [Declared().Hash] });

    private void Offer(string result) => _folder.Write("plugins/forest-county/extensions/library/library.dll", Built($$"""
        using System.Collections.Immutable;
        using IndicatorRules.Contract.Extending;
        namespace Theirs
        {
            public sealed class Library : IFunctionLibrary
            {
                public ImmutableArray<FunctionSignature> Functions => ImmutableArray.Create(
                    new FunctionSignature("Stock", ImmutableArray.Create(new FunctionParameter("a", "%")), "%"));

                public decimal? Call(string function, ImmutableArray<decimal> arguments) { return {{result}}; }
            }
        }
        """));

    private static byte[] Built(string source)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name
                && (name == "IndicatorRules.Contract.dll" || name.StartsWith("System.", StringComparison.Ordinal)))
            .Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create(
            "library", [CSharpSyntaxTree.ParseText(source)], references, new(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        using var image = new MemoryStream();
        var made = compilation.Emit(image);
        Assert.True(made.Success, string.Join('\n', made.Diagnostics));
        return image.ToArray();
    }
}
