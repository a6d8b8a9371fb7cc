using System.Text;
using System.Text.Json;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Facts;

public sealed class FactsBuilderTests
{
    [Fact]
    public void Build_GivesWhatTheFileGives()
    {
        var built = PlaceFacts.For("140926", "静乐县", "jingle-county").Level("county").Note("虚构")
            .Choice("Climate", "半湿润地区").Shares("Terrain", ("Mountain", 49), ("Hill", 37), ("Plain", 14)).Number("Population", 12.5m)
            .Year(2022, y => y.Number("a", 28, "%").Cell("b", "55-70").State("c", "正在制定").Absent("d", AbsenceKind.NotAssessed)
                .Item("e", "Straw", 92.9m).Item("e", "Manure", "≥80%").Cell("f", "2000/2000", "亩")
                .Task("e", new SuperiorTaskFacts { State = SuperiorTaskState.NoneSet })
                .Background("gdp", 100).Adjust("praise", 1, "表扬").Adjust("praise", 2, "再表扬"))
            .Year(2021, y => y.Cell("a", "25%"))
            .Build();
        var read = Read("""
            { "note": "虚构", "scheme": "jingle-county",
              "place": { "code": "140926", "name": "静乐县", "level": "county", "attributes": [
                { "id": "Climate", "choice": "半湿润地区" },
                { "id": "Terrain", "shares": { "Mountain": 49, "Hill": 37, "Plain": 14 } }, { "id": "Population", "number": 12.5 } ] },
              "years": [
                { "year": 2021, "indicators": [{ "id": "a", "value": "25%" }] },
                { "year": 2022, "background": [{ "id": "gdp", "value": 100 }],
                  "adjustments": [{ "id": "praise", "points": 1, "reason": "表扬" }, { "id": "praise", "points": 2, "reason": "再表扬" }],
                  "indicators": [
                    { "id": "a", "value": 28, "unit": "%" }, { "id": "b", "value": "55-70" }, { "id": "c", "value": { "state": "正在制定" } },
                    { "id": "d", "value": { "absent": "not-assessed" } },
                    { "id": "e", "items": [{ "id": "Straw", "value": 92.9 }, { "id": "Manure", "value": "≥80%" }],
                      "task": { "state": "none-set" } },
                    { "id": "f", "value": "2000/2000", "unit": "亩" } ] } ] }
            """).OrThrow().Facts;

        Assert.Equal(FactsWriter.ToJson(read), FactsWriter.ToJson(built));
    }

    [Fact]
    public void Arguments_Wrong_AreArgumentErrorsWhereTheyAreGiven()
    {
        Action[] wrong =
        [
            () => PlaceFacts.For(null!, "县"), () => PlaceFacts.For("1", " "), () => PlaceFacts.For("1", "县", ""),
            () => Begun().Level(null!), () => Begun().Note(null!), () => Begun().Choice("", "x"), () => Begun().Choice("a", null!),
            () => Begun().Number(null!, 1), () => Begun().Shares("a"), () => Begun().Shares("a", null!),
            () => Begun().Shares("a", ("x", 1), ("x", 2)), () => Begun().Shares("a", (null!, 1)), () => Begun().Attribute(null!),
            () => Begun().Choice("a", "x").Number("a", 1), () => Begun().Year(1948, _ => { }), () => Begun().Year(2201, _ => { }),
            () => Begun().Year(2022, null!), () => Begun().Year(2022, _ => { }).Year(2022, _ => { }),
            () => Year(y => y.Number(null!, 1)), () => Year(y => y.Number(" ", 1)), () => Year(y => y.Cell("a", null!)),
            () => Year(y => y.Cell("a", "28%", "亩")), () => Year(y => y.State("a", "")), () => Year(y => y.Absent("a", (AbsenceKind)77)),
            () => Year(y => y.Fact("a", null!)), () => Year(y => y.Number("a", 1).Cell("a", "1")),
            () => Year(y => y.Item("a", null!, 1)), () => Year(y => y.Item("a", "i", (string)null!)),
            () => Year(y => y.Item("a", "i", (Fact)null!)),
            () => Year(y => y.Item("a", "i", 1).Item("a", "i", 1)), () => Year(y => y.Task("a", null!)),
            () => Year(y => y.Task("a", Task).Task("a", Task)), () => Year(y => y.Background(null!, 1)),
            () => Year(y => y.Background("b", 1).Background("b", 1)), () => Year(y => y.Adjust("a", 1, "")),
            () => Year(y => y.Adjust("", 1, "x")),
        ];

        Assert.All(wrong, action => Assert.IsAssignableFrom<ArgumentException>(Record.Exception(action)));
        Assert.Throws<InvalidOperationException>(() => Begun().Build());
    }

