namespace IndicatorRules.Contract.Rules;

/// <summary>Ends a check that asks for something in a way that means nothing.</summary>
internal sealed class ArgumentFaultException : Exception
{
    /// <param name="key">A key of <see cref="ScriptFault"/>.</param>
    internal ArgumentFaultException(string key)
        : base(key) => Key = key;

    internal string Key { get; }
}
