namespace IndicatorRules.Compiler;

/// <summary>The compiler's validation layers. Tests switch them off one at a time to exercise the next one.</summary>
[Flags]
internal enum Layers
{
    None = 0,

    /// <summary>Characters, sizes and depths, before parsing.</summary>
    Lexical = 1,

    /// <summary>Kinds of syntax.</summary>
    Syntax = 2,

    /// <summary>Operations, members and conversions.</summary>
    Meaning = 4,

    All = Lexical | Syntax | Meaning,
}
