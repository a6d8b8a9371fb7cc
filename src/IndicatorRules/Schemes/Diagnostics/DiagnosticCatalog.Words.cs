using IndicatorRules.Protocol;

namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>An argument is out of range.</summary>
    public static DiagnosticDescriptor ScriptArgumentRange { get; } = Error(
        FaultId.ArgumentRange, "`{0}` 的 `{1}` 是 {2}，{3}。", "The `{1}` of `{0}` is {2}; it must be {3}.",
        "请改正这个数。", "Correct the number.");

    /// <summary>A range has its ends swapped.</summary>
    public static DiagnosticDescriptor ScriptArgumentOrder { get; } = Error(
        FaultId.ArgumentOrder, "`{0}` 的下限 {1} 大于上限 {2}，没有数值能达标。",
        "The lower end {1} of `{0}` is above its upper end {2}, so no figure can meet it.",
        "请先写下限，后写上限。", "Write the lower end first.");

    /// <summary>A number has too many digits.</summary>
    public static DiagnosticDescriptor ScriptNumber { get; } = Error(
        FaultId.Number, "规则中的数 `{0}` 超过 28 位数字或 28 位小数，只能四舍五入，程序不会这样做。",
        "The number `{0}` has more than 28 digits or decimals; it would have to be rounded.",
        "请少写几位。", "Write fewer.");

    /// <summary>A word needs other years of a function's result.</summary>
    public static DiagnosticDescriptor ScriptNoCourse { get; } = Error(
        FaultId.NoCourse, "`{0}` 要用到其他年份，而扩展函数 `{1}` 只算所评这一年。",
        "`{0}` needs other years, but the function `{1}` is computed for the judged year only.",
        "请先对数值本身用这个词，再交给函数。",
            "Use the word on the figure itself, and pass the result to the function.");

    /// <summary>A target is due before its course begins.</summary>
    public static DiagnosticDescriptor ScriptDueEarly { get; } = Error(
        FaultId.DueEarly, "`{0}` 的目标年是 {1}，须在基年 {2} 之后。",
        "The target of `{0}` is due in {1}; it must be after the base year {2}.",
        "请改正目标年，或改正体系的 `baseYear`。", "Correct the year, or the scheme's `baseYear`.");

    /// <summary>Growth rates are chained of a figure that is none.</summary>
    public static DiagnosticDescriptor ScriptNotInPercent { get; } = Error(
        FaultId.NotInPercent, "`{0}` 把各年增速连乘，所用的数须以 % 计，而这里是 `{1}`。",
        "`{0}` chains yearly growth in percent, but the figure is in `{1}`.",
        "对总量本身用 `AverageGrowth(SinceBaseYear)`。", "For a figure that is no growth, use `AverageGrowth(SinceBaseYear)`.");

    /// <summary>A word needs a base year.</summary>
    public static DiagnosticDescriptor ScriptNoBaseYear { get; } = Error(
        FaultId.NoBaseYear, "`{0}` 要从基年算起，而体系没有写 `baseYear`。",
        "`{0}` begins in the base year, but the scheme names none.",
        "请在体系中写 `\"baseYear\": 2020` 这样的一行。", "Add a line such as `\"baseYear\": 2020` to the scheme.");

    /// <summary>The steps of a plan cannot be read.</summary>
    public static DiagnosticDescriptor ScriptPlannedSteps { get; } = Error(
        FaultId.PlannedSteps, "`{0}` 的分年目标“{1}”读不懂。", "The steps of `{0}`, “{1}”, cannot be read.",
        "请写成 `\"2026: 11, 2028: 12.5, 2030: 14\"`：年份由早到晚，每年一个数，不带单位。",
        "Write `\"2026: 11, 2028: 12.5, 2030: 14\"`: years in order, a number for each, no units.");

    /// <summary>A number has the wrong form.</summary>
    public static DiagnosticDescriptor ScriptNumberForm { get; } = Error(
        FaultId.NumberForm, "数 `{0}` 的写法不对。", "The number `{0}` has the wrong form.",
        "只用数字和小数点写，例如 `1000`、`4.5`：不加字母，不用逗号分节，小数点后要有数字。",
        "Use digits and a decimal point, such as `1000` or `4.5`: no letters, no thousands separator, and a digit after the point.");
}
