using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Schemes.Tests.Support;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Tests.Resolving;

/// <summary>Lineages that branch and join: work grows with schemes and rows, not with the ways that lead through them.</summary>
public sealed class LineageTests : IDisposable
{
    private const string Range = "[1.0.0,2.0.0)";

    private readonly PluginFolder _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Fact]
    public void Resolve_Diamond_ComposesEachSchemeOnce()
    {
        Diamond(63);
        var catalog = _plugins.Discover();
        var top = catalog.Resolve("a63").OrThrow();
        var lineage = top.Lineage().ToList();
        Assert.Equal(128 - 1, lineage.Count);
        Assert.Equal(lineage.Select(s => s.Key).Distinct(), lineage.Select(s => s.Key));
        Assert.All(lineage, s => Assert.All(s.Uppers, upper => Assert.True(lineage.IndexOf(upper) < lineage.IndexOf(s))));
        Assert.Equal(lineage.Count, SchemeView.Of(top).Count);
        // The other schemes of the catalog share what is composed.
        Assert.Same(catalog.Resolve("b62").OrThrow(), top.Uppers[1]);
    }

    [Fact]
    public void Resolve_TwiceTheLevels_TakesNoMoreThanItsShare()
    {
        Diamond(40);
        var catalog = _plugins.Discover();
        Assert.InRange(Allocated(catalog, "a40"), 0, 8 * Math.Max(Allocated(_plugins.Discover(), "a20"), 1_000_000));
    }

    [Theory]
    [InlineData(127, true)]
    [InlineData(128, false)]
    [InlineData(300, false)]
    public void Resolve_Chain_WorksOrNamesTheChain(int levels, bool works)
    {
        _plugins.Add("s0", "s0");
        for (var i = 1; i <= levels; i++)
        {
            _plugins.AddLower($"s{i}", $"s{i}", ($"s{i - 1}", Range));
        }

        var resolved = _plugins.Resolve($"s{levels}");
        if (works)
        {
            Assert.Equal(levels + 1, resolved.OrThrow().Lineage().Count());
            return;
        }

        var told = Assert.Single(resolved.Diagnostics);
        Assert.Equal("IR3051", told.Id);
        Assert.StartsWith($"s{levels} → s{levels - 1} → ", told.Arguments[2].En, StringComparison.Ordinal);
        Assert.InRange(told.Arguments[2].En.Length, 0, 200);
    }

    [Fact]
    public void Resolve_Dense_ResolvesAll()
    {
        Dense(60);
        Assert.Equal(61, _plugins.Resolve("s60").OrThrow().Lineage().Count());
    }

    [Fact]
    public void Resolve_MoreFiguresThanThereMayBe_NamesTheChain()
    {
        _plugins.Add("s0", "s0", change: s => s["indicators"] = new JArray(Enumerable.Range(1, 3_000).Select(i => Row(s, $"i{i}", i))));
        for (var i = 1; i < 8; i++)
        {
            var upper = $"s{i - 1}";
            _plugins.Add($"s{i}", $"s{i}", change: s =>
            {
                s.Remove("domains");
                s["indicators"] = new JArray(new JObject { ["id"] = "i1", ["from"] = new JArray(upper) });
                s["extends"] = new JArray(new JObject { ["id"] = upper, ["version"] = Range, ["rest"] = "take-over" });
            });
        }

        _plugins.Add("beside", "beside");
        var catalog = _plugins.Discover();
        Assert.Equal(["IR3052"], catalog.Resolve("s7").Diagnostics.Select(d => d.Id));
        Assert.True(catalog.Resolve("s5").Succeeded);
        Assert.True(catalog.Resolve("beside").Succeeded);
    }

    [Fact]
    public void Resolve_OtherIdsOnEachWay_IsRefusedBeforeTheViewsMultiply()
    {
        // At each level one way swaps two of eight rows: as many orders of the rows as ways.
        string[] ids = [.. Enumerable.Range(0, 8).Select(i => $"r{i}")];
        foreach (var x in (string[])["a", "b"])
        {
            _plugins.Add($"{x}0", $"{x}0", change: s => s["indicators"] = new JArray(ids.Select((id, i) => Row(s, id, i + 1))));
        }

        for (var level = 1; level <= 12; level++)
        {
            Swapping("a", level, ids, level % 8, (level + 1) % 8);
            Swapping("b", level, ids, (level + 3) % 8, (level + 5) % 8);
        }

        Assert.Equal(["IR3053"], _plugins.Resolve("a12").Diagnostics.Select(d => d.Id).Distinct());
    }

    private void Swapping(string name, int level, string[] ids, int one, int other) =>
        _plugins.Add($"{name}{level}", $"{name}{level}", change: s =>
    {
        s.Remove("domains");
        s["extends"] = new JArray(((string[])["a", "b"]).Select(x => new JObject { ["id"] = $"{x}{level - 1}", ["version"] = Range }));
        s["indicators"] = new JArray(ids.Select((id, i) => new JObject
        {
            ["id"] = id,
            ["from"] = new JArray(
                Taken("a", level - 1, ids[i == one ? other : i == other ? one : i]), Taken("b", level - 1, id)),
            ["override"] = new JObject { ["number"] = i + 1, ["because"] = "编号不同" },
        }));
    });

    private static JObject Taken(string scheme, int level, string indicator) =>
        new() { ["scheme"] = $"{scheme}{level}", ["indicator"] = indicator };

    private static JObject Row(JObject scheme, string id, int number) =>
        new((JObject)scheme["indicators"]![0]!) { ["id"] = id, ["number"] = number };

    private void Diamond(int levels)
    {
        _plugins.Add("a0", "a0").Add("b0", "b0");
        for (var i = 1; i <= levels; i++)
        {
            _plugins.AddLower($"a{i}", $"a{i}", ($"a{i - 1}", Range), ($"b{i - 1}", Range));
            _plugins.AddLower($"b{i}", $"b{i}", ($"a{i - 1}", Range), ($"b{i - 1}", Range));
        }
    }

    private void Dense(int levels)
    {
        _plugins.Add("s0", "s0");
        for (var i = 1; i <= levels; i++)
        {
            var level = i;
            _plugins.Add($"s{i}", $"s{i}", change: s =>
            {
                s.Remove("domains");
                s["extends"] = new JArray(Enumerable.Range(0, level).Select(upper => Extended(upper, upper < level - 1)));
                s["indicators"] = new JArray(new JObject { ["id"] = "forest", ["from"] = new JArray($"s{level - 1}") });
            });
        }
    }

    private static JObject Extended(int upper, bool leftOut)
    {
        var extended = new JObject { ["id"] = $"s{upper}", ["version"] = Range };
        if (leftOut)
        {
            extended["leaveOut"] = new JArray(new JObject { ["id"] = "forest", ["because"] = "已由下级沿用" });
        }

        return extended;
    }

    private static long Allocated(SchemeCatalog catalog, string id)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(catalog.Resolve(id).Succeeded);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
