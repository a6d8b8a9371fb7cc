using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Tests.Support;

/// <summary>A random rule of every word, nested, with random facts of several years: what its reasons must say is known.</summary>
public sealed class RandomReasons
{
    private RandomReasons(string rule, Func<TestRule, Verdict> judge, Situation facts) => (Rule, Judge, Facts) = (rule, judge, facts);

    internal string Rule { get; }

    internal Func<TestRule, Verdict> Judge { get; }

    internal Situation Facts { get; }

    private static readonly (string Text, Func<TestRule, Figure> Of)[] Figures =
    [
        ("Value", r => r.Value), ("Value", r => r.Value), ("Items.First", r => r.Items.First), ("AverageOver(3)", r => r.AverageOver(3)),
        ("SumOver(2)", r => r.SumOver(2)), ("SumAfter(SinceBaseYear)", r => r.SumAfter(Since.BaseYear)),
        ("ChangePercent()", r => r.ChangePercent()),
        ("Items.First.SumAfter(YearsBack(2))", r => r.Items.First.SumAfter(Since.YearsBack(2))),
        ("PercentOf(Items.First)", r => r.PercentOf(r.Items.First)),
        ("Items.First.ChangePercent(SinceBaseYear)", r => r.Items.First.ChangePercent(Since.BaseYear)),
        ("ParentAverage", r => r.ParentAverage), ("Lowest(3)", r => r.Lowest(3)), ("Items.First.Highest(2)", r => r.Items.First.Highest(2)),
        ("AverageGrowth(SinceBaseYear)", r => r.AverageGrowth(Since.BaseYear)),
        ("ChainedGrowth(YearsBack(2))", r => r.ChainedGrowth(Since.YearsBack(2))),
        ("(Value - Items.First)", r => r.Value - r.Items.First), ("(Items.First * 2 + 1)", r => (r.Items.First * 2) + 1),
        ("(Value / Items.First)", r => r.Value / r.Items.First),
    ];

    private static readonly Since[] Sinces = [Since.PreviousYear, Since.BaseYear, Since.YearsBack(2)];

    private static readonly Gen<(string Text, Func<TestRule, Verdict> Judge)> Word =
        from figure in Gen.Elements(Figures)
        from number in Gen.Choose(-1000, 1000).Select(n => n / 100m)
        from within in Gen.Choose(0, 300).Select(n => n / 100m)
        from since in Gen.Elements(Sinces)
        from due in Gen.Choose(2019, 2030)
        from word in Gen.Choose(0, 33)
        select word switch
        {
            0 or 1 => ($"{figure.Text}.AtLeast({number})", r => figure.Of(r).AtLeast(number)),
            2 => ($"{figure.Text}.MoreThan({number})", r => figure.Of(r).MoreThan(number)),
            3 => ($"{figure.Text}.AtMost({number})", r => figure.Of(r).AtMost(number)),
            4 => ($"{figure.Text}.LessThan({number})", r => figure.Of(r).LessThan(number)),
            5 => ($"{figure.Text}.Between({number}, +{within})", r => figure.Of(r).Between(number, number + within)),
            6 => ($"{figure.Text}.About({number}, {within})", r => figure.Of(r).About(number, within)),
            7 => ($"{figure.Text}.StableOrImproving({within}, {since})", r => figure.Of(r).StableOrImproving(within, since)),
            8 => ($"{figure.Text}.Improving({since})", r => figure.Of(r).Improving(since)),
            9 => ($"{figure.Text}.NotReduced({within}, {since})", r => figure.Of(r).NotReduced(within, since)),
            10 => ($"{figure.Text}.ChangeAtLeast({number}, {since})", r => figure.Of(r).ChangeAtLeast(number, since)),
            11 => ($"{figure.Text}.ChangeAtMost({number}, {since})", r => figure.Of(r).ChangeAtMost(number, since)),
            12 => ("ImprovingEachYear(2)", r => r.ImprovingEachYear(2)),
            13 => ("StableOrImprovingEachYear(3)", r => r.StableOrImprovingEachYear(3)),
            14 or 15 => ("SuperiorTask.Completed()", r => r.SuperiorTask.Completed()),
            16 => ("Unknown", r => r.Unknown("#")),
            17 => ("NotApplicable", r => r.NotApplicable("#")),
            18 => ($"Value > {number} ? …", r => r.Value > number ? r.AtLeast(number + 1) : r.Improving(since)),
            19 => ($"AtLeast(Items.First, {within + 0.1m})", r => r.AtLeast(r.Items.First, within + 0.1m)),
            20 => ("Items.First.LessThan(Value)", r => r.Items.First.LessThan(r.Value)),
            21 => ("Items.Second.Reached(middle)", r => r.Items.Second.Reached(new StateId(1))),
            22 => ("Items.Second.Is(low)", r => r.Items.Second.Is(new StateId(0))),
            23 or 24 => ($"{figure.Text}.OnTrack({number}, {due}, {since})", r => figure.Of(r).OnTrack(number, due, since)),
            25 => ($"{figure.Text}.OnTrack({due}: …)", r => figure.Of(r).OnTrack($"{due}: {number}, {due + 2}: {number + within}")),
            26 => ($"{figure.Text}.About({number})", r => figure.Of(r).About(number)),
            27 => ($"{figure.Text}.About({number}, {within}, 1)", r => figure.Of(r).About(number, within, 1)),
            28 => ($"{figure.Text}.EachYear(2, AtLeast({number}))", r => figure.Of(r).EachYear(2, y => y.AtLeast(number))),
            29 => ($"{figure.Text}.EachYear(3, Improving())", r => figure.Of(r).EachYear(3, y => y.Improving())),
            30 or 31 => ($"{figure.Text}.ContinuouslyImproving()", r => figure.Of(r).ContinuouslyImproving()),
            32 => ($"{figure.Text}.AtLeast(Ratio(2, 3), of: Items.First)", r => figure.Of(r).AtLeast(new Ratio(2, 3), r.Items.First)),
            _ => ((string Text, Func<TestRule, Verdict> Judge))("MoreThan(ParentAverage)", r => r.MoreThan(r.ParentAverage)),
        };

