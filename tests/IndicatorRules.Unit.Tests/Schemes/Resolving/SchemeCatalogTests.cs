using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Schemes.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Tests.Resolving;

public sealed class SchemeCatalogTests : IDisposable
{
    private readonly PluginFolder _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Fact]
    public void Resolve_SmallestScheme_IsWhole()
    {
        var scheme = _plugins.Add("a", "a").Resolve("a").OrThrow();
        Assert.Equal("a@1.0.0", scheme.Key);
        Assert.Equal("AtLeast(20)", Assert.Single(scheme.Indicators).Rule.Code);
        Assert.Equal("space", scheme.DomainOf("land").Id);
    }

    [Fact]
    public void Resolve_ShippedSchemes_AreWhole()
    {
        var catalog = SchemeCatalog.Discover(Repo.Plugins);
        Assert.Empty(catalog.Diagnostics);
        Assert.All(catalog.Available, s => Assert.Empty(catalog.Resolve(s.Id).Diagnostics));
    }

    [Fact]
    public void Resolve_SeveralVersions_TakesTheHighestThatIsNoPrerelease()
    {
        var catalog = _plugins.Add("a", "a", "1.9.0").Add("b", "a", "1.10.0").Add("c", "a", "2.0.0-draft").Discover();
        Assert.Equal("a@1.10.0", catalog.Resolve("a").OrThrow().Key);
        Assert.Equal("a@1.9.0", catalog.Resolve("a", Range("[1.0.0,1.10.0)")).OrThrow().Key);
        Assert.Equal("a@2.0.0-draft", catalog.Resolve("a", Range("2.0.0-draft")).OrThrow().Key);
        Assert.Equal(["2.0.0-draft", "1.10.0", "1.9.0"], catalog.Available.Select(a => $"{a.Version}"));
    }

    [Fact]
    public void Resolve_UnknownId_GuessesWhatWasMeant()
    {
        var told = Assert.Single(_plugins.Add("a", "jingle-county").Resolve("jingle-conty").Diagnostics);
        Assert.Equal(("IR3001", "jingle-county"), (told.Id, told.Suggestion));
    }

    [Fact]
    public void Resolve_BaseMissing_ShowsTheChain()
    {
        var told = Assert.Single(
            _plugins.AddLower("b", "b", ("a", "[1.0.0,2.0.0)")).AddLower("c", "c", ("b", "[1.0.0,2.0.0)")).Resolve("c").Diagnostics);
        Assert.Equal("IR3001", told.Id);
        Assert.Contains("（c → b → a [1.0.0,2.0.0)）", told.Message(Language.Zh), StringComparison.Ordinal);
        Assert.EndsWith("b/scheme.json", told.Location.File.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_RangeThatNothingMeets_ListsWhatIsThere()
    {
        var told = Assert.Single(_plugins.Add("a", "a", "2.0.0-beta").AddLower("b", "b", ("a", "[1.0.0,2.0.0)")).Resolve("b").Diagnostics);
        Assert.Equal("IR3002", told.Id);
        Assert.Contains("2.0.0-beta", told.Message(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_BaseForAnotherContract_ShowsTheChainAndNothingElse()
    {
        _plugins.Add("a", "a", "1.2.0", s => (s["contract"], s["novelty"]) = ("[2.0.0,3.0.0)", "of that contract"))
            .AddLower("b", "b", ("a", "[1.0.0,2.0.0)")).AddLower("c", "c", ("b", "1.0.0")).Add("o", "o");
        var catalog = _plugins.Discover();
        var told = Assert.Single(catalog.Resolve("c").Diagnostics);
        Assert.Equal("IR2008", told.Id);
        Assert.Equal("`a` 1.2.0 needs contract [2.0.0,3.0.0); this host provides 1.0.0 (c → b → a [1.0.0,2.0.0)).",
            told.Message(Language.En));
        Assert.Equal(["IR2008"], catalog.Diagnostics.Select(d => d.Id));
        Assert.Equal(["IR2008"], catalog.Resolve("a").Diagnostics.Select(d => d.Id));
        Assert.Empty(catalog.Resolve("o").Diagnostics);
    }

    [Fact]
    public void Resolve_HigherVersionForAnotherContract_TakesTheOneThatIsSpoken()
    {
        _plugins.Add("a1", "a").Add("a2", "a", "1.1.0", s => s["contract"] = "[2.0.0,3.0.0)").AddLower("b", "b", ("a", "[1.0.0,2.0.0)"));
        Assert.Equal(["a@1.0.0", "b@1.0.0"], _plugins.Resolve("b").OrThrow().Lineage().Select(s => s.Key));
    }

    [Fact]
    public void Resolve_Cycle_IsShown()
    {
        _plugins.AddLower("a", "a", ("b", "[1.0.0,2.0.0)")).AddLower("b", "b", ("a", "[1.0.0,2.0.0)"));
        var told = Assert.Single(_plugins.Resolve("a").Diagnostics);
        Assert.Equal("IR3003", told.Id);
        Assert.Contains("a → b → a", told.Message(Language.Zh), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_AllExtendAll_TellsOfOneCircle()
    {
        const int schemes = 30;
        string[] ids = [.. Enumerable.Range(0, schemes).Select(i => $"s{i}")];
        foreach (var id in ids)
        {
            _plugins.AddLower(id, id, [.. ids.Where(other => other != id).Select(other => (other, "[1.0.0,2.0.0)"))]);
        }

        var catalog = _plugins.Discover();
        Assert.All(ids, id => Assert.Equal("IR3003", Assert.Single(catalog.Resolve(id).Diagnostics).Id));
    }

    [Fact]
    public void Resolve_ExtendsItself_IsACycle() =>
        Assert.Equal(["IR3003"], _plugins.AddLower("a", "a", ("a", "[1.0.0,2.0.0)")).Faults("a"));

    [Fact]
    public void Resolve_TwoAskForOneBase_BothGetTheHighestThatBothAccept()
    {
        _plugins.Add("n1", "n", "1.4.0").Add("n2", "n", "1.9.0").Add("n3", "n", "2.1.0")
            .AddLower("p", "p", ("n", "[1.0.0,3.0.0)")).AddLower("q", "q", ("n", "[1.0.0,2.0.0)"))
            .AddLower("c", "c", ("p", "1.0.0"), ("q", "1.0.0"));
        var catalog = _plugins.Discover();
        Assert.Equal(["n@1.9.0", "p@1.0.0", "q@1.0.0", "c@1.0.0"], catalog.Resolve("c").OrThrow().Lineage().Select(s => s.Key));
        Assert.Equal(["n@2.1.0", "p@1.0.0"], catalog.Resolve("p").OrThrow().Lineage().Select(s => s.Key));
    }

    [Fact]
    public void Resolve_NoVersionForAll_ShowsWhoAsksForWhat()
    {
        _plugins.Add("n1", "n", "1.4.0").Add("n2", "n", "2.1.0")
            .AddLower("p", "p", ("n", "[1.0.0,2.0.0)")).AddLower("q", "q", ("n", "[2.0.0,3.0.0)"))
            .AddLower("c", "c", ("p", "1.0.0"), ("q", "1.0.0"));
        var told = Assert.Single(_plugins.Resolve("c").Diagnostics);
        Assert.Equal("IR3010", told.Id);
        Assert.Contains("c → p → n [1.0.0,2.0.0); c → q → n [2.0.0,3.0.0)", told.Message(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_LowerVersionOfTheMiddle_AsksForWhatItNeeds()
    {
        // The highest `p` is out of bounds for `q`; with the lower one the base that only the highest asks for is not missed.
        _plugins.Add("n1", "n", "1.0.0").AddLower("p1", "p", ("n", "1.0.0")).AddLower("q", "q", ("p", "1.0.0"))
            .AddLower("c", "c", ("p", "[1.0.0,3.0.0)"), ("q", "1.0.0"));
        _plugins.Add("p2", "p", "2.0.0", s => s["extends"] = new JArray(new JObject { ["id"] = "gone", ["version"] = "1.0.0" }));
        Assert.Equal(["n@1.0.0", "p@1.0.0", "q@1.0.0", "c@1.0.0"], _plugins.Resolve("c").OrThrow().Lineage().Select(s => s.Key));
    }

    [Fact]
    public void Discover_OneVersionTwice_IsRefused()
    {
        var told = Assert.Single(_plugins.Add("x", "a").Add("y", "a").Discover().Diagnostics);
        Assert.Equal("IR3004", told.Id);
        Assert.Contains("y", told.Location.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_VersionThatStandsTwice_IsRefusedWithBothPlaces()
    {
        var told = Assert.Single(_plugins.Add("x", "a").Add("y", "a").Resolve("a").Diagnostics);
        Assert.Equal("IR3004", told.Id);
        Assert.EndsWith("x` and in `" + Path.Combine(_plugins.Root, "y") + "`.", told.Message(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_BaseThatStandsTwice_ShowsTheChain()
    {
        _plugins.Add("x", "a").Add("y", "a").AddLower("b", "b", ("a", "[1.0.0,2.0.0)")).AddLower("c", "c", ("b", "1.0.0"));
        var told = Assert.Single(_plugins.Resolve("c").Diagnostics);
        Assert.Equal("IR3004", told.Id);
        Assert.Contains("(c → b → a [1.0.0,2.0.0))", told.Message(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_TwinThatNobodyNeeds_IsNoObstacle()
    {
        var catalog = _plugins.Add("x", "a").Add("y", "a").Add("z", "a", "1.1.0").Add("other", "o")
            .AddLower("b", "b", ("a", "[1.0.0,2.0.0)")).Discover();
        Assert.Equal(["a@1.1.0", "b@1.0.0"], catalog.Resolve("b").OrThrow().Lineage().Select(s => s.Key));
        Assert.Empty(catalog.Resolve("o").Diagnostics);
        Assert.Equal(["IR3004"], catalog.Resolve("a", Range("1.0.0")).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Discover_OneBroken_OthersAreThere()
    {
        var catalog = _plugins.Add("a", "a").Write("b/scheme.json", "{").Discover();
        Assert.Equal("IR1006", Assert.Single(catalog.Diagnostics).Id);
        Assert.Empty(catalog.Resolve("a").Diagnostics);
        Assert.Equal(["IR1006", "IR3040"], catalog.Resolve("b").Diagnostics.Select(d => d.Id).Order());
    }

    [Fact]
    public void Discover_FolderThatIsNotThere_IsADiagnostic() =>
        Assert.Equal("IR1001", Assert.Single(SchemeCatalog.Discover(Path.Combine(_plugins.Root, "none")).Diagnostics).Id);

    [Fact]
    public void Discover_PluginsOwnFolder_WillDo() =>
        Assert.Equal("a", Assert.Single(SchemeCatalog.Discover(Path.Combine(_plugins.Add("a", "a").Root, "a")).Available).Id);

    [Fact]
    public void Compose_FromWithoutExtends_IsRefused() =>
        Assert.Equal(["IR3005"],
            Faults(_plugins.Add("a", "a", change: s => s["indicators"]![0]!["from"] = new JArray("b")), "a", "IR3008"));

    [Fact]
    public void Compose_UpperLacksTheIndicator_GuessesWhatWasMeant()
    {
        _plugins.Add("a", "a").AddLower("b", "b", ("a", "[1.0.0,2.0.0)"))
            .Add("c", "c", change: s =>
            {
                s["extends"] = new JArray(new JObject { ["id"] = "a", ["version"] = "1.0.0" });
                s["indicators"] = new JArray(new JObject { ["id"] = "forst", ["from"] = new JArray("a") });
            });
        var told = Assert.Single(_plugins.Resolve("c").Diagnostics);
        Assert.Equal(("IR3006", "forest"), (told.Id, told.Suggestion));
    }

    [Fact]
    public void Compose_OneUpperLostTheIndicator_NamesTheRowAndBothPlaces()
    {
        _plugins.Add("a", "a").Add("b", "b", change: s => s["indicators"]![0]!["id"] = "woods")
            .AddLower("c", "c", ("a", "1.0.0"), ("b", "1.0.0"));
        _plugins.Add("c", "c", change: s =>
        {
            s["extends"] = new JArray(new[] { "a", "b" }.Select(i => new JObject { ["id"] = i, ["version"] = "1.0.0" }));
            s["indicators"] = JToken.Parse("""[{ "id": "forest", "from": ["a", "b"] }]""");
        });
        var told = Assert.Single(_plugins.Resolve("c").Diagnostics, d => d.Id == "IR3006");
        var text = told.Format(Language.Zh);
        Assert.Contains("“森林”（仍在", text, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("a", "scheme.json("), text, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("b", "scheme.json）"), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("task")]
    [InlineData("group")]
    public void Compose_UpperNamesNoSuchHeading_IsToldOnceWhereItStands(string field)
    {
        _plugins.Add("a", "a", change: s => s["indicators"]![0]![field] = "nosuch").Add("b", "b")
            .AddLower("c", "c", ("a", "1.0.0"), ("b", "1.0.0"));
        var told = Assert.Single(_plugins.Resolve("c").Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal("IR2002", told.Id);
        Assert.Contains(Path.Combine("a", "scheme.json("), $"{told.Location}", StringComparison.Ordinal);
        Assert.Null(_plugins.Resolve("c").Value);
    }

    [Theory]
    [InlineData("unit", "\"‰\"")]
    [InlineData("direction", "\"lower\"")]
    [InlineData("decimals", "2")]
    [InlineData("absence", "{ \"not-reported\": \"not-met\" }")]
    public void Compose_BasesDisagree_IsTold(string field, string value)
    {
        _plugins.Add("a", "a").Add("b", "b", change: s => s["indicators"]![0]![field] = JToken.Parse(value))
            .AddLower("c", "c", ("a", "1.0.0"), ("b", "1.0.0"));
        var told = Assert.Single(_plugins.Resolve("c").Diagnostics);
        Assert.Equal(("IR3007", field), (told.Id, told.Arguments[1].En));
    }

    [Fact]
    public void Compose_BasesPrintOtherTargets_PrintsBothAndWarns()
    {
        _plugins.Add("a", "a").Add("b", "b", change: s => s["indicators"]![0]!["target"] = "≥30")
            .AddLower("c", "c", ("a", "1.0.0"), ("b", "1.0.0"));
        var resolved = _plugins.Resolve("c");
        var told = Assert.Single(resolved.Diagnostics);
        Assert.Equal(("IR5356", Severity.Warning), (told.Id, told.Severity));
        Assert.Contains("≥30", Assert.Single(resolved.Value!.Indicators).Target.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_BasesDisagreeAndOverride_TakesTheOverride()
    {
        _plugins.Add("a", "a").Add("b", "b", change: s => s["indicators"]![0]!["target"] = "≥30")
            .AddLower("c", "c", ("a", "1.0.0"), ("b", "1.0.0"));
        _plugins.Add("c", "c", change: s =>
        {
            s["extends"] = new JArray(new[] { "a", "b" }.Select(i => new JObject { ["id"] = i, ["version"] = "1.0.0" }));
            s["indicators"] = JToken.Parse(
                """[{ "id": "forest", "from": ["a", "b"], "override": { "target": "≥30", "because": "从严" } }]""");
        });
        var indicator = Assert.Single(_plugins.Resolve("c").OrThrow().Indicators);
        Assert.Equal("≥30", indicator.Target.Zh);
        Assert.Equal("Upper(\"a\") & Upper(\"b\")", indicator.Rule.Code);
        Assert.Equal(["a", "b"], indicator.Kinds.Select(b => b.SchemeId));
    }

    [Fact]
    public void Compose_FieldBesideFrom_IsAnUndeclaredOverride()
    {
        _plugins.Add("a", "a").Add("b", "b", change: s =>
        {
            s["extends"] = new JArray(new JObject { ["id"] = "a", ["version"] = "1.0.0" });
            s["indicators"] = JToken.Parse("""[{ "id": "forest", "from": ["a"], "target": "≥10", "unit": "%" }]""");
        });
        Assert.Equal(["IR3040", "IR3008", "IR3008"],
            _plugins.Discover().Resolve("b").Diagnostics.OrderByDescending(d => d.Id).Select(d => d.Id));
    }

    [Fact]
    public void Hash_OtherRuleFile_IsAnother()
    {
        var first = Hash("return AtLeast(20);");
        Assert.Equal(first, Hash("return AtLeast(20);"));
        Assert.NotEqual(first, Hash("return AtLeast(21);"));
    }

    private string Hash(string code) => _plugins
        .Add("a", "a", change: s => s["indicators"]![0]!["rule"] = new JObject { ["file"] = "rules/a.csx" })
        .Write("a/rules/a.csx", code).Resolve("a").OrThrow().Hash;

    private static string[] Faults(PluginFolder plugins, string id, params string[] but) =>
        [.. plugins.Faults(id).Where(f => !but.Contains(f) && f != "IR3040")];

    private static SchemeRange Range(string text) => SchemeRange.TryParse(text, out var range) ? range : throw new ArgumentException(text);
}
