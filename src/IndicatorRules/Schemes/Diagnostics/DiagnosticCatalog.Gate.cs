using IndicatorRules.Protocol;

namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>A script contains a character that is not allowed.</summary>
    public static DiagnosticDescriptor ScriptCharacter { get; } = Error(
        FaultId.Character, "规则中不能有字符 `{0}`。", "A rule may not contain the character `{0}`.",
        "名称和运算符只用英文字母、数字和 `+ - * / % & | < > = ! ? : . , ; ( ) {{ }}`；"
            + "中文只写在引号或注释里；引号内可用 `\\n` `\\t` `\\\"` `\\\\`。",
        "Names and operators are ASCII: `+ - * / % & | < > = ! ? : . , ; ( ) {{ }}`; other characters may only occur in quotes or "
            + "comments; a string may escape `\\n` `\\t` `\\\"` `\\\\`.");

    /// <summary>A script is too large or too deeply nested.</summary>
    public static DiagnosticDescriptor ScriptCap { get; } = Error(
        FaultId.Cap, "规则超出上限：{0} {1}，最多 {2}。", "The rule exceeds a limit: {0} {1}, at most {2}.",
        "请拆成几条规则，或把重复部分写成局部函数。",
        "Split it into several rules, or write what repeats as a local function.");

    /// <summary>A script contains text that is not plain.</summary>
    public static DiagnosticDescriptor ScriptText { get; } = Error(
        FaultId.Text, "规则中有{0}。", "The rule has {0}.",
        "只用成对的普通引号和括号。", "Use plain quotes and brackets in pairs.");

    /// <summary>A script uses a construct outside the allowed subset.</summary>
    public static DiagnosticDescriptor ScriptConstruct { get; } = Error(
        FaultId.Construct, "规则中不能用{0}。", "A rule may not use {0}.",
        "{1}", "{1}");

    /// <summary>A script uses a type or member that is not on the list.</summary>
    public static DiagnosticDescriptor ScriptSymbol { get; } = Error(
        FaultId.Symbol, "规则中不能用 `{0}`。", "A rule may not use `{0}`.",
        "规则只能用指南所列的词；需要更多功能时请做编译扩展。",
        "Rules may only use the words of the author's guide; write a compiled extension for anything else.");

    /// <summary>A local function is recursive.</summary>
    public static DiagnosticDescriptor ScriptRecursion { get; } = Error(
        FaultId.Recursion, "局部函数 `{0}` 直接或间接调用了自己。",
        "The local function `{0}` calls itself, directly or through others.",
        "规则必须能算完，请改写为不调用自己的形式。", "A rule must terminate; rewrite it without recursion.");

    /// <summary>A local hides a word of rules.</summary>
    public static DiagnosticDescriptor ScriptShadow { get; } = Error(
        FaultId.Shadow, "`{0}` 是规则用词，不能用作变量或函数名。",
        "`{0}` is a word of rules and cannot name a variable or function.",
        "请换一个名字。", "Choose another name.");

    /// <summary>A rule needs more steps than the host allows.</summary>
    public static DiagnosticDescriptor ScriptCost { get; } = Error(
        "IR4108", "规则 `{0}` 最多要 {1} 步，超过本程序的上限 {2}。",
        "The rule of `{0}` may take {1} steps; this host allows {2}.",
        "请减少重复调用；`validate --cost` 可列出每条规则的步数。",
        "Call less often; `validate --cost` lists the steps of each rule.");

    /// <summary>An image was rejected.</summary>
    public static DiagnosticDescriptor ImageRefused { get; } = Error(
        "IR4109", "体系 `{0}` 编译出的代码不在允许范围内，已拒绝：{1}。",
        "The compiled code of `{0}` is not allowed and was rejected: {1}.",
        "规则本应更早被拦下；请把此行报告给维护者。",
        "The rules should have been rejected earlier; please report this line.");

    /// <summary>A scheme is suspended after repeated failures of its compilation.</summary>
    public static DiagnosticDescriptor SchemeQuarantined { get; } = Error(
        "IR4110", "体系 `{0}` 已连续 {1} 次使编译进程失败，暂停使用；最近一次：{2}。",
        "The scheme `{0}` made the compile worker fail {1} times in a row and is suspended; the last time, {2}.",
        "修改其规则或重新载入后立即重试，否则过几分钟再试一次。",
        "It is retried when its rules change, on a refresh, or after a few minutes.");

    /// <summary>The plugins could not be reread.</summary>
    public static DiagnosticDescriptor RefreshFailed { get; } = Error(
        "IR4113", "指标体系文件夹暂时无法重新读取：{0}", "The plugins cannot be reread at the moment: {0}",
        "现有体系不受影响，照常使用；稍后会再次读取。",
        "The schemes in force stay as they are; the plugins are read again later.");

    /// <summary>A subscriber to changes failed.</summary>
    public static DiagnosticDescriptor SubscriberFailed { get; } = Warning(
        "IR4114", "接收变更通知的程序出错：{0}", "A subscriber to changes failed: {0}",
        "变更已经生效，其他接收者也已收到通知；请检查该程序。",
        "The change is in force and the other subscribers were notified; check that subscriber.");

    /// <summary>The folder of the store is not used.</summary>
    public static DiagnosticDescriptor StoreUnused { get; } = Warning(
        "IR4115", "没有使用缓存目录 `{0}`：{1}。", "The cache folder `{0}` is not used: {1}.",
        "结果不受影响，只是每次启动都要重新编译；请改正该目录，或另行指定。",
        "Results are the same, but every start compiles again; fix the folder or name another.");

    /// <summary>The isolated process failed or timed out.</summary>
    public static DiagnosticDescriptor IsolationFailed { get; } = Error(
        "IR4111", "无法判定体系 `{0}`：{1}。", "The scheme `{0}` cannot be judged: {1}.",
        "本程序不受影响，请重试；若一再出现，请检查该体系的规则。",
        "The host is not affected; try again. If it keeps happening, check the scheme's rules.");

    /// <summary>A scheme is suspended after repeated failures of the isolated process.</summary>
    public static DiagnosticDescriptor IsolationQuarantined { get; } = Error(
        "IR4112", "体系 `{0}` 已连续 {1} 次使评判进程失败，暂停使用；最近一次：{2}。",
        "The scheme `{0}` made the judging process fail {1} times in a row and is suspended; the last time, {2}.",
        "修改其规则或重新载入后立即重试，否则过几分钟再试一次。",
        "It is retried when its rules change, on a refresh, or after a few minutes.");
}
