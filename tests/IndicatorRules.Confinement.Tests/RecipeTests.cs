using IndicatorRules.Assessing;
using IndicatorRules.Compiler;
using IndicatorRules.Confinement.Tests.Support;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Confinement.Tests;

/// <summary>
/// Plugins that are too many, too large or of too many ways: each works or is refused by name, for little, and the others go on.
/// </summary>
public sealed class RecipeTests : IDisposable
{
    // Allocated in all, shipped schemes included; what is held at one time is a part of it.
    private const long MostBytes = 512L * 1024 * 1024;

    private readonly TempFolder _folder = new();
    private readonly FactsFile _jingle = FactsReader.ReadFile(Repo.Sample("jingle-2022")).OrThrow();

    public static TheoryData<string> All => [.. Corpus.Recipes];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public void Recipe_WorksOrIsRefusedByNameAndAlone(string path)
    {
        if (path.Contains("/pipe-", StringComparison.Ordinal) && !OperatingSystem.IsLinux())
        {
            return;
        }

        var file = Repo.In(Corpus.AttacksFolder, path);
        var asked = Recipe.Make(file, _folder.Path);
        var before = GC.GetTotalAllocatedBytes();
        using var host = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [_folder.Path, Repo.Plugins],
            Compiler = new RuleCompiler(),
            StoreDirectory = null,
        });
        var expected = Recipe.ExpectedBy(file);
        if (expected != Recipe.Works)
        {
            var refused = host.Assess(Facts(host, asked), new AssessOptions { Scheme = asked }).Diagnostics;
            Assert.Contains(expected, refused.Select(d => d.Id));
            Assert.DoesNotContain("IR9001", refused.Select(d => d.Id));
            // What compiles beside it is not what the refusal takes.
            Assert.InRange(expected == "IR4002" ? 0 : GC.GetTotalAllocatedBytes() - before, 0, MostBytes);
            Assert.All(refused, d => Assert.InRange(d.Format(Language.Zh).Length, 0, 2_000));
        }
        else
        {
            var assessment = host.Assess(Facts(host, asked), new AssessOptions { Scheme = asked }).OrThrow();
            Assert.All(assessment.Indicators, v => Assert.InRange(v.Reasons(Language.Zh).Sum(r => r.Length), 1, 1_000_000));
            Assert.True(host.Assess(Facts(host, asked), new AssessOptions { Scheme = asked, WithReasons = false }).Succeeded);
        }

        Assert.Equal(1, host.Assess(_jingle).OrThrow().Indicators.Count(v => v.Status == Status.NotMet));
    }

    [Fact]
    public void Recipes_NameDiagnosticsOfTheCatalog() => Assert.All(
        Corpus.Recipes.Select(Recipe.ExpectedBy).Where(id => id != Recipe.Works), id => Assert.NotNull(DiagnosticCatalog.ById(id)));

    [Fact]
    public void Recipe_MadeTwice_IsTheSame()
    {
        string[] made = [.. Enumerable.Range(0, 2).Select(i => _folder.In($"{i}"))];
        foreach (var folder in made)
        {
            Recipe.Make(Repo.In(Corpus.AttacksFolder, "composition/ids-swapped-on-each-way.IR3053.json"), folder);
        }

        Assert.Equal(Texts(made[0]), Texts(made[1]));
    }

    private static IEnumerable<string> Texts(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private static PlaceFacts Facts(SchemeHost host, string asked) => new(
        new Place { Code = "x", Name = "示例县" },
        [new YearFacts(2022,
            [new IndicatorFacts { Id = host.Catalog.Resolve(asked).Value?.Indicators[0].Id
                ?? "forest", Own = new Fact { Value = Reading.Number(25) } }])]);
}
