using IndicatorRules.Protocol;

namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>A reason is empty.</summary>
    public static DiagnosticDescriptor ReasonMissing { get; } = Error(
        "IR2010", "`{0}` 的 `because` 是空的。", "The `because` of `{0}` is empty.",
        "改动或不沿用上级的要求，须写明理由。",
        "Give the reason for changing or leaving out an upper scheme's requirement.");

    /// <summary>An override changes nothing.</summary>
    public static DiagnosticDescriptor OverrideChangesNothing { get; } = Error(
        "IR2011", "指标 `{0}` 的 `override` 只有理由，没有改动。",
        "The `override` of the indicator `{0}` gives a reason but changes nothing.",
        "请写明改动的内容，或删去 `override`。", "Say what changes, or remove the `override`.");

    /// <summary>An indicator has two rules, or <c>also</c> without <c>from</c>.</summary>
    public static DiagnosticDescriptor AlsoMisplaced { get; } = Error(
        "IR2012", "指标 `{0}` 的 `also`、`rule` 和 `override` 中的 `rule` 只能写一个，`also` 还须有 `from`。",
        "The indicator `{0}` may have only one of `also`, `rule` and the `rule` of `override`, and `also` requires `from`.",
        "在上级要求之外另加条件用 `also`；取代上级规则用 `override`。",
        "Use `also` to add a condition to the upper rules, `override` to replace them.");

    /// <summary>An override without <c>from</c>.</summary>
    public static DiagnosticDescriptor OverrideWithoutFrom { get; } = Error(
        "IR2013", "指标 `{0}` 没有沿用上级指标，`override` 没有可改写的内容。",
        "The indicator `{0}` takes nothing over, so its `override` replaces nothing.",
        "请用 `from` 写明沿用哪个体系，或把各项直接写在指标上。",
        "Name the upper scheme under `from`, or write the fields on the indicator itself.");

    /// <summary>The id of a new plugin is invalid.</summary>
    public static DiagnosticDescriptor NewIdForm { get; } = Error(
        "IR2014", "`{0}` 不能作体系的编号。", "`{0}` cannot be the id of a scheme.",
        "用小写字母、数字和连字符，以字母开头，例如 `my-county`。",
        "Use lower-case letters, digits and hyphens, starting with a letter, such as `my-county`.");

    /// <summary>The folder of a new plugin already exists.</summary>
    public static DiagnosticDescriptor NewFolderExists { get; } = Error(
        "IR2015", "`{0}` 已经存在，没有改动它。", "`{0}` already exists; nothing was written.",
        "请换一个编号，或用 `--out` 指明另一个目录。", "Choose another id, or another directory with `--out`.");

    /// <summary>A plugin has no cases.</summary>
    public static DiagnosticDescriptor NoCases { get; } = Warning(
        "IR2016", "插件 `{0}` 没有用例，规则对不对无从得知。", "The plugin `{0}` has no cases, so its rules are untested.",
        "请在 `cases/` 里至少写一个用例，写法见插件指南。", "Write at least one under `cases/`, as the guide says.");

    /// <summary>An upper indicator is neither taken over nor left out.</summary>
    public static DiagnosticDescriptor UpperUnaccounted { get; } = Error(
        "IR3030", "上级体系 `{0}` 的指标 `{1}`（{2}）既没有沿用，也没有写明不沿用。",
        "The indicator `{1}` of the upper scheme `{0}` ({2}) is neither taken over nor left out.",
        "沿用：加一项 `{{ \"id\": \"{1}\", \"from\": [\"{0}\"] }}`；不沿用：写在该上级的 `leaveOut` "
            + "里并说明理由；其余全部沿用：写 `\"rest\": \"take-over\"`。",
        "Take it over with `{{ \"id\": \"{1}\", \"from\": [\"{0}\"] }}`, leave it out under that scheme's `leaveOut` with the reason, or "
            + "take over all others with `\"rest\": \"take-over\"`.");

    /// <summary>An indicator of two upper schemes is taken over from one only.</summary>
    public static DiagnosticDescriptor UpperTakenFromOneAlone { get; } = Error(
        "IR3031", "指标 `{0}` 只沿用了 {1} 的，而 `{2}` 也有这一项（{3}）。",
        "The indicator `{0}` is taken over from {1} alone, but `{2}` has it too ({3}).",
        "请把 `{2}` 也写进 `from`，或在它的 `leaveOut` 里说明为何不沿用。",
        "Name `{2}` under `from` as well, or say under its `leaveOut` why it does not count.");

    /// <summary>An indicator has the id of an upper one without taking it over.</summary>
    public static DiagnosticDescriptor UndeclaredReplacement { get; } = Error(
        "IR3032", "指标 `{0}` 与上级体系 `{1}` 的指标（{2}）同名，却没有写明是沿用还是取代。",
        "The indicator `{0}` has the id of one in the upper scheme `{1}` ({2}), but neither takes it over nor leaves it out.",
        "沿用写 `\"from\": [\"{1}\"]`，要改的写进 `override`；完全取代则在 `{1}` 的 `leaveOut` 里说明理由；"
            + "另一回事就换个名称。",
        "Take it over with `\"from\": [\"{1}\"]` and change it under `override`; to replace it whole, leave it out under `{1}` with the "
            + "reason; if it is something else, give it another id.");

    /// <summary>An upper indicator is both left out and taken over.</summary>
    public static DiagnosticDescriptor LeftOutAndTaken { get; } = Error(
        "IR3033", "上级体系 `{0}` 的指标 `{1}` 写明不沿用，却又沿用了（{2}）。",
        "The indicator `{1}` of the upper scheme `{0}` is left out and taken over ({2}).",
        "两处只能留一处。", "Keep one of the two.");

    /// <summary>A left-out indicator is unknown.</summary>
    public static DiagnosticDescriptor LeaveOutUnknown { get; } = Error(
        "IR3034", "`leaveOut` 中的 `{1}` 不是上级体系 `{0}` 的指标。",
        "`leaveOut` names `{1}`, which the upper scheme `{0}` does not have.",
        "请检查指标名。", "Check the id.");

    /// <summary>An indicator changes figures that an upper rule judges.</summary>
    public static DiagnosticDescriptor UpperCannotBeAsked { get; } = Error(
        "IR3035", "指标 `{0}` 改动了 `{1}` 的规则所依据的{2}（{3}），不能再按它判定。",
        "The rule of `{1}` no longer applies, since the indicator `{0}` changes figures that it judges: {2} ({3}).",
        "请在 `override` 中另写 `rule`，或不改动这一处。", "Write a `rule` under `override`, or do not change this.");

    /// <summary>An added item already exists.</summary>
    public static DiagnosticDescriptor ItemAlreadyThere { get; } = Error(
        "IR3036", "指标 `{0}` 要增加的分项 `{1}`，上级体系已有（{2}）。",
        "The indicator `{0}` adds the item `{1}`, which the upper scheme already has ({2}).",
        "请换个名称；要改动分项，在 `override` 的 `items` 里写全。",
        "Give it another id; to change items, write all of them under `override`.");

    /// <summary>An upper indicator is taken over twice.</summary>
    public static DiagnosticDescriptor TakenTwice { get; } = Error(
        "IR3037", "上级体系 `{0}` 的指标 `{1}` 沿用了两次（另一处在 {2}）。",
        "The indicator `{1}` of the upper scheme `{0}` is taken over twice (also at {2}).",
        "一项指标只能沿用一次。", "Take it over once.");

    /// <summary>A stage has different years in a lineage.</summary>
    public static DiagnosticDescriptor StagesDisagree { get; } = Error(
        "IR3038", "阶段 `{0}` 在本体系和上级体系中年份不一：{1}。",
        "The stage `{0}` has different years in this scheme and its upper schemes: {1}.",
        "请改用另一个阶段名，或改成同一年份。", "Give one of them another id, or the same year.");

    /// <summary>An upper stage target is replaced without a reason.</summary>
    public static DiagnosticDescriptor StageReplaced { get; } = Error(
        "IR3039", "指标 `{0}` 取代了上级体系的 `{1}` 阶段目标（{2}），却没有说明理由。",
        "The indicator `{0}` replaces the upper scheme's target for the stage `{1}` ({2}) without a reason.",
        "请在该阶段写 `because`，或删去该阶段而沿用上级的。",
        "Give the stage a `because`, or remove it and take over the upper scheme's.");

    /// <summary>Facts use an id that the scheme renamed.</summary>
    public static DiagnosticDescriptor FactsRenamed { get; } = Warning(
        "IR3050", "`{0}` 在体系 `{1}` 中叫 `{2}`，这里填的没有用上。",
        "`{0}` is called `{2}` in the scheme `{1}`; the facts given here are ignored.",
        "请改用 `{2}` 填报。", "Use `{2}` instead.");

    /// <summary>A rule drops an upper requirement.</summary>
    public static DiagnosticDescriptor RuleDropsUpper { get; } = Error(
        FaultId.RuleDropsUpper, "这条规则没有要求 `{0}` 也成立，等于去掉了上级的要求。",
        "This rule does not require `{0}`, so it drops the upper scheme's requirement.",
        "另加条件写在 `also` 里，或写成 `{0} & …`；要取代上级规则，移到 `override` 里并说明理由。",
        "Put an added condition under `also`, or write `{0} & …`; to replace the upper rule, move it into `override` with the reason.");

    /// <summary>A rule uses an upper rule whose figures the indicator changed.</summary>
    public static DiagnosticDescriptor ScriptUpperUnasked { get; } = Error(
        FaultId.UpperUnasked, "本指标改动了单位、分项或状态，`{0}` 的规则已不能用在这里。",
        "This indicator changes the unit, items or states that the rule of `{0}` judges, so the rule cannot be used here.",
        "请把要求直接写成规则。", "Write the requirement as a rule.");

    /// <summary><c>Indicator</c> names an unknown indicator.</summary>
    public static DiagnosticDescriptor ScriptUnknownIndicator { get; } = Error(
        FaultId.UnknownIndicator, "本体系没有指标 `{0}`。", "The scheme has no indicator `{0}`.",
        "`Indicator` 的参数是本体系的指标编号，用引号括起。",
        "Give `Indicator` the id of one of this scheme's indicators, in quotes.");

    /// <summary>Figures of different units are compared.</summary>
    public static DiagnosticDescriptor ScriptUnits { get; } = Error(
        FaultId.Units, "单位是 `{0}` 的数不能与单位是 `{1}` 的数相比。",
        "A figure in `{0}` cannot be compared with one in `{1}`.",
        "程序不会自行换算单位；请与同一单位的指标相比。",
        "Units are not converted; compare with a figure in the same unit.");

    /// <summary>The upper scheme has no target for the stage.</summary>
    public static DiagnosticDescriptor ScriptUpperStage { get; } = Error(
        FaultId.UpperStage, "上级体系 `{0}` 没有为本指标定 `{1}` 阶段的目标。",
        "The upper scheme `{0}` sets no target for this indicator at the stage `{1}`.",
        "请检查阶段名，用引号括起。", "Check the stage's id, in quotes.");
}
