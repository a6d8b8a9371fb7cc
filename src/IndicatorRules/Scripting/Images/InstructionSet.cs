namespace IndicatorRules.Scripting.Images;

/// <summary>Which instructions a method of an image may hold.</summary>
internal enum InstructionSet : byte
{
    /// <summary>What rules are made of.</summary>
    Rules = 0,

    /// <summary>The same, and what the submission and its state machine need: its slots and its own exception handler.</summary>
    Starter = 1,

    /// <summary>The same, and throwing: for the helper that ends a switch which no case fits.</summary>
    Details = 2,
}
