using IndicatorRules.Contract;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Compiler.Tests;

/// <summary>Whole plugins: bad ones with the exact diagnostics expected, good ones with none. See tests/corpus/README.md.</summary>
public class CorpusTests
{
    private static readonly RuleCompiler Compiler = new();

    // What no plugin of this folder can give; tests/corpus/README.md says why.
    private static readonly string[] Elsewhere =
    [
        "IR1001", "IR1002", "IR1020", "IR1021", "IR1022", "IR1023", "IR1024", "IR1025", "IR1026", "IR1028", "IR1029", "IR1030", "IR1031",
        "IR1034", "IR1040", "IR1041", "IR1042", "IR1043", "IR1044", "IR1045", "IR1046", "IR2014", "IR2015", "IR2016", "IR2021", "IR2130",
        "IR2140", "IR2144", "IR2145", "IR2154", "IR2155", "IR2164", "IR2165", "IR2166", "IR2167", "IR2168", "IR2169",
        "IR1060", "IR1061", "IR1062", "IR1063", "IR1064",
        "IR3009", "IR3011", "IR3012", "IR3013", "IR3014", "IR3040", "IR3050", "IR3051", "IR3052", "IR3053", "IR4009", "IR4011",
        "IR4023", "IR4108", "IR4109", "IR4110", "IR4111", "IR4112", "IR4113", "IR4114", "IR4115",
    ];

    public static TheoryData<string> Bad => [.. Repo.Folders("tests/corpus/bad")];

    public static TheoryData<string> Good => [.. Repo.Folders("tests/corpus/good")];

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_Plugin_GivesTheExpectedDiagnostics(string name)
    {
        var folder = Repo.In($"tests/corpus/bad/{name}");
        var expected = File.ReadAllText(Path.Combine(folder, "expected.txt"));
        var actual = Diagnose(folder);
        Assert.True(actual == expected, $"tests/corpus/bad/{name}/expected.txt is to hold:\n{actual}");
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Good_Plugin_GivesNoDiagnostics(string name) =>
        Assert.Equal("", Diagnose(Repo.In($"tests/corpus/good/{name}")));

    [Fact]
    public void Bad_EveryId_HasAPlugin()
    {
        var held = Repo.Folders("tests/corpus/bad")
            .Select(name => File.ReadAllText(Repo.In($"tests/corpus/bad/{name}/expected.txt"))).ToList();
        var without = DiagnosticCatalog.All.Select(d => d.Id)
            .Where(id => id[2] is >= '1' and <= '4' && !Elsewhere.Contains(id))
            .Where(id => !held.Exists(text => text.Contains($" {id}: ", StringComparison.Ordinal)));
        Assert.Empty(without);
    }

    // A plugin's folder is either the plugin itself or holds several that bear on one another; `main` is asked for.
    private static string Diagnose(string folder)
    {
        var catalog = SchemeCatalog.Discover(folder);
        var found = catalog.Diagnostics.ToList();
        var id = catalog.Available.Select(a => a.Id).FirstOrDefault(i => i == "main");
        if (id is not null)
        {
            var resolved = catalog.Resolve(id);
            found.AddRange(resolved.Diagnostics.Where(d => !found.Contains(d)));
            if (resolved.Value is { } scheme)
            {
                found.AddRange(scheme.Lineage().SelectMany(Compile));
            }
        }

        return string.Concat(found.Select(d => Line(d, folder) + "\n"));
    }

    // As the host's loader does.
    private static IEnumerable<Diagnostic> Compile(Scheme scheme)
    {
        var bag = new DiagnosticBag();
        var texts = SchemeRequest.TextsOf(scheme).ToList();
        foreach (var fault in Compiler.Compile(SchemeRequest.Of(scheme)).Faults)
        {
            var at = texts[fault.Unit].At(fault.Offset);
            var location = at with { File = Path.Combine(scheme.Folder, at.File) };
            bag.AddWithSuggestion(DiagnosticCatalog.ById(fault.Id), location, fault.Suggestion, [.. fault.Arguments]);
        }

        return bag.ToImmutable();
    }

    private static string Line(Diagnostic diagnostic, string folder)
    {
        var file = Path.GetRelativePath(folder, diagnostic.Location.File).Replace('\\', '/');
        return (diagnostic with { Location = diagnostic.Location with { File = file } }).Format(Language.Zh)
            .Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }
}
