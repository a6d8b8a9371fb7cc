using IndicatorRules.Contract;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>What a peer says of a row: with declarations left out, and with them.</summary>
public readonly record struct Answer(Status Proven, Status Claimed)
{
    public static Answer Of(Status status) => new(status, status);
}
