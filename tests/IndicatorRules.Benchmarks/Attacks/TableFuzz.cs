using System.Text;
using System.Text.Json;
using IndicatorRules.Batching;
using IndicatorRules.Isolation;
using IndicatorRules.Tables;
using IndicatorRules.Tables.Formats;
using Parquet;
using Parquet.Schema;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>
/// Honest tables with bits, bytes and pieces changed: each is judged or refused by a diagnostic. The same for the same seed.
/// </summary>
internal sealed class TableFuzz(int seed, int count)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly byte[][] Pieces =
    [
        .. new[] { "\"", "\"\"", ",", "\n", "\r", "\r\n", "\0", "\uFEFF", "=1+1", "-", "≥", "1e999", "99999999999999999999999999999",
            "\u202E", new string(',', 3000) }
            .Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0x00, 0x00, 0x00, 0x00],
    ];

    private readonly Random _random = new(seed);

    internal int Run()
    {
        var folder = Directory.CreateTempSubdirectory("tables").FullName;
        try
        {
            var csv = Encoding.UTF8.GetBytes(Table());
            var parquet = ParquetOf(Table(), Path.Combine(folder, "honest.parquet"));
            using var host = SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [.. Directory.GetDirectories(Repo.Plugins)] });
            using var reading = ParquetRows.StartProcess();
            var (judged, refused, ended, wrong) = (0, 0, 0, 0);
            for (var i = 0; i < count; i++)
            {
                var isCsv = i % 2 == 0;
                var path = Path.Combine(folder, isCsv ? "mutant.csv" : "mutant.parquet");
                File.WriteAllBytes(path, Mutated(isCsv ? csv : parquet));
                try
                {
                    var done = isCsv ? Judge(host, path) : Read(reading, path);
                    judged += done ? 1 : 0;
                    refused += done ? 0 : 1;
                }
                catch (ChildProgramException e)
                {
                    // The reading process is there to be ended.
                    Console.Error.WriteLine($"mutant {i}: {e.Message}");
                    File.Copy(path, Path.Combine(Path.GetTempPath(), $"ended-{seed}-{i}.parquet"), overwrite: true);
                    ended++;
                }
                catch (Exception e)
                {
                    Console.Error.WriteLine($"mutant {i}: {e}");
                    wrong++;
                }
            }

            Console.WriteLine(JsonSerializer.Serialize(new { seed, tables = count, judged, refused, ended, wrong }));
            return wrong == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Judge(SchemeHost host, string path)
    {
        var request = new BatchRequest { Input = path };
        return new BatchRun(host, request, new BatchOptions { Scheme = "jingle-county" }).Run(TextWriter.Null, _ => { }).Succeeded;
    }

    private static bool Read(ChildProgram reading, string path)
    {
        var head = Ask(reading, Encoding.UTF8.GetBytes(path), ParquetWire.ReadHead);
        while (head.Fault == ParquetFault.None)
        {
            var part = Ask(reading, [], answer => ParquetWire.ReadPart(answer, head.Headings.Length));
            if (part.Rows == 0)
            {
                return part.Fault == ParquetFault.None;
            }
        }

        return false;
    }

    private static T Ask<T>(ChildProgram reading, byte[] question, Func<byte[], T> read)
        where T : class => reading.Ask(question, read, Patience, CancellationToken.None);

    private byte[] Mutated(byte[] honest)
    {
        var bytes = honest.ToList();
        for (var times = _random.Next(1, 5); times > 0 && bytes.Count > 8; times--)
        {
            // Files are read from their ends.
            var at = _random.Next(3) == 0
                ? Math.Max(0, bytes.Count - 1 - _random.Next(Math.Min(bytes.Count, 600)))
                : _random.Next(bytes.Count);
            switch (_random.Next(6))
            {
                case 0 or 1:
                    bytes[at] ^= (byte)(1 << _random.Next(8));
                    break;
                case 2:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 3:
                    bytes.InsertRange(at, Pieces[_random.Next(Pieces.Length)]);
                    break;
                case 4:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 << _random.Next(8)));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, 1 << _random.Next(9))));
                    break;
            }
        }

        return [.. bytes];
    }

    private static string Table() =>
        """
        place,name,level,year,indicator,item,value,unit,note,place.Climate,place.Terrain.Mountain,place.Terrain.Hill,place.Terrain.Plain
        140925,宁武县,county,2021,forest-grass-cover,,46.72,%,"表,一",半湿润,49,37,14
        140925,宁武县,county,2022,forest-grass-cover,,47.1,%,,半湿润,49,37,14
        140925,宁武县,county,2022,eco-index,,≥54.9,,"引""号",半湿润,49,37,14
        140925,宁武县,county,2022,urban-waste,,55-70,%,,半湿润,49,37,14
        140926,静乐县,county,2022,forest-grass-cover,,无,,,半干旱,60,30,10
        140926,静乐县,county,2022,eco-index,,54.9,,,半干旱,60,30,10

        """;

    private static byte[] ParquetOf(string table, string path)
    {
        var rows = table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Replace("\"\"", "", StringComparison.Ordinal).Split(',')).ToList();
        var fields = rows[0].Select(name => new DataField<string>(name)).ToArray();
        WriteAsync(fields, rows[1..], path).GetAwaiter().GetResult();
        return File.ReadAllBytes(path);
    }

    private static async Task WriteAsync(DataField<string>[] fields, List<string[]> rows, string path)
    {
        await using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields.Cast<Field>()), stream);
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < fields.Length; i++)
        {
            await group.WriteAsync(fields[i], rows.ConvertAll(r => i < r.Length && r[i].Length > 0 ? r[i] : null).ToArray()!);
        }
    }
}
