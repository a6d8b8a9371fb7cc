namespace IndicatorRules.Scripting.Images;

/// <summary>An image contains something that no compiled rule does.</summary>
internal sealed class ImageRefusedException(string what) : Exception(what)
{
}
