using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Extending;

/// <summary>One file of an extension. Immutable.</summary>
/// <param name="Path">The path within the extension's folder, with forward slashes.</param>
/// <param name="Bytes">Its content.</param>
public sealed record ExtensionFile(string Path, ImmutableArray<byte> Bytes)
{
}
