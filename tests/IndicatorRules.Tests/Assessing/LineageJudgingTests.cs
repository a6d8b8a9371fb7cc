using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>
/// Lineages that branch, join and rename, judged: what one rule says is what it would say if each way had rules of its own.
/// </summary>
public sealed class LineageJudgingTests
{
    [Property(MaxTest = 12)]
    public void Assess_AnyLineage_IsWhatEachWayComesTo(int seed)
    {
        var random = new Random(seed);
        var lineage = new RandomLineage(random);
        using var folder = new TempFolder();
        lineage.Write(folder);
        using var host = Hosts.Over(folder.Path);
        for (var round = 0; round < 8; round++)
        {
            int?[] figures = [.. Enumerable.Range(0, RandomLineage.Rows).Select(_ => random.Next(8) == 0 ? (int?)null : random.Next(10))];
            foreach (var options in (AssessOptions[])[new() { Scheme = "s0" }, new() { Scheme = "s0", WithReasons = true }])
            {
                var assessment = host.Assess(Facts(figures), options).OrThrow();
                for (var row = 0; row < figures.Length; row++)
                {
                    Assert.Equal(lineage.Judge(0, row, figures), assessment.Find($"r{row}")!.Status);
                }
            }
        }
    }

    [Fact]
    public void Assess_RuleThatFailsInAnUpperScheme_LeavesTheRowOpenAndNoOther()
    {
        using var folder = new TempFolder();
        Diamond(folder, 6, "AtLeast(100.0 / (Year - 2022))");
        using var host = Hosts.Over(folder.Path);
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(Status.Undetermined, host.Assess(Facts([5]), new AssessOptions { Scheme = "a6" }).OrThrow().Find("r0")!.Status);
            Assert.Equal(Status.NotMet, host.Assess(Facts([0]), new AssessOptions { Scheme = "a6" }).OrThrow().Find("r0")!.Status);
        }
    }

    // Each rule asks the one above it and then fails, so that it is asked again what it asked before.
    [Fact]
    [Trait("Category", "Slow")]
    public void Assess_ChainOfRulesThatFailAfterAsking_AsksEachOnce()
    {
        using var folder = new TempFolder();
        RandomLineage.Put(folder, "s0", [], [RandomLineage.Own("r0", 1, "AtLeast(1)")]);
        for (var i = 1; i <= 60; i++)
        {
            folder.Write($"s{i}/rules/r.csx",
                $"var upper = Upper(\"s{i - 1}\");\nvar least = 100.0 / (Year - 2022);\nreturn upper & AtLeast(least);\n");
            var row = new JsonObject
            {
                ["id"] = "r0",
                ["from"] = new JsonArray($"s{i - 1}"),
                ["rule"] = new JsonObject { ["file"] = "rules/r.csx" }
            };
            RandomLineage.Put(folder, $"s{i}", [$"s{i - 1}"], [row]);
        }

        using var host = Hosts.Over(folder.Path);
        foreach (var withReasons in (bool[])[true, false])
        {
            var options = new AssessOptions { Scheme = "s60", WithReasons = withReasons };
            Assert.Equal(Status.Undetermined, host.Assess(Facts([5]), options).OrThrow().Find("r0")!.Status);
            Assert.Equal(Status.NotMet, host.Assess(Facts([0]), options).OrThrow().Find("r0")!.Status);
        }
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Assess_Diamond_TakesItsShareOfStepsMemoryAndReasons()
    {
        using var folder = new TempFolder();
        Diamond(folder, 40, "AtLeast(1)");
        using var host = Hosts.Over(folder.Path);
        foreach (var top in (string[])["a20", "a40"])
        {
            var assessment = host.Assess(Facts([5]), new AssessOptions { Scheme = top, WithReasons = true }).OrThrow();
            Assert.Equal(Status.Met, assessment.Find("r0")!.Status);
            Assert.InRange(assessment.Find("r0")!.Reasons(Language.Zh).Sum(r => r.Length), 1, 1_000_000);
        }

        long Judged(string top)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            host.Assess(Facts([5]), new AssessOptions { Scheme = top, WithReasons = true }).OrThrow();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.InRange(Judged("a40"), 0, 8 * Math.Max(100_000, Judged("a20")));
    }

    private static PlaceFacts Facts(int?[] figures) => new(
        new Place { Code = "x", Name = "示例县" },
        [new YearFacts(2022, figures.Select((f, i) => (Figure: f, Id: $"r{i}")).Where(f => f.Figure is not null)
            .Select(f => new IndicatorFacts { Id = f.Id, Own = new Fact { Value = Reading.Number(f.Figure!.Value) } }))]);

    private static void Diamond(TempFolder folder, int levels, string rule)
    {
        foreach (var x in (string[])["a", "b"])
        {
            RandomLineage.Put(folder, $"{x}0", [], [RandomLineage.Own("r0", 1, rule)]);
            for (var i = 1; i <= levels; i++)
            {
                // Beside the upper schemes' condition each adds one of its own, so that none only asks them.
                var row = new JsonObject { ["id"] = "r0", ["from"] = new JsonArray($"a{i - 1}", $"b{i - 1}"), ["also"] = "AtLeast(1)" };
                RandomLineage.Put(folder, $"{x}{i}", [$"a{i - 1}", $"b{i - 1}"], [row]);
            }
        }
    }

    /// <summary>
    /// A few schemes, each of which takes over all rows of some schemes behind it, in any order and often under other ids.
    /// </summary>
    private sealed class RandomLineage
    {
        internal const int Rows = 3;
        private const int Schemes = 6;

        // By scheme: the schemes that it extends, and for each of them which of its rows each row takes over.
        private readonly (int Upper, int[] Rows)[][] _extends = new (int, int[])[Schemes][];
        private readonly int[,] _least = new int[Schemes, Rows];

        internal RandomLineage(Random random)
        {
            for (var scheme = 0; scheme < Schemes; scheme++)
            {
                int[] behind = [.. Enumerable.Range(scheme + 1, Schemes - scheme - 1)];
                random.Shuffle(behind);
                _extends[scheme] = [.. behind.Take(random.Next(1, 4)).Select(upper => (upper, Order(random)))];
                for (var row = 0; row < Rows; row++)
                {
                    // 0 where the scheme adds nothing: its rule then only asks the upper ones.
                    _least[scheme, row] = _extends[scheme].Length == 0 ? random.Next(1, 8) : Math.Max(0, random.Next(-6, 8));
                }
            }
        }

        /// <summary>By the ways: every upper scheme's verdict and one's own condition, each asked as often as a way leads there.</summary>
        internal Status Judge(int scheme, int row, int?[] figures)
        {
            var here = _least[scheme, row] == 0 ? Status.Met
                : figures[row] is not { } figure ? Status.Undetermined
                : figure >= _least[scheme, row] ? Status.Met : Status.NotMet;
            foreach (var (upper, rows) in _extends[scheme])
            {
                // The upper row's facts are those of the row that takes it over.
                var moved = new int?[Rows];
                for (var lower = 0; lower < Rows; lower++)
                {
                    moved[rows[lower]] = figures[lower];
                }

                here = Strictest(here, Judge(upper, rows[row], moved));
            }

            return here;
        }

        internal void Write(TempFolder folder)
        {
            for (var scheme = 0; scheme < Schemes; scheme++)
            {
                var number = scheme;
                Put(folder, $"s{scheme}", [.. _extends[scheme].Select(e => $"s{e.Upper}")],
                    [.. Enumerable.Range(0, Rows).Select(row => Row(number, row))]);
            }
        }

        internal static JsonObject Own(string id, int number, string rule) => new()
        {
            ["id"] = id,
            ["number"] = number,
            ["task"] = "t",
            ["name"] = id,
            ["unit"] = "%",
            ["direction"] = "higher",
            ["binding"] = "binding",
            ["target"] = "x",
            ["rule"] = rule,
        };

        internal static void Put(TempFolder folder, string id, string[] uppers, JsonObject[] rows)
        {
            var scheme = new JsonObject
            {
                ["$schema"] = "x",
                ["id"] = id,
                ["version"] = "1.0.0",
                ["contract"] = "[1.0.0,2.0.0)",
                ["title"] = id,
                ["issuer"] = "i",
                ["level"] = "county",
                ["source"] = new JsonObject { ["document"] = "d" },
                ["domains"] = new JsonArray(new JsonObject
                {
                    ["id"] = "d",
                    ["name"] = "d",
                    ["tasks"] = new JsonArray(new JsonObject { ["id"] = "t", ["name"] = "t" }),
                }),
                ["indicators"] = new JsonArray([.. rows]),
            };
            if (uppers.Length > 0)
            {
                scheme["extends"] = new JsonArray([.. uppers.Select(u => new JsonObject { ["id"] = u, ["version"] = "[1.0.0,2.0.0)" })]);
            }

            folder.Write($"{id}/scheme.json", scheme.ToJsonString());
        }

        private JsonObject Row(int scheme, int row)
        {
            if (_extends[scheme].Length == 0)
            {
                return Own($"r{row}", row + 1, string.Create(CultureInfo.InvariantCulture, $"AtLeast({_least[scheme, row]})"));
            }

            var taken = new JsonObject
            {
                ["id"] = $"r{row}",
                ["from"] = new JsonArray(
                    [.. _extends[scheme].Select(e => new JsonObject { ["scheme"] = $"s{e.Upper}", ["indicator"] = $"r{e.Rows[row]}" })]),
                ["override"] = new JsonObject { ["number"] = row + 1, ["name"] = $"r{row}", ["because"] = "编号不同" },
            };
            if (_least[scheme, row] > 0)
            {
                taken["also"] = string.Create(CultureInfo.InvariantCulture, $"AtLeast({_least[scheme, row]})");
            }

            return taken;
        }

        private static int[] Order(Random random)
        {
            int[] order = [.. Enumerable.Range(0, Rows)];
            if (random.Next(2) == 0)
            {
                random.Shuffle(order);
            }

            return order;
        }

        private static Status Strictest(Status one, Status other) =>
            one == Status.NotMet || other == Status.NotMet ? Status.NotMet
            : one == Status.Undetermined || other == Status.Undetermined ? Status.Undetermined
            : Status.Met;
    }
}
