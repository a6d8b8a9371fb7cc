namespace IndicatorRules.Extending;

/// <summary>A type that an extension declares is missing, or of another kind than declared.</summary>
internal sealed class MissingTypeException(string type) : Exception
{
    internal string Type { get; } = type;
}
