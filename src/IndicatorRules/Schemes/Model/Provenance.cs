using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>Who wrote a field. Immutable.</summary>
/// <param name="SchemeKey">The scheme and version: <c>national-revised@1.0.0</c>.</param>
/// <param name="Location">The location, with the file relative to that scheme's folder.</param>
/// <param name="Source">The document, table and row from which it was transcribed.</param>
public sealed record Provenance(string SchemeKey, Location Location, SourceRef Source);
