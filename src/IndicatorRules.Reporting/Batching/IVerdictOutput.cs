namespace IndicatorRules.Reporting.Batching;

/// <summary>Where the bytes of a result go. One thread at a time.</summary>
internal interface IVerdictOutput : IDisposable
{
    /// <summary>Whether it has taken no bytes yet, in this run or in the one that it goes on with.</summary>
    bool IsEmpty { get; }

    /// <summary>Takes the next bytes.</summary>
    /// <param name="bytes">Whole places.</param>
    /// <param name="counts">Of everything so far, these bytes included.</param>
    void Append(ReadOnlySpan<byte> bytes, BatchCounts counts);

    /// <summary>The result is whole.</summary>
    void Finish();

    /// <summary>There will be no result: nothing of it is left.</summary>
    void Discard();
}
