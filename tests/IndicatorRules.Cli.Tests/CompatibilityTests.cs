using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json;
using IndicatorRules.Cli.Tests.Support;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Testing;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Cli.Tests;

/// <summary>Files written for 0.1 are judged as then, and no name that 0.1 gave out is gone.</summary>
public sealed class CompatibilityTests
{
    private static readonly string Corpus = Repo.In("tests/corpus/compatible-0.1");

    private static readonly string Facts = Path.Combine(Corpus, "facts", "jingle-2022.json");

    public static TheoryData<string> Schemes => [.. Repo.Folders("tests/corpus/compatible-0.1/plugins")];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Cases_Pass(string id)
    {
        using var host = SchemeHost.Open(Path.Combine(Corpus, "plugins"));
        var runner = new CaseRunner(host);
        var cases = Case.ReadFolder(Path.Combine(Corpus, "plugins", id)).OrThrow();
        Assert.NotEmpty(cases);
        Assert.All(cases, c => Assert.True(runner.Run(c, id).Passed, c.Name));
    }

    [Theory]
    [InlineData("assessment.json", "assess", "--format", "json")]
    [InlineData("assessment.json", "assess", "--format", "json", "--locked")]
    [InlineData("assessment.csv", "assess", "--format", "csv")]
    [InlineData("findings.json", "check", "--format", "json")]
    public async Task Jingle_GivesTheSameBytes(string expected, string verb, params string[] options) =>
        await AssertGives(expected, [verb, Facts, .. options]);

    [Fact]
    public async Task Table_GivesTheSameBytes() =>
        await AssertGives(
            "places.csv",
            ["assess", Path.Combine(Corpus, "facts", "places.csv"), "--scheme", "jingle-county", "--reasons"],
            ExitCode.WrongInput);

    [Fact]
    public async Task Package_IsInstalled()
    {
        using var folder = new TempFolder();
        var run = await ToolRun.In(Corpus, ["add", Path.Combine(Corpus, "packages", "national-revised.1.0.0.nupkg"), "--to", folder.Path]);
        Assert.Equal(("", ExitCode.Done), (run.Error, run.ExitCode));
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(Corpus, "plugins", "national-revised", "scheme.json")),
            File.ReadAllBytes(folder.In("national-revised.1.0.0/scheme.json")));
    }

    [Fact]
    public void CommandLine_KeepsItsNames() => AssertHolds("command-line.txt", Tool
        .Verbs(new Terminal(TextWriter.Null, TextWriter.Null, Terminal.DefaultWidth), Repo.Root)
        .Where(verb => !verb.Hidden)
        .SelectMany(verb => verb.Options.Where(o => !o.Hidden)
            .SelectMany(o => Words(o).Select(word => $"{o.Name} {word}").Append(o.Name))
            .Concat(verb.Arguments.Select(a => a.Name))
            .Select(word => $"{verb.Name} {word}").Append(verb.Name)));

    [Fact]
    public void ExitCodes_KeepTheirMeaning() =>
        Assert.Equal((0, 1, 2, 3), (ExitCode.Done, ExitCode.Failed, ExitCode.WrongInput, ExitCode.GateClosed));

    [Fact]
    public void Diagnostics_KeepTheirIds() => AssertHolds("diagnostics.txt", DiagnosticCatalog.All.Select(d => d.Id));

    // Properties, and the words that a property may be.
    [Fact]
    public void Files_KeepTheirNames() => AssertHolds("fields.txt", Repo.Files("schemas", "*.schema.json").SelectMany(file =>
    {
        var all = JObject.Parse(File.ReadAllText(file)).Descendants().OfType<JProperty>().ToList();
        var fields = all.Where(p => p.Name == "properties").SelectMany(p => ((JObject)p.Value).Properties().Select(f => f.Name));
        var words = all.Where(p => p is { Name: "enum", Value: JArray }).SelectMany(p => p.Value.Select(w => $"= {w}"));
        return fields.Concat(words).Select(name => $"{Path.GetFileName(file)} {name}");
    }));

    private static IEnumerable<string> Words(Option option) =>
        option.ValueType == typeof(bool) ? [] : option.GetCompletions(CompletionContext.Empty).Select(word => word.Label);

    private static async Task AssertGives(string expected, string[] arguments, int exitCode = ExitCode.Done)
    {
        using var folder = new TempFolder();
        var run = await ToolRun.In(Corpus, [.. arguments, "--plugins", "plugins", "--out", folder.In(expected)]);
        Assert.Equal(exitCode, run.ExitCode);
        // Where the checkout lies is the machine's own; a contradiction names the file as it was given.
        var text = File.ReadAllText(folder.In(expected));
        ExpectedText.Same(
            Path.Combine(Corpus, "expected", expected),
            text.Replace(JsonEncodedText.Encode(Facts).Value, "facts/jingle-2022.json", StringComparison.Ordinal));
    }

    // Names may be added to a list; none may leave it.
    private static void AssertHolds(string list, IEnumerable<string> names)
    {
        var held = File.ReadAllLines(Path.Combine(Corpus, "names", list));
        Assert.NotEmpty(held);
        Assert.Empty(held.Except(names));
    }
}
