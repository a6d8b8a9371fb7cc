using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Evaluating;

/// <summary>What the rules of one indicator said. Immutable.</summary>
/// <param name="Rule">Of the year judged.</param>
/// <param name="Stages">Of each dated target, in the scheme's order.</param>
internal sealed record RowVerdicts(Verdict Rule, ImmutableArray<Verdict> Stages);
