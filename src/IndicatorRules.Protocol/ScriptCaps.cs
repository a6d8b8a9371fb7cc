namespace IndicatorRules.Protocol;

/// <summary>Size limits of a script: far above valid rules, far below what overloads a parser.</summary>
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

    /// <summary>Question marks in one script. Conditional expressions nest to the right.</summary>
    public const int Ternaries = 64;

    /// <summary>Arrows in one script: lambdas and switch arms.</summary>
    public const int Arrows = 256;

    /// <summary>The words or, and, case and when in one script. The compiler takes more than linear time for them.</summary>
    public const int Patterns = 128;

    /// <summary>The sign &lt; in one script, which opens nested type arguments.</summary>
    public const int Angles = 128;

    /// <summary>Signs in a row, except brackets and commas.</summary>
    public const int Signs = 5;

    /// <summary>Closing brackets followed by opening ones, as in nested casts.</summary>
    public const int Casts = 8;

    /// <summary>Characters in one name or number.</summary>
    public const int Word = 64;

    /// <summary>Scripts in one scheme.</summary>
    public const int Scripts = 5000;
}
