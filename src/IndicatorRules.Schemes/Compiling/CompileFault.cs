using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>Something wrong with a script, told without the places that only the host knows. Immutable.</summary>
/// <param name="Unit">Which text, in the order of <see cref="CompileRequest.Units"/>.</param>
/// <param name="Offset">Which character of it.</param>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Arguments">The words of its message.</param>
/// <param name="Suggestion">The most likely right word; null when there is no good guess.</param>
public sealed record CompileFault(int Unit, int Offset, string Id, ImmutableArray<LocalizedText> Arguments, string? Suggestion = null);
