namespace IndicatorRules.Contract.Conclusions;

/// <summary>One verdict as a conclusion counts it.</summary>
/// <param name="Number">The row's number in the table.</param>
/// <param name="Id">The indicator's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsBinding">Whether it is binding.</param>
/// <param name="Domain">The place of its domain among the scheme's.</param>
/// <param name="Points">What it earns when met; 0 where the scheme gives none.</param>
/// <param name="Status">The status under the evidence that counts.</param>
internal sealed record ConcludedRow(int Number, string Id, LocalizedText Name, bool IsBinding, int Domain, decimal Points, Status Status);
