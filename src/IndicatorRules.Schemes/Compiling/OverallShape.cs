using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>The scripts over the whole of a scheme, and what their contexts are typed by. Immutable.</summary>
/// <param name="Indicators">The ids of its indicators, in its order.</param>
/// <param name="Domains">The ids of its domains, in its order.</param>
/// <param name="Grades">The ids of its grades, lowest first.</param>
/// <param name="Background">The ids of the background figures it asks for.</param>
/// <param name="Conclusion">How the whole is concluded; null where the scheme does not say.</param>
/// <param name="Checks">The checks on the facts.</param>
public sealed record OverallShape(
    ImmutableArray<string> Indicators,
    ImmutableArray<string> Domains,
    ImmutableArray<string> Grades,
    ImmutableArray<string> Background,
    RuleUnit? Conclusion,
    ImmutableArray<RuleUnit> Checks);
