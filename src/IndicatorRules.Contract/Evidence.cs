namespace IndicatorRules.Contract;

/// <summary>Which evidence counts when a verdict is read.</summary>
public enum Evidence : byte
{
    /// <summary>Figures and recorded states, and claims where figures are absent. The default.</summary>
    Declared = 0,

    /// <summary>Figures and recorded states alone: what rests on a claim is Undetermined.</summary>
    Measured = 1,
}
