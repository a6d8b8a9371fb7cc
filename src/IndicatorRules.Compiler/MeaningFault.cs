using IndicatorRules.Contract;

namespace IndicatorRules.Compiler;

/// <summary>A fault that the semantic model reveals. Immutable.</summary>
/// <param name="At">Its position in the generated source.</param>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Arguments">The diagnostic's arguments.</param>
/// <param name="Suggestion">The word that was probably meant.</param>
internal sealed record MeaningFault(int At, string Id, LocalizedText[] Arguments, string? Suggestion = null);
