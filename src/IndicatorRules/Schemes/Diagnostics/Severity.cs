namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>The severity of a diagnostic.</summary>
public enum Severity : byte
{
    /// <summary>A possible problem that does not stop anything.</summary>
    Warning = 0,

    /// <summary>The input is invalid. The step reports all problems but yields no value.</summary>
    Error = 1,
}
