namespace IndicatorRules.Contract;

/// <summary>What a verdict rests on (依据).</summary>
public enum Basis : byte
{
    /// <summary>有据. Figures, or a recorded state.</summary>
    Measured = 0,

    /// <summary>自报. A claim with no figure behind it.</summary>
    Declared = 1,
}
