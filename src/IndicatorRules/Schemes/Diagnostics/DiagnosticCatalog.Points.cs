namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>A row's points are both linear and deducted.</summary>
    public static DiagnosticDescriptor PointsTwoWays { get; } = Error(
        "IR2160", "`{0}` 的分数既按比例（`linear`）又按扣分（`deduct`）。", "The points of `{0}` are both `linear` and `deduct`.",
        "请只留一种。", "Keep one of them.");

    /// <summary>The floor and the target of linear points are one number.</summary>
    public static DiagnosticDescriptor PointsSameEnds { get; } = Error(
        "IR2161", "`{0}` 按比例得分的起点和目标都是 {1}。", "Floor and target of the points of `{0}` are both {1}.",
        "请写得0分的值（`floor`）和得满分的值（`target`），两者不能相同。",
        "Give the figure that earns nothing (`floor`) and the one that earns all (`target`).");

    /// <summary>Points are deducted for each nothing.</summary>
    public static DiagnosticDescriptor PointsPer { get; } = Error(
        "IR2162", "`{0}` 每 {1} 个单位扣分，须大于 0。", "Points of `{0}` are deducted per {1}; it must be above 0.",
        "例如每低 1 个百分点扣 0.5 分：`\"deduct\": {{ \"points\": 0.5, \"per\": 1 }}`。",
        "For 0.5 points per unit: `\"deduct\": {{ \"points\": 0.5, \"per\": 1 }}`.");

    /// <summary>An adjustment has no bounds.</summary>
    public static DiagnosticDescriptor AdjustmentRange { get; } = Error(
        "IR2163", "加减分 `{0}` 没有上下限，一分也加减不了。", "The adjustment `{0}` has no bounds, so that it can adjust nothing.",
        "加分写 `atMost`，减分写 `atLeast`（负数），未写的一侧是 0。",
        "Give `atMost` for points added and `atLeast`, below 0, for points taken away; the other is 0.");

    /// <summary>A case removes an entry that its facts do not have.</summary>
    public static DiagnosticDescriptor CaseRemovesNothing { get; } = Error(
        "IR2167", "用例要删去 `{0}`，但填报数据的 {1} 年里没有这一项。", "The case removes `{0}`, which the facts of {1} do not have.",
        "请按填报数据文件里的写法填；分项写成 `指标.分项`。", "Write it as the facts file does; an item is `indicator.Item`.");

    /// <summary>The facts of a case are outside of the folders allowed.</summary>
    public static DiagnosticDescriptor CaseFactsPath { get; } = Error(
        "IR2168", "用例的填报数据不能放在 `{0}`。", "The facts of a case cannot stand at `{0}`.",
        "请放进插件文件夹，写成 `../facts.json` 或 `../facts/名称.json`，这样插件打包后用例仍然可用。",
        "Put them into the plugin's folder and write `../facts.json` or `../facts/NAME.json`, so that a packed plugin has them.");

    /// <summary>The facts of a case are missing.</summary>
    public static DiagnosticDescriptor CaseFactsMissing { get; } = Error(
        "IR2169", "没有找到用例的填报数据 `{0}`。", "The facts of the case, `{0}`, are not there.",
        "路径从 `cases` 文件夹算起。", "The path starts from the folder `cases`.");

    /// <summary>A case is to be recorded under an impossible name.</summary>
    public static DiagnosticDescriptor RecordName { get; } = Error(
        "IR6150", "`{0}` 不能作用例的文件名。", "`{0}` cannot be the name of a case's file.",
        "请写不带路径的名称，例如 `全县2023年`。", "Give a name without a path, such as `county-2023`.");

    /// <summary>A case of that name exists.</summary>
    public static DiagnosticDescriptor RecordExists { get; } = Error(
        "IR6151", "用例 `{0}` 已经存在，没有改动。", "The case `{0}` exists; it was left as it is.",
        "请换一个名称，或先删去原来的。", "Choose another name, or delete it first.");

    /// <summary>A case is to be recorded without facts, or facts are given without a record.</summary>
    public static DiagnosticDescriptor RecordOptions { get; } = Error(
        "IR6152", "`--record` 和 `--facts` 要一起写。", "`--record` and `--facts` belong together.",
        "例如 `indicator-rules test plugins/my-county --record 全县2023年 --facts 填报数据.json`。",
        "For example `indicator-rules test plugins/my-county --record county-2023 --facts facts.json`.");

    /// <summary>The scheme does not declare an adjustment.</summary>
    public static DiagnosticDescriptor FactsUnknownAdjustment { get; } = Error(
        "IR2164", "体系 `{1}` 没有加减分 `{0}`。", "The scheme `{1}` has no adjustment `{0}`.",
        "请核对名称，或在体系的 `conclusion` 下 `adjustments` 中声明。", "Check the id, or declare it under `adjustments` of its `conclusion`.");

    /// <summary>An adjustment has no reason.</summary>
    public static DiagnosticDescriptor FactsAdjustmentWithoutReason { get; } = Error(
        "IR2165", "加减分“{0}”没有写理由。", "The adjustment “{0}” has no reason.",
        "请在 `reason` 中写明为什么加减分。", "Say why under `reason`.");

    /// <summary>An adjustment goes beyond the scheme's bounds.</summary>
    public static DiagnosticDescriptor FactsAdjustmentBeyond { get; } = Error(
        "IR2166", "加减分“{0}”合计 {1} 分，超出允许的 {2} 到 {3} 分。", "The adjustment “{0}” adds {1} points; {2} to {3} are allowed.",
        "请按办法规定的上下限填写；同一加减分的多条理由合并计算。", "Keep to the bounds; several entries of one adjustment count together.");

    /// <summary>A requirement over places has no number of places, or two.</summary>
    public static DiagnosticDescriptor PlacesOneNumber { get; } = Error(
        "IR2132", "总体要求 `{0}` 没有写要多少个行政区达标，或写了两个数。",
        "The requirement over places `{0}` has no number of places, or two.",
        "写 `atLeast`（至少）或 `moreThan`（超过）之一，如 `\"atLeast\": \"2/3\"`。",
        "Write one of `atLeast` and `moreThan`: `\"atLeast\": \"2/3\"`.");

    /// <summary>A number of places cannot be read.</summary>
    public static DiagnosticDescriptor PlacesNumber { get; } = Error(
        "IR2133", "总体要求 `{0}` 的“{1}”不是行政区的个数或比例。", "“{1}” of the requirement `{0}` is no number or part of the places.",
        "写个数 5、几分之几 `\"2/3\"` 或百分比 `\"80%\"`，不能为零，也不能多于全部。",
        "Write a number such as 5, a part such as `\"2/3\"` or `\"80%\"`: not none, and no more than all.");
}
