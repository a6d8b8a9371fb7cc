namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>An indicator that the scheme does not have.</summary>
    public static DiagnosticDescriptor FactsUnknownIndicator { get; } = Error(
        "IR5001", "体系 `{1}` 中没有指标 `{0}`。", "The scheme `{1}` has no indicator `{0}`.",
        "请核对指标名；`show` 可列出全部指标。", "Check the id; `show` lists them all.");

    /// <summary>An item that the indicator does not have.</summary>
    public static DiagnosticDescriptor FactsUnknownItem { get; } = Error(
        "IR5002", "指标 `{1}` 没有分项 `{0}`。", "The indicator `{1}` has no item `{0}`.",
        "请核对分项名；`show` 可列出全部分项。", "Check the id; `show` lists them all.");

    /// <summary>A place attribute is missing.</summary>
    public static DiagnosticDescriptor FactsLackAttribute { get; } = Error(
        "IR5003", "缺少行政区属性 `{0}`（{1}），体系 `{2}` 要用它来判定。", "The place lacks `{0}` ({1}), which the scheme `{2}` judges by.",
        "请在 `place.attributes` 中补上。", "Add it to `place.attributes`.");

    /// <summary>Another unit than the scheme's.</summary>
    public static DiagnosticDescriptor FactsUnit { get; } = Error(
        "IR5004", "`{0}` 的单位是 `{2}`，而体系要求 `{1}`。", "`{0}` is given in `{2}`; the scheme wants `{1}`.",
        "请换算后再填；程序不会自行换算单位。", "Convert it before you hand it in; units are never converted in silence.");

    /// <summary>One thing twice.</summary>
    public static DiagnosticDescriptor FactsTwice { get; } = Error(
        "IR5005", "`{0}` 填了两次。", "`{0}` is handed in twice.",
        "请只保留一处。", "Keep one of them.");

    /// <summary>A typed reading that is none.</summary>
    public static DiagnosticDescriptor FactForm { get; } = Error(
        "IR5006", "这个现状值的写法无法识别。", "This reading has no form that is known.",
        "可写数字、文字，或 `{{\"low\":55,\"high\":70}}`、`{{\"done\":…,\"assigned\":…}}`、`{{\"absent\":…}}`。",
        "Write a number, words, or `{{\"low\":55,\"high\":70}}`, `{{\"done\":…,\"assigned\":…}}`, `{{\"absent\":…}}`.");

    /// <summary>A place attribute's value that the scheme does not know.</summary>
    public static DiagnosticDescriptor FactsAttributeValue { get; } = Error(
        "IR5007", "`{1}` 不是 `{0}` 的取值。", "`{1}` is no value of `{0}`.",
        "可以写的有：{2}。", "What may stand here: {2}.");

    /// <summary>Shares that are not a whole.</summary>
    public static DiagnosticDescriptor FactsShares { get; } = Error(
        "IR5008", "`{0}` 各部分之和是 {1}，应为 100（百分数）。", "The parts of `{0}` sum to {1}; they are percentages of 100.",
        "各部分都要填，按百分数填，合计 100。", "Give every part, in percent, 100 together.");

    /// <summary>No facts for the year asked for.</summary>
    public static DiagnosticDescriptor FactsLackYear { get; } = Error(
        "IR5009", "填报数据中没有 {0} 年，现有：{1}。", "The facts have no year {0}; there are: {1}.",
        "请改用已有的年份。", "Name a year that is there.");

    /// <summary>No scheme named anywhere.</summary>
    public static DiagnosticDescriptor FactsNameNoScheme { get; } = Error(
        "IR5010", "没有指明用哪个指标体系。", "No scheme is named.",
        "在填报数据里写 `scheme`，或用 `--scheme` 指明。", "Write `scheme` in the facts, or name one with `--scheme`.");

    /// <summary>Words that answer to no state.</summary>
    public static DiagnosticDescriptor FactsUnknownState { get; } = Warning(
        "IR5101", "`{0}` 的现状值 `{1}` 不是体系所列的状态，只能判为无法判定。", "`{1}` is no state of `{0}` that the scheme lists; it is judged Undetermined.",
        "所列状态：{2}。", "The states listed: {2}.");

    /// <summary>A percentage that looks like a fraction.</summary>
    public static DiagnosticDescriptor FactsFraction { get; } = Warning(
        "IR5102", "`{0}` 的单位是 %，却填了 {1}：是不是把百分数写成了小数？", "`{0}` is in %, and {1} is handed in: was a percentage written as a fraction?",
        "28% 应填 28；程序按 {1}% 判定，不会自行放大。", "Write 28 for 28 %; it is judged as {1} %, never scaled in silence.");

    /// <summary>A word for a figure.</summary>
    public static DiagnosticDescriptor FactsWords { get; } = Warning(
        "IR5103", "`{0}` 要填数字，却填了 `{1}`。", "`{0}` wants a figure; `{1}` is handed in.",
        "没有数字时请写明原因，例如 无、不考核、-。", "Where there is no figure, say why: 无, 不考核, -.");
}
