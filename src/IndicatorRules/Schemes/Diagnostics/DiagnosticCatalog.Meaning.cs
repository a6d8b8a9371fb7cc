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
        "IR2141", "指标 `{0}` 同时写了 `kind` 和 `binding`，两者都是指标属性。", "The indicator `{0}` has both `kind` and `binding`, which are one field.",
        "只写 `kind`。", "Write `kind` alone.");
}
