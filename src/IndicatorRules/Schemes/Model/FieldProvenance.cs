using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Model;

/// <summary>Where one field of an indicator comes from. Immutable.</summary>
/// <param name="Field">The field as scheme.json names it: <c>target</c>.</param>
/// <param name="Authors">Every scheme that says so, the scheme's own first; several where uppers agree or are all asked.</param>
public sealed record FieldProvenance(string Field, ImmutableArray<Provenance> Authors);
