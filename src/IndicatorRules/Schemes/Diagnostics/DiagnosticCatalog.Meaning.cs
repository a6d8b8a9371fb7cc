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
        "IR2003", "规则文件 `{0}` 不在本指标体系文件夹内，或无法读取。",
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
        "写成一个版本，如 `1.0.0`，或上下限都有的范围，如 `[1.0.0,2.0.0)`。",
        "Give a version such as `1.0.0`, or a range with both ends such as `[1.0.0,2.0.0)`.");

    /// <summary>Words match two states.</summary>
    public static DiagnosticDescriptor StateAmbiguous { get; } = Error(
        "IR2007", "`{1}` 同时属于 `{0}` 的两个状态。", "`{1}` matches two states of `{0}`.",
        "同一说法只能对应一个状态。", "Words may match only one state.");

    /// <summary>A scheme needs another version of the contract.</summary>
    public static DiagnosticDescriptor ContractRange { get; } = Error(
        "IR2008", "`{0}` {1} 需要规则版本 {2}，而本程序支持 {3}{4}。",
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

    /// <summary>An item has a field that only items with a rule have.</summary>
    public static DiagnosticDescriptor ItemWithoutRule { get; } = Error(
        "IR2150", "分项 `{0}` 写了 `{1}`，但没有自己的规则，`{1}` 不会起作用。",
        "The item `{0}` has `{1}` but no rule of its own, so that `{1}` has no effect.",
        "给分项写上 `rule`，或删去这一栏。", "Give the item a `rule`, or remove the field.");

    /// <summary>A group has no rows.</summary>
    public static DiagnosticDescriptor GroupEmpty { get; } = Error(
        "IR2151", "分组 `{0}` 里没有一行。", "The group `{0}` has no rows.",
        "在属于它的行上写 `group`，或删去这个分组。", "Write `group` on the rows that belong to it, or remove it.");

    /// <summary>The rows of a group are under several tasks.</summary>
    public static DiagnosticDescriptor GroupTasks { get; } = Error(
        "IR2152", "分组 `{0}` 的两行 `{1}` 和 `{2}` 不在同一个任务下。",
        "`{1}` and `{2}` of the group `{0}` stand under different tasks.",
        "一个分组的各行写同一个 `task`。", "Give all rows of a group one `task`.");

    /// <summary>More rows of a group must be met than it has.</summary>
    public static DiagnosticDescriptor GroupCount { get; } = Error(
        "IR2153", "分组 `{0}` 要求至少 {1} 行达标，但只有 {2} 行。", "The group `{0}` asks for {1} rows to be met but has {2}.",
        "改 `atLeast`；上级体系的分组有行不沿用时，在本体系里重新声明这个分组。",
        "Change `atLeast`; where rows of an upper scheme's group are left out, declare the group anew.");

    /// <summary>Facts give a figure for a group.</summary>
    public static DiagnosticDescriptor FactsOfGroup { get; } = Error(
        "IR2154", "第{0}项“{1}”是分组，没有自己的数值，组内是{2}。",
        "No. {0} “{1}” is a group and has no figure of its own; its rows are {2}.",
        "数值填在组内各行。", "Give the figures of its rows.");

    /// <summary>Facts give a superior's task for an item that has no rule of its own.</summary>
    public static DiagnosticDescriptor FactsItemTask { get; } = Warning(
        "IR2155", "{0}没有单独判定，所填的上级任务不起作用。", "{0} is not judged by itself, so that its `task` has no effect.",
        "上级任务填在整项上。", "Give the task of the whole row.");

    /// <summary>An alias means something else as well.</summary>
    public static DiagnosticDescriptor AliasTaken { get; } = Error(
        "IR2131", "{1}的别名“{0}”{2}。", "The alias `{0}` of {1} {2}.",
        "一个别名只能指一项，请改写或删去。", "An alias means one thing: change or remove it.");
}