    [Fact]
    public async Task Read_EveryWay_GivesTheSameFacts()
    {
        var bytes = File.ReadAllBytes(Repo.Sample("jingle-2022"));
        using var once = new MemoryStream(bytes);
        using var slow = new TrickleStream(bytes);
        var read = new[]
        {
            FactsReader.ReadFile(Repo.Sample("jingle-2022")), FactsReader.Read(bytes, "a"), FactsReader.Read(once, "b"),
            await FactsReader.ReadAsync(slow, "c"),
        };

        Assert.Single(read.Select(r => r.OrThrow().Facts.Hash).Distinct());
        Assert.Single(read.Select(r => FactsWriter.ToJson(r.OrThrow().Facts)).Distinct());
        Assert.True(once.CanRead && slow.CanRead);
    }

    [Fact]
    public async Task Read_EndlessStream_EndsWithADiagnostic()
    {
        using var endless = new EndlessStream();

        Assert.Equal("IR1002", Assert.Single((await FactsReader.ReadAsync(endless, "body")).Diagnostics).Id);
        Assert.Equal("IR1002", Assert.Single(FactsReader.Read(endless, "body").Diagnostics).Id);
        Assert.True(endless.Given < 40_000_000, $"{endless.Given}");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => FactsReader.ReadAsync(new MemoryStream([1]), "body", new CancellationToken(true)));
    }

    [Fact]
    public void Diagnostics_OfAFile_NameTheEntry()
    {
        var read = Read("""
            { "place": { "code": "1", "name": "县", "level": 7, "attributes": [{ "id": "Climate", "choise": "x" }] },
              "background": [{ "id": "gdp", "values": { "2021": { "low": 2, "high": 1 } } }],
              "indicators": [{ "id": "series", "items": [{ "id": "part", "values": { "2020": [] } }] }],
              "years": [{ "year": 2022, "backgruond": 1, "indicators": [
                { "id": "row", "value": true, "items": [{ "id": "item", "value": {} , "met": 1 }] }] }] }
            """);

        Assert.Equal(
            ["2020/series/part", "2022", "2022/row", "2022/row/item", "place", "place/Climate"],
            read.Diagnostics.Select(d => d.Path ?? "-").Distinct().Order(StringComparer.Ordinal));
        Assert.All(read.Diagnostics, d => Assert.Contains($"\"path\":\"{d.Path}\"", JsonSerializer.Serialize(d), StringComparison.Ordinal));
    }

    [Fact]
    public void Diagnostics_OfFactsBuiltInCode_NameTheEntry()
    {
        var facts = PlaceFacts.For("140926", "静乐县", "jingle-county").Choice("Climate", "沙漠").Choice("Weather", "x")
            .Year(2021, y => y.Number("eco-appraisal-share", 25, "km"))
            .Year(2022, y => y.Number("eco-appraisal-share", 25, "km").Item("farm-waste", "Strw", 1).Background("nothing", 1))
            .Build();
        var found = Hosts.Shared.Assess(facts).Diagnostics;

        var paths = found.Select(d => d.Path).ToList();
        Assert.Contains("2021/eco-appraisal-share", paths);
        Assert.Contains("2022/eco-appraisal-share", paths);
        Assert.Contains("2022/background/nothing", paths);
        Assert.DoesNotContain(null, paths);
    }

    private static SuperiorTaskFacts Task { get; } = new() { State = SuperiorTaskState.NoneSet };

    private static FactsBuilder Begun() => PlaceFacts.For("1", "县");

    private static void Year(Action<YearBuilder> year) => Begun().Year(2022, year);

    private static IndicatorRules.Schemes.Diagnostics.Result<FactsFile> Read(string json) =>
        FactsReader.Read(Encoding.UTF8.GetBytes(json), "facts.json");

    // Gives a byte at a time.
    private sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 999)], cancellationToken);
    }

    private sealed class EndlessStream : Stream
    {
        internal long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            buffer.AsSpan(offset, count).Fill((byte)' ');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
