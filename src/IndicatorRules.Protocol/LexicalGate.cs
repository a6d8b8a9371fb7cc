using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Contract;

namespace IndicatorRules.Protocol;

/// <summary>
/// Validates a script before parsing: its characters, size and nesting. One pass without recursion, in linear time. Both host and worker
/// run it. Thread-safe.
/// </summary>
internal static class LexicalGate
{
    /// <summary>The first fault; null if the text may be parsed.</summary>
    /// <param name="code">The author's text.</param>
    /// <param name="unit">The index of the text.</param>
    public static CompileFault? Validate(string code, int unit)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length > ScriptCaps.Characters)
        {
            return Cap(unit, 0, new("长度（字符）", "length in characters"), code.Length, ScriptCaps.Characters);
        }

        return new LexicalScan(code, unit).Run();
    }

    /// <summary>The fault of a scheme with too many scripts.</summary>
    public static CompileFault TooMany(int count) => Cap(0, 0, new("规则条数", "number of rules"), count, ScriptCaps.Scripts);

    internal static CompileFault Cap(int unit, int at, LocalizedText what, int found, int cap) => new(
        unit, at, FaultId.Cap, [what, Plain(found), Plain(cap)]);

    internal static CompileFault Character(int unit, int at, char c) => new(
        unit, at, FaultId.Character, [IsVisible(c) ? $"{c}" : $"U+{(int)c:X4}"]);

    internal static CompileFault Text(int unit, int at, LocalizedText what) => new(unit, at, FaultId.Text, [what]);

    /// <summary>Whether a character is allowed in comments and strings: no controls, invisible formatting or private use.</summary>
    internal static bool IsFree(char c) => c is '\n' or '\t' || char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);

    private static bool IsVisible(char c) => IsFree(c) && !char.IsWhiteSpace(c);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
