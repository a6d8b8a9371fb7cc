using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Evaluating;
using IndicatorRules.Evaluator.Tests.Support;
using IndicatorRules.Evaluator.Wire;

namespace IndicatorRules.Evaluator.Tests.Wire;

/// <summary>A damaged answer is refused by name; what is taken has the shape of the question.</summary>
public sealed class AnswerWireTests : IDisposable
{
    private readonly SchemeHost _host = Judged.Host(null);
    private readonly Assessment _assessment;
    private readonly byte[] _answer;

    public AnswerWireTests()
    {
        // Without reasons: findings refer to figures of a lineage that only a job has; SameAnswerTests has those.
        _assessment = _host.Assess(Judged.Sample("jingle-2022"), new AssessOptions { WithReasons = false }).OrThrow();
        _answer = AnswerWire.Write([.. _assessment.Indicators.Select(i => new RowVerdicts(i.Verdict, [.. i.Stages.Select(s => s.Verdict)]))]);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() =>
        Assert.Equal(_assessment.Indicators.Select(i => i.Verdict), Read(_answer).Select(r => r.Rule));

    [Fact]
    public void Read_CutAnywhere_IsRefused() =>
        Assert.All(Enumerable.Range(0, _answer.Length), length => Assert.Throws<InvalidDataException>(() => Read(_answer[..length])));

    [Fact]
    public void Read_ByteTooMany_IsRefused() => Assert.Throws<InvalidDataException>(() => Read([.. _answer, 0]));

    [Fact]
    public void Read_RowsOfAnotherScheme_AreRefused()
    {
        var other = _host.Assess(Judged.Sample("jingle-2022"), new AssessOptions { Scheme = "national-revised", WithReasons = false }).OrThrow();
        Assert.Throws<InvalidDataException>(() => AnswerWire.Read(_answer, other.Scheme, Nothing, withReasons: false));
    }

    [Fact]
    public void Read_AnyByteChanged_IsReadOrRefused()
    {
        for (var at = 0; at < _answer.Length; at++)
        {
            foreach (var value in (byte[])[0, 1, 2, 3, 4, 0x7F, 0x80, 0xFF])
            {
                var damaged = (byte[])_answer.Clone();
                damaged[at] = value;
                try
                {
                    Assert.Equal(_assessment.Indicators.Length, Read(damaged).Length);
                }
                catch (InvalidDataException)
                {
                    // Refused by name: the host tells it as a diagnostic.
                }
            }
        }
    }

    [Fact]
    public void Read_FindingThatWasNotAskedFor_IsRefused()
    {
        var explained = _host.Assess(Judged.Sample("jingle-2022")).OrThrow();
        var answer = AnswerWire.Write([.. explained.Indicators.Select(i => new RowVerdicts(i.Verdict, [.. i.Stages.Select(s => s.Verdict)]))]);
        Assert.Throws<InvalidDataException>(() => Read(answer));
    }

    public static TheoryData<string> Misshapen => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Misshapen))]
    public void Read_FindingWithoutWhatItsClauseIsMadeOf_IsRefused(string shape) =>
        Assert.Throws<InvalidDataException>(() => ReadWithReasons(AnswerOf(Shapes[shape])));

    [Fact]
    public void Read_ThousandsOfUppers_AreRefused()
    {
        Reason reason = Known;
        for (var i = 0; i < 4000; i++)
        {
            reason = Finding(Clause.Upper, new() { Text = "jingle-county", Parts = [reason] });
        }

        Assert.Throws<InvalidDataException>(() => ReadWithReasons(AnswerOf(reason)));
    }

    [Fact]
    public void Read_TextsThatGrowWithEveryLevel_AreRefused()
    {
        var leaf = Finding(Clause.Unknown, new() { Figure = Figure, Text = new string('x', 20_000) });
        Reason reason = leaf;
        for (var i = 0; i < 400; i++)
        {
            reason = Finding(i % 2 == 0 ? Clause.Any : Clause.All, new() { Parts = [reason, leaf] });
        }

        Assert.Throws<InvalidDataException>(() => ReadWithReasons(AnswerOf(reason)));
    }

    // What is taken can be told in both languages.
    [Fact]
    public void Read_ReasonsWithAnyByteChanged_AreToldOrRefused()
    {
        var explained = _host.Assess(Judged.Sample("jingle-2022")).OrThrow();
        var answer = AnswerWire.Write([.. explained.Indicators.Select(i => new RowVerdicts(i.Verdict, [.. i.Stages.Select(s => s.Verdict)]))]);
        Assert.Equal(explained.Indicators.Length, ReadWithReasons(answer).Length);
        for (var at = 0; at < answer.Length; at += 5)
        {
            var damaged = (byte[])answer.Clone();
            damaged[at] = (byte)(damaged[at] + 1 + (at % 7));
            try
            {
                Assert.All(ReadWithReasons(damaged), Tell);
            }
            catch (InvalidDataException)
            {
                // Refused by name: the host tells it as a diagnostic.
            }
        }
    }

    public void Dispose() => _host.Dispose();

    private static readonly FigureInfo Figure = new() { Id = "x", Name = new LocalizedText("某", "some"), Unit = "%" };

    private static readonly Dictionary<string, Reason> Shapes = new()
    {
        ["a leaf of no figure"] = Finding(Clause.AtLeast, new() { Figure = null, Threshold = 1 }),
        ["branch without parts"] = Finding(Clause.Branch, new()),
        ["branch of two"] = Finding(Clause.Branch, new() { Parts = [Known, Known] }),
        ["between without ends"] = Finding(Clause.Between, new() { Figure = Figure, Reading = Reading.Number(1), Margin = 1 }),
        ["upper without a part"] = Finding(Clause.Upper, new() { Text = "jingle-county" }),
        ["upper of another scheme"] = Finding(Clause.Upper, new() { Text = "elsewhere", Parts = [Known] }),
        ["all of none"] = Finding(Clause.All, new()),
        ["any of one"] = Finding(Clause.Any, new() { Parts = [Known] }),
        ["a state without a name"] = Finding(Clause.StateIs, new() { Figure = Figure }),
        ["a margin of nothing"] = Finding(Clause.AtLeast, new() { Figure = Figure, Threshold = 1, Margin = 1 }),
        ["a leaf with parts"] = Finding(Clause.AtLeast, new() { Figure = Figure, Threshold = 1, Parts = [Known] }),
        ["a leaf cut short"] = Finding(Clause.AtLeast, new() { Figure = Figure, Threshold = 1, IsCutShort = true }),
        ["undecided within undecided"] = Finding(Clause.Undecided, new() { Figure = Figure, Parts = [Finding(Clause.Undecided, new() { Figure = Figure, Parts = [Known] })] }),
    };

    private static Reason Known => Finding(Clause.AtLeast, new() { Figure = Figure, Reading = Reading.Number(2), Threshold = 1, Margin = 1 });

    private static RecordedReason Finding(Clause clause, Details details) => new(clause, new Verdict(Status.Met), line: 1, details);

    private void Tell(RowVerdicts row)
    {
        foreach (var reason in row.Stages.Append(row.Rule).Select(v => v.Reason).OfType<Reason>())
        {
            foreach (var language in (Language[])[Language.Zh, Language.En])
            {
                _ = new ReasonWriter(language, Evidence.Declared, new SchemeLabels(_assessment.Scheme, language)).Write(reason).ToList();
                _ = new OutlookWriter(language, 2030, 2022, new SchemeLabels(_assessment.Scheme, language)).Write(reason).ToList();
            }
        }
    }

    private byte[] AnswerOf(Reason reason) => AnswerWire.Write(
    [
        .. _assessment.Indicators.Select((i, at) => new RowVerdicts(at == 0 ? new Verdict(Status.Met, Status.Met, reason) : i.Verdict, [.. i.Stages.Select(s => s.Verdict)])),
    ]);

    private System.Collections.Immutable.ImmutableArray<RowVerdicts> ReadWithReasons(byte[] answer) =>
        AnswerWire.Read(answer, _assessment.Scheme, Nothing, withReasons: true);

    private static readonly Dictionary<string, IndicatorRules.Contract.Rules.FigureInfo> Nothing = [];

    private System.Collections.Immutable.ImmutableArray<RowVerdicts> Read(byte[] answer) =>
        AnswerWire.Read(answer, _assessment.Scheme, Nothing, withReasons: false);
}
