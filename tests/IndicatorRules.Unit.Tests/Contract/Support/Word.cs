namespace IndicatorRules.Contract.Tests.Support;

/// <summary>The words about a figure's course.</summary>
public enum Word
{
    Stable,
    Improving,
    NotReduced,
    ChangeAtLeast,
    ChangeAtMost,
}
