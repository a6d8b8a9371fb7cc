using System.Text.Json;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace IndicatorRules.Conventions;

[Trait("Category", "Slow")]
public sealed class JsonTests
{
    private static IEnumerable<string> ShippedFiles => ((string[])["plugins", "seeds", "samples"]).SelectMany(f => Repo.Files(f, "*.json"))
        .Where(f => Path.GetFileName(f) is not ("packages.lock.json" or "appsettings.json"))
        .Select(Repo.Relative);

    public static TheoryData<string> Shipped => [.. ShippedFiles];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task ShippedJson_NamesItsSchema_AndValidates(string file)
    {
        var path = Repo.In(file);
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var named = json.RootElement.GetProperty("$schema").GetString()!;
        var schema = await JsonSchema.FromJsonAsync(File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, named)));
        Assert.Empty(schema.Validate(File.ReadAllText(path)));
    }

    [Fact]
    public void Editor_MapsEveryFileToTheSchemaItNames()
    {
        using var settings = JsonDocument.Parse(File.ReadAllBytes(Repo.In(".vscode/settings.json")));
        var mappings = settings.RootElement.GetProperty("json.schemas").EnumerateArray()
            .SelectMany(m => m.GetProperty("fileMatch").EnumerateArray()
                .Select(f => (Pattern: f.GetString()!, Schema: m.GetProperty("url").GetString()!)))
            .ToArray();
        Assert.All(mappings, m => Assert.True(File.Exists(Repo.In(m.Schema)), m.Schema));

        var corpus = ((string[])["tests/corpus/good", "tests/corpus/facts/good"])
            .SelectMany(f => Repo.Files(f, "*.json")).Select(Repo.Relative);
        foreach (var file in ShippedFiles.Concat(corpus))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Repo.In(file)));
            var named = Path.GetFileName(json.RootElement.GetProperty("$schema").GetString());
            Assert.Equal([named], mappings.Where(m => Matches(m.Pattern, file)).Select(m => Path.GetFileName(m.Schema)));
        }
    }

    private static bool Matches(string pattern, string file) => Regex.IsMatch(
        $"/{file}",
        $"^{Regex.Escape(pattern).Replace(@"\*\*/", ".*/", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$");

    [Theory]
    [InlineData("samples/jingle-2025-whatif/facts.json")]
    [InlineData("samples/another-county/facts.json")]
    [InlineData("samples/another-county/plugins/qinghe-county/scheme.json")]
    [InlineData("samples/five-year-plan/plugins/yunxi-plan/scheme.json")]
    [InlineData("samples/five-year-plan/plugins/yunxi-plan/facts.json")]
    [InlineData("samples/assessment-rule/plugins/beiling-rivers/scheme.json")]
    [InlineData("samples/assessment-rule/plugins/beiling-rivers/facts.json")]
    [InlineData("samples/district-table/plugins/donghu-district/scheme.json")]
    [InlineData("samples/district-table/plugins/donghu-district/facts.json")]
    public void Invented_Samples_SaySoInTheirFirstLine(string file)
    {
        var first = File.ReadLines(Repo.In(file)).First();
        Assert.Contains("虚构", first, StringComparison.Ordinal);
    }
}
