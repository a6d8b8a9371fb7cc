using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>Who wrote something that a row says. Immutable.</summary>
/// <param name="SchemeKey">The scheme and version: <c>national-revised@1.0.0</c>.</param>
/// <param name="Location">Where it stands; the file is relative to that scheme's folder.</param>
/// <param name="Source">The document, table and row that it was transcribed from.</param>
public sealed record Provenance(string SchemeKey, Location Location, SourceRef Source);
