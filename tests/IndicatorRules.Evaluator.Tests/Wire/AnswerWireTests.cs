using IndicatorRules.Assessing;
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

    public void Dispose() => _host.Dispose();

    private static readonly Dictionary<string, IndicatorRules.Contract.Rules.FigureInfo> Nothing = [];

    private System.Collections.Immutable.ImmutableArray<RowVerdicts> Read(byte[] answer) =>
        AnswerWire.Read(answer, _assessment.Scheme, Nothing, withReasons: false);
}
