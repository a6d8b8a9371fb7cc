namespace IndicatorRules.Contract.Extending;

/// <summary>One thing that is wrong with a facts file. Immutable.</summary>
/// <param name="Line">Counted from 1; 0 when it is about the file as a whole.</param>
/// <param name="Column">Counted from 1; 0 when it is about the line or the file as a whole.</param>
/// <param name="Message">One sentence for the person who filled the file in.</param>
public sealed record FactsProblem(int Line, int Column, LocalizedText Message);
