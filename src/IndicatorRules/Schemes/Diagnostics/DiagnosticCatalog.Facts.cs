namespace IndicatorRules.Schemes.Diagnostics;

public static partial class DiagnosticCatalog
{
    /// <summary>An indicator is unknown.</summary>
    public static DiagnosticDescriptor FactsUnknownIndicator { get; } = Error(
        "IR5001", "指标表里没有“{0}”。", "The table has no indicator `{0}`.",
        "{1}可以写序号、指标名称或编号；`show` 列出全部指标。",
        "{1}Write a number, name or id; `show` lists them all.");

    /// <summary>An item is unknown.</summary>
    public static DiagnosticDescriptor FactsUnknownItem { get; } = Error(
        "IR5002", "{1}没有分项“{0}”。", "{1} has no item `{0}`.",
        "{2}", "{2}");

    /// <summary>A place attribute is missing.</summary>
    public static DiagnosticDescriptor FactsLackAttribute { get; } = Error(
        "IR5003", "没有填{0}，判定要用到它。", "The place has no attribute {0}, which its verdicts need.",
        "请在 `place` 的 `attributes` 里填{0}：{1}。", "Add {0} to `place.attributes`: {1}.");

    /// <summary>A unit differs from the scheme's.</summary>
    public static DiagnosticDescriptor FactsUnit { get; } = Error(
        "IR5004", "{0}的单位是“{2}”，而要求的是“{1}”。", "{0} is given in `{2}` instead of `{1}`.",
        "{3}", "{3}");

    /// <summary>A fact is given twice with different content.</summary>
    public static DiagnosticDescriptor FactsTwice { get; } = Error(
        "IR5005", "{0}填了两次，内容不同，另一处在{1}。", "{0} is given twice with different content, also at {1}.",
        "请只保留一处；在此之前这一行不作判定。", "Keep one of them; until then the row is not judged.");

    /// <summary>A reading has an unknown form.</summary>
    public static DiagnosticDescriptor FactForm { get; } = Error(
        "IR5006", "这个现状值的写法无法识别：{0}。", "This reading has an unknown form: {0}.",
        "可写数字、文字，或 `{{\"low\":55,\"high\":70}}`、`{{\"done\":…,\"assigned\":…}}`、`{{\"absent\":…}}`。",
        "Write a number, words, or `{{\"low\":55,\"high\":70}}`, `{{\"done\":…,\"assigned\":…}}`, `{{\"absent\":…}}`.");

    /// <summary>The value of a place attribute is unknown.</summary>
    public static DiagnosticDescriptor FactsAttributeValue { get; } = Error(
        "IR5007", "{0}不能填“{1}”。", "`{1}` is not a value of {0}.",
        "可以填：{2}。", "Valid values: {2}.");

    /// <summary>Shares do not sum to 100.</summary>
    public static DiagnosticDescriptor FactsShares { get; } = Error(
        "IR5008", "{0}各部分之和是 {1}，应为 100（百分数）。", "The parts of {0} sum to {1} instead of 100 percent.",
        "各部分都要填，按百分数填，合计 100。", "Give every part in percent, with a total of 100.");

    /// <summary>There are no facts for the requested year.</summary>
    public static DiagnosticDescriptor FactsLackYear { get; } = Error(
        "IR5009", "填报数据中没有 {0} 年，现有：{1}。", "The facts have no year {0}, only {1}.",
        "请改用已有的年份。", "Use one of these years.");

    /// <summary>No scheme is named.</summary>
    public static DiagnosticDescriptor FactsNameNoScheme { get; } = Error(
        "IR5010", "没有指明用哪个指标体系。", "No scheme is named.",
        "在填报数据里写 `scheme`（表格里加“体系”“版本”两列），或用 `--scheme` 指明。",
        "Write `scheme` in the facts (the columns Scheme and Version in a table), or name one with `--scheme`.");

    /// <summary>A superior's task has both a state without figures and figures.</summary>
    public static DiagnosticDescriptor FactsTaskTwice { get; } = Error(
        "IR5011", "上级任务填了“{0}”，又填了任务数。", "The superior's task is given as {0} and also with figures.",
        "请只留一种。", "Keep one of them.");

    /// <summary>A place attribute is given in two forms.</summary>
    public static DiagnosticDescriptor FactsAttributeForms { get; } = Error(
        "IR5012", "{0}用了两种写法。", "{0} is given in two forms.",
        "`choice`、`number`、`shares` 只留一种。", "Keep one of `choice`, `number` and `shares`.");

