using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Contract;

namespace IndicatorRules.Protocol;

/// <summary>
/// The first look at a script, before any parser: which characters it holds and how large and deep it is. One pass, no
/// recursion, linear in the length. Host and worker both hold to it. Safe on any thread.
/// </summary>
internal static class LexicalGate
{
    /// <summary>The first thing that no script may hold; null when the text may go on to the parser.</summary>
    /// <param name="code">The author's text.</param>
    /// <param name="unit">Which text it is, for the fault.</param>
    public static CompileFault? Validate(string code, int unit)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length > ScriptCaps.Characters)
        {
            return Cap(unit, 0, new("长度（字符）", "length in characters"), code.Length, ScriptCaps.Characters);
        }

        return new LexicalScan(code, unit).Run();
    }

    /// <summary>More scripts than one scheme may have.</summary>
    public static CompileFault TooMany(int count) => Cap(0, 0, new("规则条数", "number of rules"), count, ScriptCaps.Scripts);

    internal static CompileFault Cap(int unit, int at, LocalizedText what, int found, int cap) => new(
        unit, at, FaultId.Cap, [what, Plain(found), Plain(cap)]);

    internal static CompileFault Character(int unit, int at, char c) => new(
        unit, at, FaultId.Character, [IsVisible(c) ? $"{c}" : $"U+{(int)c:X4}"]);

    internal static CompileFault Text(int unit, int at, LocalizedText what) => new(unit, at, FaultId.Text, [what]);

    /// <summary>Whether a character may stand in a comment or string: no controls, no invisible formatting, no private use.</summary>
    internal static bool IsFree(char c) => c is '\n' or '\t' || char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);

    private static bool IsVisible(char c) => IsFree(c) && !char.IsWhiteSpace(c);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
