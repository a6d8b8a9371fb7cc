using IndicatorRules.Batching;

namespace IndicatorRules.Tables;

/// <summary>A group of places that one core judges: large enough to be worth the hand-over, small enough to balance the load.</summary>
internal interface IPlaceBlock
{
    /// <summary>The number of places before this block.</summary>
    int PlacesBefore { get; }

    /// <summary>The number of places in this block.</summary>
    int PlaceCount { get; }

    /// <summary>
    /// Reads the places from <paramref name="first"/> on. Judge each one before requesting the next: its facts are reused.
    /// </summary>
    IEnumerable<PlaceInput> Read(int first);

    /// <summary>Returns the block's buffers for reuse.</summary>
    void Return();
}
