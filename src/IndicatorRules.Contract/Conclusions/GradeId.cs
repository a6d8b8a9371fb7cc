namespace IndicatorRules.Contract.Conclusions;

/// <summary>A grade that the scheme declares, as scripts name it: <c>Grade.Excellent</c>. Immutable.</summary>
/// <param name="Index">Its place among the scheme's grades, lowest first.</param>
public readonly record struct GradeId(int Index);
