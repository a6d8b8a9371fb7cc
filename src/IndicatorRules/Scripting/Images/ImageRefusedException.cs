namespace IndicatorRules.Scripting.Images;

/// <summary>An image holds something that no compiled rule does.</summary>
internal sealed class ImageRefusedException(string what) : Exception(what)
{
}
