namespace IndicatorRules.Packaging.Reading;

/// <summary>One line of a zip's table of contents. Immutable.</summary>
/// <param name="Name">As written.</param>
/// <param name="Packed">Bytes within the zip.</param>
internal sealed record ZipEntry(string Name, int Packed);
