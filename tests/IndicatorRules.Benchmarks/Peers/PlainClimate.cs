namespace IndicatorRules.Benchmarks.Peers;

/// <summary>The climates that the schemes tell apart.</summary>
public enum PlainClimate
{
    Humid,
    SemiHumid,
    SemiArid,
    Arid,
}
