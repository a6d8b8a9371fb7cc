using System.Text;
using IndicatorRules.Reporting.Tests.Support;
using IndicatorRules.Tables.Formats;
using Parquet;
using Parquet.Schema;

namespace IndicatorRules.Tables.Tests;

[Trait("Category", "Slow")]
public sealed class ParquetTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(997)]
    [InlineData(1_000_000)]
    public async Task Run_ParquetOfATable_GivesTheSameBytes(int rowsPerGroup)
    {
        // A group a row is slow to write: as many rows as cross from one place to the next are enough.
        var most = rowsPerGroup == 1 ? 200 : int.MaxValue;
        var lines = TableText.Of(RandomPlaces.Sample(17, 12)).Split('\n').SkipLast(1).Take(most).ToList();
        var table = _folder.Write("table.csv", string.Join('\n', lines) + "\n");
        var rows = lines.ConvertAll(l => l.Split(','));
        await Write("table.parquet", rows[0], rows[1..], rowsPerGroup);

        var run = BatchOf.Table(Path.Combine(_folder.Path, "table.parquet"));

        Assert.Equal(BatchOf.Table(table).Text, run.Text);
        Assert.True(run.Text.Length > 1000);
    }

    // Bytes that keep the library busy for ever: a length in the footer that nothing bears out.
    [Fact]
    public void Run_FooterThatLies_IsNoParquet()
    {
        var path = Repo.In("tests", "corpus", "attacks", "tables", "footer-that-lies.reader.IR5211.parquet");
        Assert.Equal("IR5211", Assert.Single(BatchOf.Table(path).Result.Diagnostics).Id);
    }

    [Fact]
    public async Task Run_Cancelled_EndsTheReading()
    {
        await Write("table.parquet", ["place", "year", "indicator", "value"], [["A", "2022", "eco-index", "50"]], 1);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(
            () => BatchOf.Table(Path.Combine(_folder.Path, "table.parquet"), cancellationToken: cancelled.Token));
    }

    [Fact]
    public async Task Run_AnyBitOfTheFooterFlipped_IsReadOrRefused()
    {
        await Write("table.parquet", ["place", "year", "indicator", "value"],
            [["A", "2022", "eco-index", "50"], ["A", "2023", "eco-index", "51"]], 10);
        var honest = File.ReadAllBytes(Path.Combine(_folder.Path, "table.parquet"));
        using var process = ParquetRows.StartProcess();
        var path = Path.Combine(_folder.Path, "flipped.parquet");
        for (var bit = 0; bit < honest.Length * 8; bit += 3)
        {
            var flipped = (byte[])honest.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(path, flipped);
            var head = process.Ask(Encoding.UTF8.GetBytes(path), ParquetWire.ReadHead, TimeSpan.FromMinutes(1), CancellationToken.None);
            for (var rows = 1; head.Fault == ParquetFault.None && rows > 0;)
            {
                rows = process.Ask([],
                    a => ParquetWire.ReadPart(a, head.Headings.Length), TimeSpan.FromMinutes(1), CancellationToken.None).Rows;
            }
        }

        Assert.Equal(1, process.Starts);
    }

    [Fact]
    public async Task Run_TypedColumns_ReadsWhatWasWritten()
    {
        DataField[] fields =
        [
            new DataField<string>("place"), new DataField<int>("year"), new DataField<string>("indicator"), new DataField<double?>("value"),
            new DataField<bool?>("met"), new DataField<string>("place.Climate"), new DataField<decimal>("place.Terrain.Mountain"),
            new DataField<long>("place.Terrain.Hill"), new DataField<double>("place.Terrain.Plain"),
        ];
        var path = Path.Combine(_folder.Path, "typed.parquet");
        await using (var stream = File.Create(path))
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields.Cast<Field>()), stream))
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync(fields[0], ["A", "A", "A"]);
            await group.WriteAsync<int>(fields[1], new[] { 2022, 2022, 2022 });
            await group.WriteAsync(fields[2], ["forest-grass-cover", "eco-index", "urban-waste"]);
            await group.WriteAsync<double>(fields[3], new double?[] { 46.72, 54.9, null });
            await group.WriteAsync<bool>(fields[4], new bool?[] { null, null, true });
            await group.WriteAsync(fields[5], ["半湿润", "半湿润", "半湿润"]);
            await group.WriteAsync<decimal>(fields[6], new[] { 49m, 49m, 49m });
            await group.WriteAsync<long>(fields[7], new[] { 37L, 37L, 37L });
            await group.WriteAsync<double>(fields[8], new[] { 14.0, 14.0, 14.0 });
        }

        var run = BatchOf.Table(path);

        Assert.Empty(run.Told);
        Assert.Contains(",forest-grass-cover,met,measured,,\n", run.Text, StringComparison.Ordinal);
        Assert.Contains(",eco-index,notMet,measured,,\n", run.Text, StringComparison.Ordinal);
        Assert.Contains(",urban-waste,met,declared,,\n", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoParquet_IsToldAsSuch()
    {
        var run = BatchOf.Table(_folder.Write("fake.parquet", "place,year,indicator,value\n"));

        Assert.Equal("IR5211", Assert.Single(run.Result.Diagnostics).Id);
    }

    [Fact]
    public async Task Run_ColumnThatIsNoCell_IsToldWithItsName()
    {
        var path = Path.Combine(_folder.Path, "dates.parquet");
        DataField[] fields = [new DataField<string>("place"), new DataField<DateTime>("year")];
        await using (var stream = File.Create(path))
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields.Cast<Field>()), stream))
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync(fields[0], ["A"]);
            await group.WriteAsync<DateTime>(fields[1], new[] { DateTime.UnixEpoch });
        }

        var diagnostic = Assert.Single(BatchOf.Table(path).Result.Diagnostics);

        Assert.Equal("IR5212", diagnostic.Id);
        Assert.Equal("year", diagnostic.Arguments[0].En);
    }

    public void Dispose() => _folder.Dispose();

    private async Task Write(string name, string[] headings, List<string[]> rows, int rowsPerGroup)
    {
        DataField[] fields = [.. headings.Select(h => new DataField<string>(h))];
        await using var stream = File.Create(Path.Combine(_folder.Path, name));
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields.Cast<Field>()), stream);
        foreach (var chunk in rows.Chunk(rowsPerGroup))
        {
            using var group = writer.CreateRowGroup();
            for (var i = 0; i < fields.Length; i++)
            {
                await group.WriteAsync(fields[i], [.. chunk.Select(r => r[i])]);
            }
        }
    }
}
