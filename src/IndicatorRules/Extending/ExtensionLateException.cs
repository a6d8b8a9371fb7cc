namespace IndicatorRules.Extending;

/// <summary>An extension did not return in time.</summary>
internal sealed class ExtensionLateException : Exception
{
}
