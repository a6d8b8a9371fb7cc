using IndicatorRules.Protocol;

namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>Two ids have the same name in scripts.</summary>
    public static DiagnosticDescriptor ScriptNamesCollide { get; } = Error(
        "IR2020", "`{0}` 和 `{1}` 在规则里都叫 `{2}`，无法区分。", "`{0}` and `{1}` have the same name `{2}` in scripts.",
        "请给其中一个改名。", "Rename one of them.");

    /// <summary>A conclusion script gives no conclusion.</summary>
    public static DiagnosticDescriptor ScriptNoConclusion { get; } = Error(
        FaultId.NoConclusion, "此处应得出总评，实际写法得不出：{0}", "A conclusion is expected here: {0}",
        "从 `Conclude()` 写起，例如 `Conclude().Award(Grade.Good, when: PointsShare >= 80)`。",
        "Start with `Conclude()`: `Conclude().Award(Grade.Good, when: PointsShare >= 80)`.");

    /// <summary>A check gives no contradictions.</summary>
    public static DiagnosticDescriptor ScriptNoContradictions { get; } = Error(
        FaultId.NoContradictions, "此处应得出校核结果，实际写法得不出：{0}", "Contradictions are expected here: {0}",
        "用 `Differs(甲, 乙, by: 0.1)` 这样的词，或写一个不应成立的比较。",
        "Use a word such as `Differs(one, other, by: 0.1)`, or a comparison that must not hold.");

    /// <summary>A script branches on an answer that may be undecided.</summary>
    public static DiagnosticDescriptor ScriptAnswerBranch { get; } = Error(
        FaultId.AnswerBranch, "`{0}` 可能得不出是或否，不能用来分情况。",
        "`{0}` may be undecided and cannot be a condition.",
        "把它写进 `when:`，或用 `&`（都要）和 `|`（任一）连接。",
        "Put it after `when:`, or join answers with `&` (both) and `|` (either).");

    /// <summary>A conclusion or check needs more steps than the host allows.</summary>
    public static DiagnosticDescriptor OverallCost { get; } = Error(
        "IR4023", "规则 `{0}` 最多要走 {1} 步，超过允许的 {2} 步。", "The script `{0}` may take {1} steps; {2} are allowed.",
        "请写得简单些。", "Simplify it.");

    /// <summary>The scheme does not declare a background figure.</summary>
    public static DiagnosticDescriptor FactsUnknownBackground { get; } = Error(
        "IR5301", "体系没有要求背景数据“{0}”。", "The scheme has no background figure `{0}`.",
        "请核对名称；要用它的话，请制定体系的人写进 `background`。", "Check the id, or declare it under the scheme's `background`.");

    /// <summary>The facts contradict each other.</summary>
    public static DiagnosticDescriptor FactsContradiction { get; } = Warning(
        "IR5302", "校核 `{0}`（{1}）：{2}", "Check `{0}` ({1}): {2}",
        "请对照来源核实：{3}。", "Compare the sources: {3}.");

    /// <summary>A check failed.</summary>
    public static DiagnosticDescriptor CheckFailed { get; } = Warning(
        "IR5303", "校核 `{0}` 没有做成：{1}。", "The check `{0}` could not be carried out: {1}.",
        "请修改体系中的这个校核；其他校核不受影响。",
        "Revise this check in the scheme; other checks are not affected.");
}
