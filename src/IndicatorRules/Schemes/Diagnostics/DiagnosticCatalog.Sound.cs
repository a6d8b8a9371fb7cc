namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>A scheme has errors.</summary>
    public static DiagnosticDescriptor SchemeBroken { get; } = Error(
        "IR3040", "指标体系 `{0}` 有错误，不能使用（{1}）。", "The scheme `{0}` has errors and cannot be used ({1}).",
        "请先改正该体系的错误，错误另行列出。", "Correct its errors first; they are reported separately.");

    /// <summary>The printed target differs from the rule.</summary>
    public static DiagnosticDescriptor TargetNotAsked { get; } = Warning(
        "IR2021", "第{0}项“{1}”印的指标值是 {2}，规则判的却是 {3}（{4}）。",
        "Row {0}, “{1}”, prints the target {2}, but its rule asks for {3} ({4}).",
        "请把印的指标值和规则改成一致；规则沿用上级、上级已改的，在 `override` 里改 `target`。",
        "Make the printed target and the rule agree; where the rule is an upper scheme's that changed, change `target` under `override`.");

    /// <summary>A quotient of two numbers is rounded.</summary>
    public static DiagnosticDescriptor QuotientRounded { get; } = Warning(
        "IR2130", "`{0}` 除不尽，程序只能四舍五入，恰好等于这个数的会判错。",
        "`{0}` has no end and is rounded, so that a figure exactly at it is judged wrongly.",
        "同另一个数的几分之几比，写 `AtLeast(Ratio(2, 3), of: …)`；同一个定数比，把两边都乘以除数，如 `(Value * 3).AtLeast(200)`。",
        "For a part of another figure write `AtLeast(Ratio(2, 3), of: …)`; "
            + "otherwise multiply both sides by the divisor: `(Value * 3).AtLeast(200)`.");
}