    private static readonly Gen<decimal> Number = Gen.Choose(-1200, 1200).Select(n => n / 100m);

    private static readonly Gen<Reading> Numeric = Gen.Frequency(
        (6, Number.Select(n => Reading.Number(n))),
        (1, Number.Select(n => Reading.Number(n, n + "%"))),
        (1, from a in Number from b in Number select Reading.Range(Math.Min(a, b), Math.Max(a, b))),
        (1, Number.Select(n => Reading.Range(n, n + 1, $"{n}%至{n + 1}%"))),
        (1, Gen.Elements<Func<decimal, Reading>>(
                n => Reading.AtLeast(n), n => Reading.MoreThan(n), n => Reading.AtMost(n), n => Reading.LessThan(n, $"小于{n}"))
            .SelectMany(_ => Number, (bound, n) => bound(n))));

    private static readonly Gen<Reading> Value = Gen.Frequency(
        (8, Numeric),
        (2, from kind in Gen.Choose(0, 3)
            from text in Gen.Elements("-", "", "不涉及", "未下达")
            select Reading.Absent(
            (AbsenceKind)kind, text)),
        (1, Gen.Elements("约28", "很好").Select(Reading.Words)),
        (1, from done in Gen.Choose(0, 9)
            from set in Gen.Choose(0, 9)
            from unit in Gen.Elements(
            "", "座")
            select Reading.Quota(done, set, unit)));

    private static readonly Gen<Reading> State = Gen.Frequency(
        (4, Gen.Elements("未开展", "已开展", "全面开展", "别的").Select(Reading.Words)),
        (1, Gen.Constant(Reading.Absent(AbsenceKind.NotReported))));

    private static readonly Gen<SuperiorTaskFacts> Tasks =
        from state in Gen.Elements(Enum.GetValues<SuperiorTaskState>())
        from text in Gen.Elements("", "已按要求完成")
        from figures in Gen.ListOf(
            from name in Gen.Elements("", "某任务")
            from unit in Gen.Elements("%", "t", "-")
            from required in Number
            from atMost in Gen.Elements(true, false)
            from actual in Gen.Frequency((4, Numeric), (1, Gen.Constant(Reading.Absent(AbsenceKind.NotReported))))
            select new SuperiorTaskFigure(name, unit, required, atMost, actual))
        select new SuperiorTaskFacts
        {
            State = state,
            Text = text,
            Figures = state == SuperiorTaskState.Figures
            ? [.. figures.Take(2)] : []
        };

    private static readonly Gen<AbsencePolicy> Policy =
        from all in Gen.ArrayOf(Gen.Elements(Enum.GetValues<Status>()), 4)
        from isDefault in Gen.Elements(true, true, false)
        select isDefault ? new AbsencePolicy() : new AbsencePolicy(all[0], all[1], all[2], all[3]);

