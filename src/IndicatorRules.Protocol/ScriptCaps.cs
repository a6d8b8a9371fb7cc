namespace IndicatorRules.Protocol;

/// <summary>How large a script may be. Far above any honest rule, far below what hurts a parser.</summary>
internal static class ScriptCaps
{
    /// <summary>Characters in one script.</summary>
    public const int Characters = 16 * 1024;

    /// <summary>Characters in one line.</summary>
    public const int Line = 500;

    /// <summary>Tokens in one script.</summary>
    public const int Tokens = 3000;

    /// <summary>Brackets of any kind open at once.</summary>
    public const int Nesting = 32;

    /// <summary>Names joined by dots.</summary>
    public const int Dotted = 8;

    /// <summary>Prefix operators in a row: - ! not.</summary>
    public const int Prefixes = 3;

    /// <summary>Question marks in one script: ternaries nest to the right.</summary>
    public const int Ternaries = 64;

    /// <summary>Arrows in one script: lambdas and switch arms.</summary>
    public const int Arrows = 256;

    /// <summary>The words or, and, case, when in one script: the compiler's time grows faster than their number.</summary>
    public const int Patterns = 128;

    /// <summary>The sign &lt; in one script: types of types open with it.</summary>
    public const int Angles = 128;

    /// <summary>Signs in a row, brackets and commas left out.</summary>
    public const int Signs = 5;

    /// <summary>Closing brackets followed by opening ones: casts of casts.</summary>
    public const int Casts = 8;

    /// <summary>Characters in one name or number.</summary>
    public const int Word = 64;

    /// <summary>Scripts in one scheme.</summary>
    public const int Scripts = 5000;
}
