namespace IndicatorRules.Packaging.Installing;

/// <summary>The result of an installation. Immutable.</summary>
/// <param name="Package">The installed package.</param>
/// <param name="Folder">The plugin's folder.</param>
/// <param name="Changed">False if the same content was already installed.</param>
public sealed record Installation(Package Package, string Folder, bool Changed)
{
}
