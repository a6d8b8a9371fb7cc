namespace IndicatorRules.Reporting.Batching;

/// <summary>How far a batch has come. Immutable.</summary>
/// <param name="Counts">Of what is written so far, earlier parts of a resumed run included.</param>
/// <param name="Resumed">How many places and years of these came from earlier parts.</param>
/// <param name="Position">How much of the input was read, out of <paramref name="Length"/>.</param>
/// <param name="Length">How much there is to read.</param>
public readonly record struct BatchProgress(BatchCounts Counts, long Resumed, long Position, long Length);
