namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>An id occurs twice.</summary>
    public static DiagnosticDescriptor DuplicateId { get; } = Error(
        "IR2001", "{0} `{1}` 出现了两次{2}。", "Duplicate {0} `{1}`{2}.",
        "请改成别的，或删去其中一个。", "Change or remove one of them.");

    /// <summary>An id is unknown.</summary>
    public static DiagnosticDescriptor UnknownId { get; } = Error(
        "IR2002", "没有名为 `{1}` 的{0}。", "Unknown {0} `{1}`.",
        "请先声明，或改用已有的名称。", "Declare it first, or use an existing one.");

    /// <summary>A rule file is missing.</summary>
    public static DiagnosticDescriptor RuleFile { get; } = Error(
        "IR2003", "规则文件 `{0}` 不在本插件文件夹内，或无法读取。",
        "The rule file `{0}` is not in the plugin's folder or cannot be read.",
        "规则文件放在 `rules/` 下，用相对路径引用。", "Put rule files under `rules/` and name them by relative path.");

    /// <summary>An indicator lacks a field.</summary>
    public static DiagnosticDescriptor IndicatorIncomplete { get; } = Error(
        "IR2004", "指标 `{0}` 没有写 `{1}`，也没有从上级体系继承。",
        "The indicator `{0}` has no `{1}` and does not take it over from an upper scheme.",
        "请补上，或用 `from` 指明继承自哪个体系。", "Add it, or say with `from` which scheme it comes from.");

    /// <summary>A version is not SemVer.</summary>
    public static DiagnosticDescriptor Version { get; } = Error(
        "IR2005", "`{0}` 不是三段式版本号。", "`{0}` is not a three-part version.",
        "例如 `1.0.0` 或 `1.1.0-draft`。", "For example `1.0.0` or `1.1.0-draft`.");

    /// <summary>A version range is invalid.</summary>
    public static DiagnosticDescriptor Range { get; } = Error(
        "IR2006", "`{0}` 不是版本范围。", "`{0}` is not a range of versions.",
        "写成上下限都有的形式，例如 `[1.0.0,2.0.0)`。", "Give both ends, for example `[1.0.0,2.0.0)`.");

    /// <summary>Words match two states.</summary>
    public static DiagnosticDescriptor StateAmbiguous { get; } = Error(
        "IR2007", "`{1}` 同时属于 `{0}` 的两个状态。", "`{1}` matches two states of `{0}`.",
        "同一说法只能对应一个状态。", "Words may match only one state.");

    /// <summary>A scheme needs another version of the contract.</summary>
    public static DiagnosticDescriptor ContractRange { get; } = Error(
        "IR2008", "`{0}` {1} 需要契约版本 {2}，而本程序提供 {3}{4}。",
        "`{0}` {1} needs contract {2}; this host provides {3}{4}.",
        "请使用与之相配的程序版本，或修订体系。", "Use a host of that version, or revise the scheme.");

    /// <summary>A row has both fields for its kind.</summary>
    public static DiagnosticDescriptor KindTwice { get; } = Error(
        "IR2141", "指标 `{0}` 同时写了 `kind` 和 `binding`，两者都是指标属性。",
        "The indicator `{0}` has both `kind` and `binding`, which are one field.",
        "只写 `kind`。", "Write `kind` alone.");

    /// <summary>A stage that does not apply to a row has a rule.</summary>
    public static DiagnosticDescriptor StageRuleUnused { get; } = Error(
        "IR2142", "阶段 `{0}` 写明不适用于本项（`applies` 为 false），却又写了规则。",
        "The stage `{0}` does not apply to this row, and yet has a rule.",
        "删去规则，或删去 `applies`。", "Remove the rule, or `applies`.");

    /// <summary>The ends of a range are the wrong way round.</summary>
    public static DiagnosticDescriptor RangeReversed { get; } = Error(
        "IR2143", "`{0}` 的取值范围上下颠倒：最小 {1}，最大 {2}。",
        "The range of `{0}` is reversed: from {1} to {2}.",
        "`min` 不能大于 `max`。", "`min` may not exceed `max`.");

    /// <summary>The upper target that an override was written against has changed.</summary>
    public static DiagnosticDescriptor OverrideOutdated { get; } = Warning(
        "IR2146", "指标 `{0}` 的改写是针对上级指标值“{1}”写的，上级现在是“{2}”（{3}）。",
        "The override of `{0}` was written against the upper target “{1}”, which is now “{2}” ({3}).",
        "核对改写的内容和理由是否仍然成立，再改 `replaces`。", "See whether it still holds, then change `replaces`.");

    /// <summary>A figure is outside the range that its scheme gives, which is an error there.</summary>
    public static DiagnosticDescriptor FactsOutsideRange { get; } = Error(
        "IR2144", "{0}填了 {1}，超出取值范围（{2}）。", "{0} is {1}, outside its range ({2}).",
        "请核对数值和单位；改正之前本项不判定。", "Check the figure and its unit; the row is not judged until it is corrected.");

    /// <summary>A figure is outside the range that its scheme gives.</summary>
    public static DiagnosticDescriptor FactsOutsideRangeWarning { get; } = Warning(
        "IR2145", "{0}填了 {1}，超出取值范围（{2}）。", "{0} is {1}, outside its range ({2}).",
        "请核对数值和单位；程序按所填的数判定。", "Check the figure and its unit; it is judged as given.");
}
