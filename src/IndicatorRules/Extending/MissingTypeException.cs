namespace IndicatorRules.Extending;

/// <summary>A type that an extension declares is not there, or is not what it is declared as.</summary>
internal sealed class MissingTypeException(string type) : Exception
{
    /// <summary>The name declared.</summary>
    internal string Type { get; } = type;
}
