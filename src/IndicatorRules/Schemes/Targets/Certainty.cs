namespace IndicatorRules.Schemes.Targets;

/// <summary>How certain it is that a rule says what a table prints.</summary>
public enum Certainty
{
    /// <summary>The rule reads back to the words printed, and nothing was left open.</summary>
    Sure,

    /// <summary>The rule is likely; someone decides.</summary>
    Guess,

    /// <summary>The words were not read; the rule is <c>Unknown</c>.</summary>
    Cannot,
}
