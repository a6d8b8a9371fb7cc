namespace IndicatorRules.Contract.Rules;

/// <summary>A declared function failed, whatever it threw: not even a cancellation of its own making is the host's.</summary>
internal sealed class FunctionFailedException(Exception inner) : Exception(inner.Message, inner)
{
}