    internal static Gen<RandomReasons> All { get; } =
        from rule in Gen.Sized(size => Of(Math.Min(size, 14)))
        from unit in Gen.Elements("%", "t", "-")
        from direction in Gen.Elements(Enum.GetValues<Direction>())
        from policy in Policy
        from baseYear in Gen.Elements(2018, 2020, 2022, 0)
        from years in Gen.ArrayOf(Row, 5)
        from there in Gen.ArrayOf(Gen.Choose(0, 5), 5)
        select new RandomReasons(rule.Text, rule.Judge, new Situation
        {
            Own = Named("x", "总项", "Alpha", unit, direction, policy),
            Items = [Named("First", "甲项", "Beta", unit, direction, policy) with { IsItem = true }, Stated(policy)],
            BaseYear = baseYear == 0 ? null : baseYear,
            Years = Enumerable.Range(0, 5).Where(i => there[i] > 0 || i == 4).ToImmutableDictionary(i => 2018 + i, i => years[i]),
        });

    public override string ToString() => $"{Rule}\nin {Facts.Own.Unit} {Facts.Own.Direction} base {Facts.BaseYear} {Facts.Own.Absence}\n"
        + string.Join('\n', Facts.Years.OrderBy(y => y.Key)
            .Select(y =>
                $"{y.Key}: {Short(y.Value.Own)} {string.Join(' ', y.Value.Items.Select(i => Short(i.Fact)))} "
                + $"{y.Value.SuperiorTask.State} {string.Join(' ', y.Value.SuperiorTask.Figures)}"));

    private static string Short(Fact f) => $"[{f.Value}|{f.ReportedMet}|{f.ClaimedTrend}|{f.Change?.Percent}|{f.ParentAverage?.Value}]";

    private static Gen<IndicatorFacts> Row =>
        from own in Fact(Value)
        from first in Fact(Value)
        from second in Fact(State)
        from task in Tasks
        select new IndicatorFacts
        {
            Id = "x",
            Own = own,
            Items = [new ItemFact("First", first), new ItemFact("Second", second)],
            SuperiorTask = task
        };

    private static Gen<Fact> Fact(Gen<Reading> value) =>
        from reading in value
        from reported in Gen.Elements<bool?>(true, false, null, null)
        from trend in Gen.Elements<Trend?>(Trend.Stable, Trend.Improving, Trend.Worsening, null, null, null)
        from change in Gen.Frequency(
            (4, Gen.Constant<RecordedChange?>(null)), (1, Number.Select(n => (RecordedChange?)new RecordedChange(n, 2021))))
        from parent in Gen.Frequency(
            (2, Gen.Constant<ParentAverage?>(null)), (1, Numeric.Select(n => (ParentAverage?)new ParentAverage(n))))
        select new Fact { Value = reading, ReportedMet = reported, ClaimedTrend = trend, Change = change, ParentAverage = parent };

    private static FigureInfo Named(string id, string zh, string en, string unit, Direction direction, AbsencePolicy policy) =>
        new() { Id = id, Name = new(zh, en), Unit = unit, Direction = direction, Absence = policy };

    private static FigureInfo Stated(AbsencePolicy policy) => Named("Second", "乙项", "Gamma", "-", Direction.None, policy) with
    {
        IsItem = true,
        States = [Stage("low", "未开展", "not begun", 0), Stage("middle", "已开展", "begun", 1),
            Stage("high", "全面开展", "everywhere", 2)],
    };

    private static StateInfo Stage(string id, string zh, string en, int rank) => new(id, new(zh, en), [zh], rank);

    private static Gen<(string Text, Func<TestRule, Verdict> Judge)> Of(int size) => size <= 1 ? Word : Gen.Frequency(
        (1, Word),
        (2, from a in Of(size / 2) from b in Of(size / 2) select Both(a, b)),
        (2, from a in Of(size / 2) from b in Of(size / 2) select Either(a, b)),
        (1, from a in Of(size / 3) from b in Of(size / 3) from c in Of(size / 3) select When(a, b, c)));

    private static (string Text, Func<TestRule, Verdict> Judge) Both(
        (string Text, Func<TestRule, Verdict> Judge) a, (string Text, Func<TestRule, Verdict> Judge) b) =>
        ($"({a.Text} & {b.Text})", r => a.Judge(r) & b.Judge(r));

    private static (string Text, Func<TestRule, Verdict> Judge) Either(
        (string Text, Func<TestRule, Verdict> Judge) a, (string Text, Func<TestRule, Verdict> Judge) b) =>
        ($"({a.Text} | {b.Text})", r => a.Judge(r) | b.Judge(r));

    private static (string Text, Func<TestRule, Verdict> Judge) When(
        (string Text, Func<TestRule, Verdict> Judge) a, (string Text, Func<TestRule, Verdict> Judge) b,
        (string Text, Func<TestRule, Verdict> Judge) c) =>
        ($"When({a.Text}, {b.Text}, {c.Text})", r => r.When(a.Judge(r), b.Judge(r), c.Judge(r)));
}
