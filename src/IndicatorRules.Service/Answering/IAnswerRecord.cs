namespace IndicatorRules.Service.Answering;

/// <summary>Records answers before they are given.</summary>
internal interface IAnswerRecord
{
    /// <summary>Records an answer; when it returns, the record is permanent.</summary>
    /// <returns>The number of the entry.</returns>
    /// <exception cref="RefusedException">It could not be recorded, so the answer may not be given.</exception>
    Task<long> RecordAsync(Question question, Answer answer, string client, CancellationToken cancellationToken);
}
