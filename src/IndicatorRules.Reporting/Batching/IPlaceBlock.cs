using IndicatorRules.Batching;

namespace IndicatorRules.Reporting.Batching;

/// <summary>Some places of a batch, small enough to hand from core to core and large enough to be worth it.</summary>
internal interface IPlaceBlock
{
    /// <summary>How many places of the input come before this block.</summary>
    int PlacesBefore { get; }

    /// <summary>How many places it has.</summary>
    int PlaceCount { get; }

    /// <summary>Reads the places from <paramref name="first"/> on; each is to be judged before the next is asked for.</summary>
    IEnumerable<PlaceInput> Read(int first);

    /// <summary>Gives the block back; it is not read again.</summary>
    void Return();
}
