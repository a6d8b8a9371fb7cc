using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Evaluating;
using IndicatorRules.Evaluator.Judging;

namespace IndicatorRules.Evaluator.Wire;

/// <summary>
/// One job on the wire: the lineage by its key, whole where the other side does not know it yet, then place, facts and year.
/// </summary>
internal static class JobWire
{
    internal static byte[] Write(EvaluationJob job, Lineage lineage, bool known)
    {
        using var to = new WireWriter();
        to.Text(lineage.Key);
        to.Maybe(known ? null : lineage.Bytes, bytes => to.Bytes(bytes));
        to.Many(lineage.Keys, key => to.Many(job.Places[key], value => Write(to, value)));
        FactsWire.Write(to, job.Facts);
        to.Number(job.Year);
        to.Flag(job.WithReasons);
        return to.ToArray();
    }

    /// <summary>Reads a job.</summary>
    /// <param name="job">The frame.</param>
    /// <param name="known">The lineages known so far; a new one is added.</param>
    internal static EvaluationJob Read(byte[] job, Dictionary<string, KnownLineage> known)
    {
        var from = new WireReader(job);
        var key = from.Text();
        if (from.Maybe(from.Bytes) is { } bytes)
        {
            known[key] = KnownLineage.Read(bytes);
        }

        var lineage = known[key];
        var values = from.Many(() => from.Many(() => Place(from)));
        var places = lineage.Schemes.Zip(values).ToDictionary(p => p.First.Scheme.Key, p => p.Second.ToArray(), StringComparer.Ordinal);
        var read = new EvaluationJob(lineage.Schemes[^1], FactsWire.Read(from), places, from.Number(), from.Flag());
        from.End();
        return read;
    }

    private static void Write(WireWriter to, PlaceValue value)
    {
        to.Number(value.Choice);
        to.Amount(value.Number);
        to.Many(value.Shares.IsDefault ? [] : value.Shares, to.Amount);
        to.Maybe(value.Blank, blank =>
        {
            to.Text(blank.Zh);
            to.Text(blank.En);
        });
    }

    private static PlaceValue Place(WireReader from) => new(from.Number(), from.Amount(), from.Many(from.Amount), from.Maybe(() => new LocalizedText(from.Text(), from.Text())));
}
