using System.Text.Json;
using IndicatorRules.Conventions.Support;
using NJsonSchema;

namespace IndicatorRules.Conventions;

public sealed class JsonTests
{
    public static TheoryData<string> Shipped
    {
        get
        {
            var files = ((string[])["plugins", "seeds", "samples"]).SelectMany(f => Repo.Files(f, "*.json"))
                .Where(f => Path.GetFileName(f) != "packages.lock.json");
            return [.. files.Select(Repo.Relative)];
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task ShippedJson_NamesItsSchema_AndValidates(string file)
    {
        var path = Path.Combine(Repo.Root, file);
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var named = json.RootElement.GetProperty("$schema").GetString()!;
        var schema = await JsonSchema.FromJsonAsync(File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, named)));
        Assert.Empty(schema.Validate(File.ReadAllText(path)));
    }

    [Theory]
    [InlineData("samples/jingle-2025-whatif/facts.json")]
    [InlineData("samples/another-county/facts.json")]
    [InlineData("samples/another-county/plugins/qinghe-county/scheme.json")]
    public void Invented_Samples_SaySoInTheirFirstLine(string file)
    {
        var first = File.ReadLines(Path.Combine(Repo.Root, file)).First();
        Assert.Contains("虚构", first, StringComparison.Ordinal);
    }
}
