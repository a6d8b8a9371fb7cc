namespace IndicatorRules.Packaging.Reading;

/// <summary>One entry of a zip's table of contents. Immutable.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Packed">Its compressed size in bytes.</param>
internal sealed record ZipEntry(string Name, int Packed);
