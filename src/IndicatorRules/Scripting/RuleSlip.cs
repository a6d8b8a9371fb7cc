using System.Text.RegularExpressions;
using IndicatorRules.Contract;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Scripting;

/// <summary>
/// What people write in rules who know tables and not C#: ≥20, 20%, and, full-width brackets, a semicolon at the end. Immutable.
/// </summary>
/// <param name="Offset">The index of its character.</param>
/// <param name="Descriptor">What is reported.</param>
/// <param name="Arguments">The words of the message.</param>
/// <param name="Suggestion">What is probably meant; null for none.</param>
internal sealed partial record RuleSlip(
    int Offset, DiagnosticDescriptor Descriptor, LocalizedText[] Arguments, string? Suggestion = null)
{
    private static readonly (string Word, string[] Written)[] Comparisons =
    [
        ("AtLeast", ["≥", "≧", "⩾", ">=", "＞=", "＞＝", "不低于", "不少于", "不小于", "大于等于", "达到"]),
        ("AtMost", ["≤", "≦", "⩽", "<=", "＜=", "＜＝", "不高于", "不超过", "不大于", "不多于", "小于等于"]),
        ("MoreThan", [">", "＞", "大于", "高于", "超过"]),
        ("LessThan", ["<", "＜", "小于", "低于", "少于"]),
    ];

    /// <summary>The slip behind a fault; null if it is none of these.</summary>
    internal static RuleSlip? Of(string code, CompileFault fault)
    {
        var plain = Masked(code);
        return fault.Id switch
        {
            FaultId.Character when fault.Offset < code.Length => OfCharacter(plain, fault.Offset),
            FaultId.Syntax => OfSyntax(plain),
            FaultId.Symbol => OfTwoNumbers(plain, fault.Offset),
            FaultId.Operator => OfOperator(plain, fault),
            _ => null,
        };
    }

    private static RuleSlip? OfCharacter(string code, int at)
    {
        var c = code[at];
        if (Compared(code, at) is { } compared)
        {
            return new(at, DiagnosticCatalog.ScriptCharacter, [$"{c}"], compared);
        }

        if (c == '；' && code[(at + 1)..].Trim().Length == 0 && !code.Contains('{'))
        {
            return Syntax(at, null, new("规则末尾多了 `；`，删去即可。", "there is a `；` at the end of the rule; remove it."));
        }

        var meant = c switch
        {
            >= '！' and <= '～' => $"{(char)(c - 0xFEE0)}",
            '、' => ",",
            '。' => ".",
            '“' or '”' or '「' or '」' => "\"",
            '且' or '和' or '并' => "&",
            '或' => "|",
            '×' => "*",
            '÷' => "/",
            '−' or '—' => "-",
            _ => null,
        };
        return meant is null ? null : new(at, DiagnosticCatalog.ScriptCharacter, [$"{c}"], meant);
    }

    private static RuleSlip? OfSyntax(string code)
    {
        if (Joined().Match(code) is { Success: true } joined)
        {
            var isAnd = joined.Value.Equals("and", StringComparison.OrdinalIgnoreCase);
            return Syntax(joined.Index, isAnd ? "&" : "|", isAnd
                ? new("“都要”不写 `and`。", "`and` is not a word of rules.")
                : new("“任一”不写 `or`。", "`or` is not a word of rules."));
        }

        if (Percent().Match(code) is { Success: true } percent)
        {
            return Syntax(percent.Groups["sign"].Index, percent.Groups["number"].Value, new(
                "百分数只写数字，不写 `%`。", "a percentage is written as a number, without `%`."));
        }

        if (Started().Match(code) is { Success: true } start && Compared(code, start.Groups["sign"].Index) is { } compared)
        {
            return Syntax(start.Groups["sign"].Index, compared, new(
                "数值的要求用判定用词写，不用符号。", "what a figure must be is written with a word, not a sign."));
        }

        // A body of statements ends with a semicolon or a brace; an expression does not.
        return End().Match(code) is { Success: true } end && !code.Contains("return", StringComparison.Ordinal) && !code.Contains('{')
            && code.IndexOf(';', StringComparison.Ordinal) == end.Index
            ? Syntax(end.Index, null, new("规则末尾多了 `;`，删去即可。", "there is a `;` at the end of the rule; remove it."))
            : null;
    }

    private static RuleSlip Syntax(int at, string? meant, LocalizedText why) => new(at, DiagnosticCatalog.ScriptSyntax, [why], meant);

    private static RuleSlip? OfTwoNumbers(string code, int at)
    {
        foreach (Match call in TwoNumbers().Matches(code))
        {
            if (call.Index <= at && at < call.Index + call.Length)
            {
                var (word, low, high) = (call.Groups["word"].Value, call.Groups["low"].Value, call.Groups["high"].Value);
                return new(call.Groups["high"].Index, DiagnosticCatalog.ScriptArguments,
                    [word, new("只要一个数；两个数之间用 `Between`。", "it takes one number; `Between` takes two.")],
                    $"Between({low}, {high})");
            }
        }

        return null;
    }

    // At the operator, rather than at the start of what it joins.
    private static RuleSlip? OfOperator(string code, CompileFault fault)
    {
        var sign = fault.Arguments[0].Zh;
        var at = sign is "&&" or "||" ? code.IndexOf(sign, fault.Offset, StringComparison.Ordinal) : -1;
        return at < 0 || code.IndexOf(sign, at + sign.Length, StringComparison.Ordinal) >= 0 ? null
            : new(at, DiagnosticCatalog.ScriptOperator, [.. fault.Arguments], sign[..1]);
    }

    // ≥20, 不低于(20), 不低于20%, 20以上.
    private static string? Compared(string code, int at)
    {
        var rest = code.AsSpan(at);
        foreach (var (word, written) in Comparisons)
        {
            foreach (var sign in written)
            {
                if (rest.StartsWith(sign, StringComparison.Ordinal)
                    && Number().Match(code, at + sign.Length) is { Success: true } number)
                {
                    return $"{word}({Half(number.Groups["number"].Value)})";
                }
            }
        }

        var before = NumberBefore().Match(code[..at]);
        return before.Success && (rest.StartsWith("以上", StringComparison.Ordinal) || rest.StartsWith("及以上", StringComparison.Ordinal))
            ? $"AtLeast({before.Groups["number"].Value})"
            : before.Success && (rest.StartsWith("以下", StringComparison.Ordinal) || rest.StartsWith("及以下", StringComparison.Ordinal))
            ? $"AtMost({before.Groups["number"].Value})"
            : null;
    }

    private static string Half(string number) => string.Concat(number.Select(c => c is >= '０' and <= '９' ? (char)(c - 0xFEE0) : c));

    // Strings and comments as blanks: nothing in them is a slip.
    private static string Masked(string code) =>
        Quoted().Replace(code, m => new string(' ', m.Length));

    [GeneratedRegex("\"(?:[^\"\\\\\n]|\\\\.)*\"|//[^\n]*|/\\*.*?\\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.])(and|or|AND|OR|And|Or)(?![A-Za-z0-9_(])", RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    [GeneratedRegex(@"(?<number>[0-9]+(\.[0-9]+)?) *(?<sign>%) *(?=[,)])", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();

    [GeneratedRegex(@"(^|[&|(,?:]) *(?<sign>[<>]=?) *[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Started();

    [GeneratedRegex(@";\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(
        @"(?<word>AtLeast|AtMost|MoreThan|LessThan) *\( *(?<low>[0-9]+(\.[0-9]+)?) *, *(?<high>[0-9]+(\.[0-9]+)?) *\)",
        RegexOptions.CultureInvariant)]
    private static partial Regex TwoNumbers();

    [GeneratedRegex(@"\G *[（(]? *(?<number>[0-9０-９]+(\.[0-9]+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<number>[0-9]+(\.[0-9]+)?) *[%％]? *\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberBefore();
}
