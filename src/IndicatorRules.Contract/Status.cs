namespace IndicatorRules.Contract;

/// <summary>The four answers to "is this indicator met?" (判定).</summary>
/// <remarks>
/// The numbers are the order of <c>&amp;</c>: the larger wins. For <c>|</c> the order is turned round; see
/// <see cref="Verdict"/>.
/// </remarks>
public enum Status : byte
{
    /// <summary>不适用. The indicator does not count here; neutral in every combination.</summary>
    NotApplicable = 0,

    /// <summary>达标.</summary>
    Met = 1,

    /// <summary>无法判定. Something that would decide is missing, or the scheme does not say.</summary>
    Undetermined = 2,

    /// <summary>未达标.</summary>
    NotMet = 3,
}
