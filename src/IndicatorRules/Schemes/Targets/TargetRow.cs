using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Targets;

/// <summary>The row to which a printed target belongs, as far as its reading depends on it. Immutable.</summary>
internal sealed record TargetRow
{
    /// <summary>Its own figure.</summary>
    internal required TargetFigure Own { get; init; }

    /// <summary>Its items, in the order printed.</summary>
    internal ImmutableArray<TargetFigure> Items { get; init; } = [];

    /// <summary>Whether the table gives the row a value of its own beside those of its items.</summary>
    internal bool HasTotal { get; init; }

    /// <summary>The attributes of places that upper schemes declare.</summary>
    internal ImmutableArray<PlaceAttribute> UpperPlaces { get; init; } = [];

    /// <summary>The attributes of places that other targets of the table needed.</summary>
    internal ImmutableArray<PlaceAttribute> OwnPlaces { get; init; } = [];

    /// <summary>The ids of states by their words, for the row and for each item.</summary>
    internal required Func<TargetFigure, string, string> StateId { get; init; }
}

/// <summary>A figure that a target is about. Immutable.</summary>
/// <param name="Id">The item's id; empty for the row's own figure.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit; <c>-</c> for none, empty where the table prints none.</param>
/// <param name="Direction">The direction of improvement, where the table or an upper scheme says so.</param>
internal sealed record TargetFigure(string Id, string Name, string Unit, Direction Direction)
{
    private static readonly string[] Drops =
    [
        "下降率", "降低率", "下降幅度", "降低幅度", "降幅", "减少率", "减排", "削减",
        "下降比例", "减量", "办结率", "整改率", "处置率", "治理率", "处理率", "利用率", "回收率", "消除率", "修复率",
        "合格率", "达标率", "完成率",
    ];

    private static readonly string[] Failures = ["未达标", "不达标", "不合格", "未完成", "超标"];

    private static readonly string[] Lower =
    [
        "浓度", "能耗", "水耗", "用水量", "消耗", "强度", "排放", "死亡", "事故", "超标",
        "污染天数", "劣", "失业", "贫困", "投诉", "施用量", "使用量", "V类", "Ⅴ类", "Ⅳ类",
        "流失", "损失", "未达标", "不达标", "信访", "发案", "上升率", "受损", "退化",
        "荒漠化", "沙化", "漏损", "发病", "违法", "犯罪", "缺陷", "负债", "发生率", "闲置",
    ];

    private static readonly string[] Higher =
    [
        "率", "比例", "占比", "比重", "覆盖", "满意度", "参与度", "知晓度", "面积", "指数",
        "增加值", "收入", "天数", "保有量", "蓄积量", "水平", "质量",
    ];

    private static readonly string[] Balanced = ["pH", "PH", "ph", "酸碱", "温", "湿度", "水位"];

    private static readonly string[] Changes =
    [
        "下降", "降低", "降幅", "减少", "减排", "削减", "增长", "增加", "增速", "增幅", "提高",
        "提升", "上升", "变化", "变幅", "幅度", "波动", "同比", "环比", "比上年", "较上年",
        "完成", "指数", "倍", "产能", "负荷", "负债",
    ];

    /// <summary>Whether nothing is measured: a row of states.</summary>
    internal bool IsWithoutUnit => SaysNone(Unit);

    /// <summary>Whether more and less are both worse, so that a printed range means its two ends.</summary>
    internal bool IsBalanced => Any(Balanced);

    /// <summary>Whether it is a part of a whole in percent, which lies between 0 and 100.</summary>
    internal bool IsShare => Unit is "%" or "％" && !Changes.Any(c => Name.Contains(c, StringComparison.Ordinal));

    /// <summary>Whether a cell says that there is no unit: blank, dashes, a stroke, 无量纲.</summary>
    internal static bool SaysNone(string unit) =>
        TargetText.Narrow(unit).All(c => c is ' ' or '/' or '\\' or '*' || CellScanner.IsDash(c))
        || unit is "无" or "无量纲" or "无单位";

    /// <summary>The direction that the name suggests, which is a guess.</summary>
    internal Direction Suggested => Any(Failures) ? Direction.Lower : Any(Drops) ? Direction.Higher : Any(Lower) ? Direction.Lower
        : Any(Higher) ? Direction.Higher : Direction.None;

    private bool Any(string[] words) => Array.Exists(words, w => Name.Contains(w, StringComparison.Ordinal));
}

/// <summary>What a printed target was read as. Immutable.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Certainty">How certain it is.</param>
/// <param name="Questions">What is to be decided; empty for a sure reading.</param>
/// <param name="Directions">The directions of the row (empty id) and of items that the words or, for a guess, the names say.</param>
internal sealed record TargetReading(
    string Rule, Certainty Certainty, ImmutableArray<LocalizedText> Questions, ImmutableDictionary<string, Direction> Directions)
{
    /// <summary>The states that the rule names: the figure's id and the word.</summary>
    internal ImmutableArray<(string Figure, Demand.State State)> States { get; init; } = [];

    /// <summary>The attribute of places on which the rule depends; null for none.</summary>
    internal PlaceAttribute? Place { get; init; }
}
