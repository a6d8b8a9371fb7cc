namespace IndicatorRules.Contract.Reasons;

/// <summary>Ends a rule that asks for a place attribute which the facts leave empty; its verdict is Undetermined.</summary>
internal sealed class PlaceBlankException : Exception
{
    internal PlaceBlankException(LocalizedText attribute)
        : base($"{attribute.En} is not filled in.") => Attribute = attribute;

    internal LocalizedText Attribute { get; }
}
