using System.Text;
using System.Text.Json.Nodes;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Facts;

/// <summary>Cells as people write them, in JSON and as the grammar reads them: the reading and every diagnostic, to the letter.</summary>
public sealed class CellCorpusTests
{
    private static readonly string Folder = Repo.In("tests", "corpus", "cells");
    private static readonly string Listed = Path.Combine(Folder, "cells.tsv");

    [Fact]
    public void Read_EveryCellInJson_IsAsListed()
    {
        var scheme = SchemeCatalog.Discover(Folder).Resolve("cells").OrThrow();
        var known = new KnownIndicators(scheme, []);
        var cells = CellCorpus.Read(Listed);

        Assert.True(cells.Count >= 900);
        ExpectedText.Same(Listed, string.Concat(cells.Select(c => InJson(c, known) + "\n")));
    }

    [Fact]
    public void Parse_EveryCell_IsWhatTheOracleReads() => Assert.All(CellCorpus.Read(Listed), c => CellOracle.Agrees(c.Cell));

    private static string InJson(CellCorpus cell, KnownIndicators known)
    {
        var facts = new JsonObject
        {
            ["$schema"] = "x",
            ["place"] = new JsonObject { ["code"] = "c", ["name"] = "虚构县" },
            ["years"] = new JsonArray(new JsonObject
            {
                ["year"] = 2022,
                ["indicators"] = new JsonArray(new JsonObject { ["id"] = cell.Row, ["value"] = cell.Cell }),
            }),
        };
        var file = FactsReader.Read(StrictJson.Read(Encoding.UTF8.GetBytes(facts.ToJsonString()), "c.json").OrThrow()).OrThrow();
        var bag = new DiagnosticBag();
        FactsValidation.Run(file, known, bag, new RowFaults());
        var fact = file.Facts.Years[0].Indicators[0].Own;
        return cell.With(fact, bag.ToImmutable());
    }
}
