using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Evaluating;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Evaluator.Wire;

/// <summary>What the rules said, on the wire. The host takes nothing that its own scheme would not have.</summary>
internal static class AnswerWire
{
    internal static byte[] Write(ImmutableArray<RowVerdicts> rows)
    {
        using var to = new WireWriter();
        to.Many(rows, row =>
        {
            Write(to, row.Rule);
            to.Many(row.Stages, stage => Write(to, stage));
        });
        return to.ToArray();
    }

    /// <summary>Reads an answer and holds it to the question.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or answers something else.</exception>
    internal static ImmutableArray<RowVerdicts> Read(
        byte[] answer, Scheme scheme, IReadOnlyDictionary<string, FigureInfo> figures, bool withReasons)
    {
        var from = new WireReader(answer);
        var budget = withReasons ? new FindingBudget(scheme) : null;
        var rows = from.Many(() => new RowVerdicts(Verdict(from, figures, budget), from.Many(() => Verdict(from, figures, budget))));
        from.End();
        return rows.Length == scheme.Indicators.Length && rows.Zip(scheme.Indicators).All(r => r.First.Stages.Length == r.Second.Stages.Length)
            ? rows
            : throw WireReader.Wrong("the number of verdicts");
    }

    private static void Write(WireWriter to, Verdict verdict)
    {
        to.Kind(verdict.Proven);
        to.Kind(verdict.Claimed);
        to.Maybe(verdict.Reason, reason => FindingWire.Write(to, reason));
    }

    private static Verdict Verdict(WireReader from, IReadOnlyDictionary<string, FigureInfo> figures, FindingBudget? budget)
    {
        budget?.Begin();
        var (proven, claimed) = (from.Kind<Status>(), from.Kind<Status>());
        return new Verdict(proven, claimed, from.Maybe<Reason>(() => FindingWire.Read(from, figures, budget ?? throw WireReader.Wrong("a finding"))));
    }
}
