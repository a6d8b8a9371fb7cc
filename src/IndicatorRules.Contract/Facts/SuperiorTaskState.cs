namespace IndicatorRules.Contract.Facts;

/// <summary>What the facts say of the superior's task for one place and year.</summary>
public enum SuperiorTaskState : byte
{
    /// <summary>Nothing is said.</summary>
    NotStated = 0,

    /// <summary>上级未下达: the authority above set none.</summary>
    NoneSet = 1,

    /// <summary>The figures set and reached are given.</summary>
    Figures = 2,

    /// <summary>"Completed", without figures.</summary>
    SaidCompleted = 3,

    /// <summary>"Not completed", without figures.</summary>
    SaidNotCompleted = 4,
}
