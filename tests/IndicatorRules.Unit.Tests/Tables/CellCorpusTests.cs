using IndicatorRules.Facts;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Tables.Formats;

namespace IndicatorRules.Tables.Tests;

/// <summary>The cells of the corpus in a table: they are read as in JSON, with the same words.</summary>
public sealed class CellCorpusTests
{
    private static readonly string Folder = Repo.In("tests", "corpus", "cells");

    [Fact]
    public void Read_EveryCellInCsv_IsAsInJson()
    {
        using var folder = new TempFolder();
        var cells = CellCorpus.Read(Path.Combine(Folder, "cells.tsv"));
        var known = new KnownIndicators(SchemeCatalog.Discover(Folder).Resolve("cells").OrThrow(), []);
        var table = Path.Combine(folder.Path, "cells.csv");
        File.WriteAllText(table, "place,year,indicator,value\n" + string.Concat(cells.Select((c, i) =>
            $"{i},2022,{c.Row},\"{c.Cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")));

        var read = Places(table, known).ToList();

        Assert.Equal(cells.Count, read.Count);
        Assert.All(cells.Zip(read), pair => Assert.Equal(pair.First.Line, InTable(pair.First, pair.Second, known)));
    }

    private static string InTable(CellCorpus cell, FactsFile file, KnownIndicators known)
    {
        var bag = new DiagnosticBag();
        FactsValidation.Run(file, known, bag, new RowFaults());
        var fact = file.Facts.Years[0].Indicators[0].Own;
        return cell.With(fact, bag.ToImmutable());
    }

    private static IEnumerable<FactsFile> Places(string path, KnownIndicators known)
    {
        using var rows = new CsvRows(File.OpenRead(path), path);
        var layout = new TableLayoutReader(rows.Headings, [], column => new Location(path, 1, column)).Read().OrThrow();
        var reader = new TablePlaceReader(layout, known, rows, path, reusesFacts: false);
        foreach (var block in new TableBlockReader(rows, layout, path).Blocks())
        {
            for (var index = 0; index < block.PlaceCount; index++)
            {
                var input = reader.Read(block, index);
                Assert.Empty(input.Diagnostics);
                yield return input.Value!;
            }
        }
    }
}
