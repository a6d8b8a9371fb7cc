namespace IndicatorRules.Tables;

/// <summary>The destination of a batch's bytes. Not thread-safe.</summary>
internal interface IVerdictOutput : IDisposable
{
    /// <summary>Whether nothing has been written yet, in this run or the one that it resumes.</summary>
    bool IsEmpty { get; }

    /// <summary>Appends bytes.</summary>
    /// <param name="bytes">The verdicts of whole places.</param>
    /// <param name="counts">Counts over everything so far, including these bytes.</param>
    void Append(ReadOnlySpan<byte> bytes, BatchCounts counts);

    /// <summary>Completes the result.</summary>
    void Finish();

    /// <summary>Deletes the unfinished result.</summary>
    void Discard();
}
