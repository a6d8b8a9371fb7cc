namespace IndicatorRules.Service.Answering;

/// <summary>Records answers before they are given.</summary>
internal interface IAnswerRecord
{
    /// <summary>Whether the last attempt to record something failed.</summary>
    bool IsFailing { get; }

    /// <summary>Readies the record for the schemes in force, while their files are as they were read.</summary>
    /// <exception cref="RefusedException">It cannot be readied.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Records an answer; when it returns, the record is permanent.</summary>
    /// <returns>The number of the entry.</returns>
    /// <exception cref="RefusedException">It could not be recorded, so the answer may not be given.</exception>
    Task<long> RecordAsync(Question question, Answer answer, string client, CancellationToken cancellationToken);
}
