namespace IndicatorRules.Packaging.Installing;

/// <summary>What came of an installation. Immutable.</summary>
/// <param name="Package">What was installed.</param>
/// <param name="Folder">Where it stands.</param>
/// <param name="Changed">False when the same content stood there already.</param>
public sealed record Installation(Package Package, string Folder, bool Changed)
{
}
