using IndicatorRules.Contract;

namespace IndicatorRules.Compiler;

/// <summary>Something wrong with what a script means, at a place of the generated source.</summary>
/// <param name="At">The place.</param>
/// <param name="Id">The diagnostic.</param>
/// <param name="Arguments">Its words.</param>
/// <param name="Suggestion">What may have been meant.</param>
internal sealed record MeaningFault(int At, string Id, LocalizedText[] Arguments, string? Suggestion = null);
