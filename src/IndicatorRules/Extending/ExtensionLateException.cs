namespace IndicatorRules.Extending;

/// <summary>Strangers' code did not come back in time.</summary>
internal sealed class ExtensionLateException : Exception
{
}
