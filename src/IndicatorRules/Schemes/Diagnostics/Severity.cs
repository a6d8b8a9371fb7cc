namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity : byte
{
    /// <summary>Worth a look; nothing stops.</summary>
    Warning = 0,

    /// <summary>The input is wrong; the step finishes, reports everything, and stops the next.</summary>
    Error = 1,
}
