using IndicatorRules.Evaluator.Wire;
using IndicatorRules.Scripting;

namespace IndicatorRules.Evaluator.Judging;

/// <summary>In the process that judges: a scheme and all that it rests on, loaded, uppermost first.</summary>
internal sealed record KnownLineage(IReadOnlyList<CompiledScheme> Schemes)
{
    internal static KnownLineage Read(byte[] bytes)
    {
        var from = new WireReader(bytes);
        var schemes = new List<CompiledScheme>();
        _ = from.Many(() =>
        {
            schemes.Add(SchemeWire.Read(from, schemes));
            return schemes.Count;
        });
        from.End();
        return new KnownLineage(schemes);
    }
}
