namespace IndicatorRules.Contract.Facts;

/// <summary>What kind of figure a fact is, where the facts say so.</summary>
public enum Measure : byte
{
    /// <summary>Nothing is said.</summary>
    NotStated = 0,

    /// <summary>水平值. How high something is: a rate of 71.72 %.</summary>
    Level = 1,

    /// <summary>变化幅度. By how much it has changed: a rise by 1.2 points.</summary>
    Change = 2,
}
