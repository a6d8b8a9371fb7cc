namespace IndicatorRules.Contract.Quantities;

/// <summary>Ends a script that adds or compares two figures of different units; units are never converted in silence.</summary>
public sealed class UnitsDifferException : Exception
{
    internal UnitsDifferException(string one, string other)
        : base($"{one} ≠ {other}")
    {
    }
}
