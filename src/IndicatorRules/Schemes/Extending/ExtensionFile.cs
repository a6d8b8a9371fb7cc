using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Extending;

/// <summary>One file of an extension, as it was read. Immutable.</summary>
/// <param name="Path">Within the extension's folder, with forward slashes.</param>
/// <param name="Bytes">All of it.</param>
public sealed record ExtensionFile(string Path, ImmutableArray<byte> Bytes)
{
}
