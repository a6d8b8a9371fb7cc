using System.Text;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Schemes.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Tests.Resolving;

public sealed class SchemeReaderTests : IDisposable
{
    private readonly PluginFolder _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Theory]
    [InlineData("$.version", "\"1.0\"", "IR2005")]
    [InlineData("$.version", "\"1.0.0.0\"", "IR2005")]
    [InlineData("$.version", "\"v1.0.0\"", "IR2005")]
    [InlineData("$.contract", "\"1\"", "IR2006")]
    [InlineData("$.contract", "\"[2.0.0,3.0.0)\"", "IR2008")]
    [InlineData("$.level", "\"conty\"", "IR1104")]
    [InlineData("$.id", "\"A\"", "IR1105")]
    [InlineData("$.baseYear", "\"2022\"", "IR1103")]
    [InlineData("$.baseYear", "1900", "IR1106")]
    [InlineData("$.titel", "\"x\"", "IR1102")]
    [InlineData("$.indicators[0].task", "\"lnd\"", "IR2002")]
    [InlineData("$.indicators[0].stages", "[{\"id\":\"near\",\"target\":\"a\",\"rule\":\"AtLeast(1)\"}]", "IR2002")]
    [InlineData("$.indicators[0].rule", "{\"file\":\"rules/none.csx\"}", "IR2003")]
    [InlineData("$.indicators[0].rule", "{\"file\":\"../a.csx\"}", "IR1105")]
    [InlineData("$.indicators[0].rule", "{\"file\":\"rules/../../a.csx\"}", "IR1105")]
    [InlineData("$.indicators[0].rule", "{\"file\":\"/etc/passwd\"}", "IR1105")]
    [InlineData("$.indicators[0].rule", "{}", "IR1101")]
    [InlineData("$.indicators[0].rule", "\"\"", "IR1105")]
    [InlineData("$.indicators[0].unit", "null", "IR1103")]
    [InlineData("$.extends", "[{\"id\":\"b\",\"version\":\"[1.0,2.0)\"}]", "IR2006")]
    public void Read_OneThingWrong_IsToldAtItsPlace(string path, string value, string id)
    {
        _plugins.Add("a", "a", change: s => Set(s, path, JToken.Parse(value)));
        var told = Assert.Single(_plugins.Resolve("a").Diagnostics, d => d.Id != "IR3040");
        Assert.Equal(id, told.Id);
        Assert.True(told.Location.Line > 0);
    }

    [Theory]
    [InlineData("number")]
    [InlineData("task")]
    [InlineData("name")]
    [InlineData("unit")]
    [InlineData("binding")]
    [InlineData("target")]
    [InlineData("rule")]
    public void Read_OwnIndicatorLacksAField_NamesIt(string field)
    {
        _plugins.Add("a", "a", change: s => ((JObject)s["indicators"]![0]!).Remove(field));
        var told = Assert.Single(_plugins.Resolve("a").Diagnostics);
        Assert.Equal(("IR2004", field), (told.Id, told.Arguments[1].En));
    }

    [Fact]
    public void Read_MisspeltKey_GuessesWhatWasMeant()
    {
        _plugins.Add("a", "a", change: s => s["indicators"]![0]!["nmae"] = "x");
        Assert.Equal("name", Assert.Single(_plugins.Resolve("a").Diagnostics, d => d.Id == "IR1102").Suggestion);
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("a[0")]
    [InlineData("a']")]
    [InlineData("#/x")]
    [InlineData("$")]
    [InlineData("")]
    [InlineData("说明")]
    public void Read_StrangeKey_IsToldLikeAnyOther(string key)
    {
        _plugins.Add("a", "a", change: s => s["source"]![key] = 1);
        var told = Assert.Single(_plugins.Resolve("a").Diagnostics, d => d.Id != "IR3040");
        Assert.Equal(("IR1102", key), (told.Id, told.Arguments[0].En));
    }

    [Fact]
    public void Read_SeveralThingsWrong_TellsAll()
    {
        _plugins.Add("a", "a", change: s =>
        {
            s["version"] = "v1";
            s["contract"] = "x";
            s["indicators"]![0]!["rule"] = new JObject { ["file"] = "rules/none.csx" };
        });
        Assert.Equal(["IR2003", "IR2005", "IR2006"], Ids());

        IEnumerable<string> Ids() => _plugins.Faults("a").Where(i => i != "IR3040").Order();
    }

    [Fact]
    public void Read_RuleFileIsALink_IsRefused()
    {
        Ruled("rules/a.csx").Write("outside.csx", "return AtLeast(1);");
        Directory.CreateDirectory(Path.Combine(_plugins.Root, "a", "rules"));
        File.CreateSymbolicLink(Path.Combine(_plugins.Root, "a", "rules", "a.csx"), Path.Combine(_plugins.Root, "outside.csx"));
        Assert.Contains("IR6001", _plugins.Faults("a"));
    }

    [Fact]
    public void Read_RuleFolderIsALink_IsRefused()
    {
        Ruled("rules/a.csx").Write("outside/a.csx", "return AtLeast(1);");
        Directory.CreateSymbolicLink(Path.Combine(_plugins.Root, "a", "rules"), Path.Combine(_plugins.Root, "outside"));
        Assert.Contains("IR6001", _plugins.Faults("a"));
    }

    [Fact]
    public void Read_SchemeIsALink_IsRefused()
    {
        _plugins.Add("outside", "a");
        Directory.CreateDirectory(Path.Combine(_plugins.Root, "a"));
        File.CreateSymbolicLink(Path.Combine(_plugins.Root, "a", "scheme.json"), Path.Combine(_plugins.Root, "outside", "scheme.json"));
        Assert.Contains("IR6001", SchemeCatalog.Discover(Path.Combine(_plugins.Root, "a")).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Read_NamesThatDifferInCaseAlone_AreRefused()
    {
        _plugins.Add("a", "a").Write("a/rules/one.csx", "return AtLeast(1);");
        var twin = Path.Combine(_plugins.Root, "a", "rules", "One.csx");
        // Where the two are one file there is nothing to refuse.
        if (!File.Exists(twin))
        {
            File.WriteAllText(twin, "return AtLeast(2);");
            Assert.Contains("IR6002", _plugins.Faults("a"));
        }
    }

    [Fact]
    public void Read_RuleFileTooLarge_IsRefused() => Assert.Contains(
        "IR2003", Ruled("rules/a.csx").Write("a/rules/a.csx", "//" + new string('x', 256 * 1024)).Faults("a"));

    [Fact]
    public void Read_RuleFileInGbk_NamesTheEncoding()
    {
        Ruled("rules/a.csx").Write("a/rules/a.csx", "");
        File.WriteAllBytes(Path.Combine(_plugins.Root, "a", "rules", "a.csx"), [.. "// "u8, 0xC4, 0xDA, .. "\n"u8]);
        var told = Assert.Single(_plugins.Resolve("a").Diagnostics, d => d.Id == "IR1004");
        Assert.EndsWith("rules/a.csx", told.Location.File.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Equal((1, 4), (told.Location.Line, told.Location.Column));
    }

    [Fact]
    public void Read_RuleFileWithBomAndCrLf_StartsAtItsFirstCharacter()
    {
        Ruled("rules/a.csx").Write("a/rules/a.csx", "");
        File.WriteAllBytes(
            Path.Combine(_plugins.Root, "a", "rules", "a.csx"),
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("// 说明\r\nreturn AtLeast(1);")]);
        var rule = Assert.Single(_plugins.Resolve("a").OrThrow().Indicators).Rule;
        Assert.Equal("// 说明\nreturn AtLeast(1);", rule.Code);
        Assert.Equal(new Location("rules/a.csx", 2, 1), rule.At(6));
    }

    [Theory]
    [InlineData("""[{ "id": "A", "text": "无" }, { "id": "A", "text": "有" }]""", "IR2001")]
    [InlineData("""[{ "id": "A", "text": "无" }, { "id": "B", "text": "有", "also": ["无"] }]""", "IR2007")]
    public void Read_StatesThatClash_AreRefused(string states, string id)
    {
        _plugins.Add("a", "a", change: s => s["indicators"]![0]!["states"] = JToken.Parse(states));
        Assert.Contains(id, _plugins.Faults("a"));
    }

    private PluginFolder Ruled(string file) =>
        _plugins.Add("a", "a", change: s => s["indicators"]![0]!["rule"] = new JObject { ["file"] = file });

    private static void Set(JObject scheme, string path, JToken value)
    {
        var dot = path.LastIndexOf('.');
        ((JObject)scheme.SelectToken(path[..dot])!)[path[(dot + 1)..]] = value;
    }
}
