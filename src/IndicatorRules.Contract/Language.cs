namespace IndicatorRules.Contract;

/// <summary>The languages that reports and messages are written in.</summary>
public enum Language : byte
{
    /// <summary>Chinese; the default.</summary>
    Zh = 0,

    /// <summary>English.</summary>
    En = 1,
}
