using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Model;

/// <summary>The provenance of an indicator's field. Immutable.</summary>
/// <param name="Field">The field's name in scheme.json: <c>target</c>.</param>
/// <param name="Authors">All schemes that wrote it, this scheme first; several if upper schemes agree or are combined.</param>
public sealed record FieldProvenance(string Field, ImmutableArray<Provenance> Authors);
