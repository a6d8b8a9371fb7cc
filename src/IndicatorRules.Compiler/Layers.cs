namespace IndicatorRules.Compiler;

/// <summary>The layers that the compiler holds; tests take one away at a time to see the next one hold.</summary>
[Flags]
internal enum Layers
{
    None = 0,

    /// <summary>Characters, sizes, depths, before any parser.</summary>
    Lexical = 1,

    /// <summary>Kinds of syntax.</summary>
    Syntax = 2,

    /// <summary>Operations, members and conversions.</summary>
    Meaning = 4,

    All = Lexical | Syntax | Meaning,
}
