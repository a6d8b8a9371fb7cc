namespace IndicatorRules.Contract.Readings;

/// <summary>Which ends an interval has, and which of them do not belong to it.</summary>
[Flags]
internal enum Ends : byte
{
    None = 0,
    Low = 1,
    High = 2,
    Both = Low | High,
    LowOpen = 4,
    HighOpen = 8,

    /// <summary>One number, known as such without comparing its ends.</summary>
    Point = 16,
}