    /// <summary>A year is out of range. In files, their schema reports it.</summary>
    public static DiagnosticDescriptor FactsYear { get; } = Error(
        "IR5013", "年份 {0} 不在 {1} 到 {2} 之间。", "The year {0} is not between {1} and {2}.",
        "请改正年份。", "Correct the year.");

    /// <summary>Words match no state.</summary>
    public static DiagnosticDescriptor FactsUnknownState { get; } = Warning(
        "IR5101", "{0}的现状值“{1}”不在体系所列的状态之内，不能据此判定。",
        "`{1}` is not a state of {0} and decides nothing.",
        "所列状态，由低到高：{2}。{3}", "Valid states, lowest first: {2}.{3}");

    /// <summary>A percentage that looks like a fraction.</summary>
    public static DiagnosticDescriptor FactsFraction { get; } = Warning(
        "IR5102", "{0}的单位是 %，却填了 {1}：是不是 {2}%？", "{0} is in %, but {1} is given: is {2} % meant?",
        "{2}% 应填 {2}；程序按 {1}% 判定，不会自行放大。",
        "Write {2} for {2} %; the figure is judged as {1} % and never scaled.");

    /// <summary>Words are given where a figure is expected.</summary>
    public static DiagnosticDescriptor FactsWords { get; } = Warning(
        "IR5103", "{0}应填数字，现填“{1}”。", "{0} expects a figure, but `{1}` is given.",
        "{2}", "{2}");

    /// <summary>A figure is absent in a way that the scheme does not provide for.</summary>
    public static DiagnosticDescriptor FactsCannotBeAbsent { get; } = Warning(
        "IR5104", "{0}填了“{1}”，而体系没有说这一项可以没有，不能据此判定。",
        "{0} is `{1}`, but the scheme does not provide for its absence, so that this decides nothing.",
        "{2}未统计填“-”，上级不考核填“不考核”；确实没有这类事物的，请制定体系的人在这一项的 "
            + "`absence` 里写明判为不适用。",
        "{2}Write `-` for not reported, `不考核` for not assessed; if a place really has none, the scheme's author can say so under "
            + "the indicator's `absence`.");

    /// <summary>A percentage is outside 0 to 100.</summary>
    public static DiagnosticDescriptor FactsShareOutside { get; } = Warning(
        "IR5105", "{0}的单位是 %，却填了 {1}，不在 0 到 100 之间。", "{0} is in %, but {1} is not between 0 and 100.",
        "请检查是否漏了小数点，或被表格软件改成了日期序号；程序按所填的数判定。",
        "Check the decimal point, and whether a spreadsheet turned it into a date; it is judged as given.");

    /// <summary>A place attribute is empty.</summary>
    public static DiagnosticDescriptor FactsAttributeBlank { get; } = Warning(
        "IR5106", "{0}没有填，要用到它的指标暂时无法判定。",
        "{0} is not filled in; indicators that need it are judged Undetermined.",
        "请填{0}：{1}；表格的列名是{2}。", "Fill in {0}: {1}; in a table, under {2}.");

    /// <summary>A claim about the superior's task contradicts its figures.</summary>
    public static DiagnosticDescriptor FactsTaskDiffers { get; } = Warning(
        "IR5107", "上级任务填了“{0}”，所填的数值却不能证明：按数值判定。",
        "The superior's task is given as {0}, but its figures do not show this; the figures are judged.",
        "请核对任务数和实际数，或只留一种说法。", "Check the required and actual figures, or keep only one statement.");

    /// <summary>Two figures of a superior's task have the same name.</summary>
    public static DiagnosticDescriptor FactsTaskFigureTwice { get; } = Warning(
        "IR5108", "{0}填了两个任务数，另一处在{1}；两个都达到才算完成。",
        "{0} is given twice with different figures, also at {1}; the task is completed if both are reached.",
        "如果填重了，请只保留一处；是两件事的，请用不同的名称。",
        "If one is a mistake, remove it; otherwise give them different names.");

    /// <summary>A name that more than one thing has.</summary>
    public static DiagnosticDescriptor FactsNameAmbiguous { get; } = Error(
        "IR5140", "“{0}”不止指一项：{1}。", "`{0}` can mean several: {1}.",
        "请写其中一项的编号。", "Write the id of one of them.");
}
