namespace IndicatorRules.Office.Forms;

/// <summary>The words that a form offers in its lists.</summary>
internal static class FormWords
{
    internal const string NotCounted = "未统计";
    internal const string NothingOfTheKind = "本县没有此类事物";
    internal const string NotAssessed = "上级不考核";
    internal const string NotMeasurable = "无法监测";

    internal static readonly string[] Reasons = [NotCounted, NothingOfTheKind, NotAssessed, NotMeasurable];
    internal static readonly string[] Met = ["是", "否"];
    internal static readonly string[] Trends = ["保持稳定", "持续改善", "变差"];
    internal static readonly string[] Tasks = ["未下达", "已完成", "未完成"];
    internal static readonly string[] Limits = ["不低于", "不高于"];

    // Rates of change, indices and degrees of completion may be below 0 or above 100.
    private static readonly string[] Changes =
    [
        "下降", "降低", "降幅", "减少", "增长", "增加", "增速", "增幅", "提高", "提升", "上升", "变化",
        "幅度", "同比", "完成", "指数", "倍",
    ];

    /// <summary>Whether a figure in percent is a part of a whole, by its name.</summary>
    internal static bool IsShare(string name) => !Changes.Any(c => name.Contains(c, StringComparison.Ordinal));
}
