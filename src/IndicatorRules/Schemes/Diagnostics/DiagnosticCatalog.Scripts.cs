using IndicatorRules.Protocol;

namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>A rule is not valid C#.</summary>
    public static DiagnosticDescriptor ScriptSyntax { get; } = Error(
        FaultId.Syntax, "规则写法有误：{0}", "The rule is not well formed: {0}",
        "请检查括号、逗号和分号。", "Check brackets, commas and semicolons.");

    /// <summary>A word is unknown.</summary>
    public static DiagnosticDescriptor ScriptUnknownWord { get; } = Error(
        FaultId.UnknownWord, "规则中没有 `{0}` 这个词。", "`{0}` is not a word of rules.",
        "可用的词见插件指南。", "The author's guide lists the words.");

    /// <summary>A member is unknown.</summary>
    public static DiagnosticDescriptor ScriptUnknownMember { get; } = Error(
        FaultId.UnknownMember, "{0}没有 `{1}`。", "`{1}` is not one of {0}.",
        "可以写的有：{2}。", "Valid names: {2}.");

    /// <summary>Arguments are wrong.</summary>
    public static DiagnosticDescriptor ScriptArguments { get; } = Error(
        FaultId.Arguments, "`{0}` 的参数不对：{1}", "The arguments of `{0}` are wrong: {1}",
        "请对照插件指南中该词的写法。", "Compare with the author's guide.");

    /// <summary>A rule gives no verdict.</summary>
    public static DiagnosticDescriptor ScriptNoVerdict { get; } = Error(
        FaultId.NoVerdict, "此处应得出判定，实际写法得不出判定：{0}", "A verdict is expected here: {0}",
        "用 `AtLeast(20)` 这样的词，或 `When(条件, 则, 否则)`。",
        "Use a word such as `AtLeast(20)`, or `When(condition, then, otherwise)`.");

    /// <summary>An operator does not fit.</summary>
    public static DiagnosticDescriptor ScriptOperator { get; } = Error(
        FaultId.Operator, "这里不能用 `{0}`。", "`{0}` cannot be used here.",
        "判定之间用 `&`（都要）和 `|`（任一）连接；按数值分情况用 `When(条件, 则, 否则)`。",
        "Join verdicts with `&` (all) and `|` (any); branch on a figure with `When(condition, then, otherwise)`.");

    /// <summary><c>Upper</c> names a scheme that does not govern the indicator.</summary>
    public static DiagnosticDescriptor ScriptUpper { get; } = Error(
        FaultId.Upper, "`Upper` 指的 `{0}` 不是本指标的上级体系。",
        "`Upper` names `{0}`, which does not govern this indicator.",
        "`Upper` 的参数须是 `from` 中写明的体系名，用引号括起。",
        "Give the id of a scheme under the indicator's `from`, in quotes.");

    /// <summary>A trend needs a direction.</summary>
    public static DiagnosticDescriptor ScriptNoDirection { get; } = Error(
        FaultId.NoDirection, "`{0}` 要知道 `{1}` 是越高越好还是越低越好。", "`{0}` needs to know which way `{1}` improves.",
        "请在该指标或分项上写 `\"direction\": \"higher\"` 或 `\"lower\"`。",
        "Write `\"direction\": \"higher\"` or `\"lower\"` on the indicator or item.");

    /// <summary>A rule contains a directive.</summary>
    public static DiagnosticDescriptor ScriptDirective { get; } = Error(
        FaultId.Directive, "规则中不能有以 `#` 开头的指令。", "A rule may not contain directives (`#`).",
        "请删去这一行。", "Remove the line.");

    /// <summary>Any other compiler error.</summary>
    public static DiagnosticDescriptor ScriptOther { get; } = Error(
        FaultId.Other, "规则不能编译（{0}）：{1}", "The rule does not compile ({0}): {1}",
        "请对照插件指南。", "Compare with the author's guide.");

    /// <summary>The compile worker failed.</summary>
    public static DiagnosticDescriptor CompilerFailed { get; } = Error(
        "IR4011", "体系 `{0}` 的规则未能编译：{1}。", "The rules of `{0}` could not be compiled: {1}.",
        "{2}", "{2}");

    /// <summary><c>EachItem</c> without items.</summary>
    public static DiagnosticDescriptor ScriptNoItems { get; } = Error(
        FaultId.NoItems, "`EachItem` 用在没有分项的指标上。", "`EachItem` is used on an indicator without items.",
        "请声明分项，或直接判定指标本身。", "Declare items, or judge the indicator itself.");

    /// <summary>Integers are divided.</summary>
    public static DiagnosticDescriptor ScriptWholeDivision { get; } = Error(
        FaultId.WholeDivision, "`{0}` 是整数除法，会舍去小数。", "`{0}` divides whole numbers and drops the fraction.",
        "把其中一个写成带小数点的数，例如 `1.0 / 2`；同另一个数的几分之几比，写 `Ratio(2, 3)`。",
        "Write one of them with a point: `1.0 / 2`; for a part of another figure write `Ratio(2, 3)`.");

    /// <summary>An internal error.</summary>
    public static DiagnosticDescriptor Internal { get; } = Error(
        FaultId.Internal, "程序自身出错：{0}", "The program itself failed: {0}",
        "这不是您的错误，请把此行报告给维护者。", "This is not your mistake; please report this line.");
}
