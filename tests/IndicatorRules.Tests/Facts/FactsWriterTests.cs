using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Facts;

public sealed class FactsWriterTests
{
    private static readonly string[] Cells =
    [
        "28", "94.50", "-3", "28%", "55-70", "≥95", "＞95", "＜5", "≤5", "≥10、≤20", "2000/2000亩", "预计95", "2020年为51.05", "无", "",
        "-", "约28", "28（初步数）", "已建立", "不考核", "无监测点", "１２", "1,234.5", "0.0", "28.000", "95%（预计）",
    ];

    private static IEnumerable<string> Files =>
        Repo.Files("samples", "facts*.json").Concat(Repo.Files("tests/corpus/facts/good", "*.json"))
            .Where(f => FactsReader.ReadFile(f).Succeeded);

    [Fact]
    public void Write_EveryFactsFile_IsReadBackTheSame()
    {
        var tried = 0;
        foreach (var file in Files)
        {
            var facts = FactsReader.ReadFile(file).OrThrow().Facts;
            var json = FactsWriter.ToJson(facts);

            AssertSame(facts, Read(json));
            Assert.Equal(json, FactsWriter.ToJson(Read(json)));
            tried++;
        }

        Assert.True(tried > 20, $"{tried}");
    }

    [Fact]
    public void Write_EveryWay_GivesTheSameBytes()
    {
        var facts = Of(y => y.Number("a", 28m).Cell("b", "55-70"));
        var buffer = new ArrayBufferWriter<byte>();
        using var stream = new MemoryStream();
        FactsWriter.Write(facts, buffer);
        FactsWriter.Write(facts, stream);

        Assert.Equal(FactsWriter.ToJson(facts), Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.Equal(FactsWriter.ToJson(facts), Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Write_EveryReading_IsReadBackTheSame()
    {
        Reading[] readings =
        [
            Reading.Number(28m), Reading.Number(28.0m), Reading.Number(-0.001m), Reading.Number(1234567890123456789012345678m),
            Reading.Range(55, 70), Reading.AtLeast(1), Reading.MoreThan(1), Reading.AtMost(1), Reading.LessThan(1),
            Reading.Quota(1, 2), Reading.Quota(1, 2, "亩"), Reading.Words("已建立"), Reading.Words("12"), Reading.Words("无"),
            Reading.Number(28m).AsEstimate(), Reading.Words("约28").AsEstimate(), Reading.Range(1, 2).AsEstimate(),
            .. Enum.GetValues<AbsenceKind>().SelectMany(k => new[] { Reading.Absent(k), Reading.Absent(k, "没有") }),
            .. Cells.Select(c => ReadingParser.Parse(c).Reading),
        ];
        foreach (var reading in readings)
        {
            var unit = reading.Kind == ReadingKind.Quota || !reading.IsNumeric ? null : ReadingParser.Parse(reading.Text).Unit;
            var ofYear = ReadingParser.Parse(reading.Text).OfYear;
            var facts = Of(y => y
                .Fact("a", new Fact { Value = reading, Unit = unit, OfYear = ofYear })
                .Item("b", "i", new Fact { Value = reading, Unit = unit, OfYear = ofYear }));

            AssertSame(facts, Read(FactsWriter.ToJson(facts)));
        }
    }

    [Fact]
    public void Write_AllThatAFactCanSay_IsReadBackTheSame()
    {
        var facts = new PlaceFacts(
            new Place
            {
                Code = "140926",
                Name = "静乐县",
                Level = "county",
                Attributes =
                [
                    new AttributeValue { Id = "c", Choice = "半湿润地区", Source = new Source("doc", "t 1") },
                    new AttributeValue { Id = "n", Number = 1.50m }, new AttributeValue { Id = "s", Shares = [new("a", 60), new("b", 40)] },
                ],
            },
            [
                new YearFacts(2022, [new IndicatorFacts
                {
                    Id = "row",
                    Own = new Fact
                    {
                        Value = Reading.Number(28.10m),
                        Unit = "%",
                        OfYear = 2021,
                        ReportedMet = false,
                        ClaimedTrend = Trend.Worsening,
                        Change = new RecordedChange(-26.15m, 2020),
                        ParentAverage = new ParentAverage(Reading.Number(27), "忻州市") { Unit = "%", Source = new Source("", "p") },
                        Measure = Measure.Change,
                        Related = [new RelatedFigure("面积", Reading.Number(3), "亩"), new RelatedFigure("数", Reading.Range(1, 2), "个")],
                        Source = new Source("doc"),
                        Owner = "县农业农村局",
                        Note = "与上年\n口径相同",
                    },
                    Items = [new ItemFact("i", Fact.Unknown) { SuperiorTask = new() { State = SuperiorTaskState.NoneSet, Text = "未下达" } }],
                    SuperiorTask = new SuperiorTaskFacts
                    {
                        State = SuperiorTaskState.Figures,
                        Text = "任务",
                        Figures = [new("用水总量", "亿立方米", 1.20m, true, Reading.Number(1.1m)), new("b", "", 1, false, Reading.Words("约1"))],
                    },
                    PrintedKinds = [new PrintedKind("国家", true), new PrintedKind("", false)],
                    Targets = [new DeclaredTarget(2025, "≥30%", 30, null, true), new DeclaredTarget(2030, "降")],
                }])
                {
                    Background = [new BackgroundFact("gdp", new Fact { Value = Reading.Number(100), Unit = "亿元" })],
                    Adjustments = [new Adjustment("praise", 1.5m, "通报表扬"), new Adjustment("praise", -1, "批评") { Source = new("x", "y") }],
                },
                new YearFacts(2020, []),
            ])
        {
            Note = "虚构",
            Scheme = "jingle-county@[1.0.0,2.0.0)",
        };

        AssertSame(facts, Read(FactsWriter.ToJson(facts)));
    }

    [Property(MaxTest = 200)]
    public Property Write_AnyFactsOfCells_AreReadBackTheSame() => Prop.ForAll(
        Gen.Elements(Cells).Two().ListOf(3).ToArbitrary(),
        cells =>
        {
            var facts = Of(y =>
            {
                foreach (var (i, (own, item)) in cells.Index())
                {
                    y.Cell($"r{i}", own).Item($"r{i}", "item", item);
                }
            });
            AssertSame(facts, Read(FactsWriter.ToJson(facts)));
        });

    [Fact]
    public void Write_WhatNoFileSays_IsAnErrorWithItsPath()
    {
        (string Path, PlaceFacts Facts)[] cases =
        [
            ("2022/a", Of(y => y.Fact("a", new Fact { Value = Reading.Number(28, "thirty") }))),
            ("2022/a", Of(y => y.Fact("a", new Fact { Value = Reading.Quota(1, 2), Unit = "亩" }))),
            ("2022/a", new PlaceFacts(Place, [new YearFacts(2022, [new IndicatorFacts
            {
                Id = "a", Items = [new ItemFact("i", Fact.Unknown), new ItemFact("i", Fact.Unknown)],
            }])])),
            ("2022/background/b", new PlaceFacts(Place, [new YearFacts(2022, [])
            {
                Background = [new BackgroundFact("b", new Fact { Value = Reading.Number(1), ReportedMet = true })],
            }])),
            ("2201", new PlaceFacts(Place, [new YearFacts(2201, [])])),
        ];
        foreach (var (path, facts) in cases)
        {
            var error = Assert.ThrowsAny<ArgumentException>(() => FactsWriter.ToJson(facts));
            Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentNullException>(() => FactsWriter.ToJson(null!));
    }

    private static Place Place { get; } = new() { Code = "1", Name = "县" };

    private static PlaceFacts Of(Action<YearBuilder> year) => PlaceFacts.For("1", "县").Year(2022, year).Build();

    private static PlaceFacts Read(string json) => FactsReader.Read(Encoding.UTF8.GetBytes(json), "facts").OrThrow().Facts;

    private static void AssertSame(PlaceFacts one, PlaceFacts other)
    {
        Assert.Equal((one.Place, one.Note, one.Scheme), (other.Place, other.Note, other.Scheme));
        Assert.Equal(one.Years.Select(y => y.Year), other.Years.Select(y => y.Year));
        foreach (var (a, b) in one.Years.Zip(other.Years))
        {
            Assert.Equal(a.Indicators.AsEnumerable(), b.Indicators.AsEnumerable());
            Assert.Equal(a.Background.AsEnumerable(), b.Background.AsEnumerable());
            Assert.Equal(a.Adjustments.AsEnumerable(), b.Adjustments.AsEnumerable());
        }
    }
}
