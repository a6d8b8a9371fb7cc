using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Facts;

/// <summary>What the facts of one indicator, item or background figure are held against. Immutable.</summary>
internal sealed class KnownFigure
{
    // A rate of change falls below 0 and rises above 100; so do indices and degrees of completion.
    private static readonly string[] Changes =
    [
        "下降", "降低", "降幅", "减少", "减排", "削减", "增长", "增加", "增速", "增幅", "提高", "提升", "上升", "变化", "变幅", "幅度", "波动",
        "同比", "环比", "比上年", "较上年", "完成", "指数", "倍", "产能", "负荷", "负债", "覆盖倍",
    ];

    private static readonly string[] EnglishChanges =
        ["growth", "increase", "decrease", "reduction", "reduced", "decline", "drop", "change", "rise", "completion", "index", "improvement"];

    private readonly HashSet<string> _answers;
    private readonly AbsencePolicy _absence;
    private readonly Indicator? _indicator;
    private readonly Item? _item;
    private readonly BackgroundFigure? _background;
    private readonly decimal _least;
    private readonly decimal _most;

    // Made when first asked for: a table may have a report for every row of it.
    private LocalizedText? _name;

    internal KnownFigure(Indicator indicator)
        : this(indicator, null, indicator.MeasuredIn ?? indicator.Unit, indicator.States)
    {
    }

    internal KnownFigure(Indicator indicator, Item item)
        : this(indicator, item, item.MeasuredIn ?? item.Unit, item.States)
    {
    }

    internal KnownFigure(BackgroundFigure background)
        : this(null, null, background.Unit, [], background)
    {
    }

    private KnownFigure(Indicator? indicator, Item? item, string unit, ImmutableArray<StateInfo> states, BackgroundFigure? background = null)
    {
        (_indicator, _item, _background, Unit, States) = (indicator, item, background, unit, states);
        _answers = states.SelectMany(s => s.Answers).ToHashSet(StringComparer.Ordinal);
        _absence = item?.Absence ?? indicator?.Absence ?? new AbsencePolicy();
        IsPercent = unit == "%";
        IsShare = IsPercent && !IsChange(indicator?.Name) && !IsChange(item?.Name) && !IsChange(background?.Name);
        WantsState = !states.IsEmpty && unit == "-";
        (_least, _most) = WantsState ? (1, 0) : IsShare ? (0, 100) : (decimal.MinValue, decimal.MaxValue);
    }

    /// <summary>The unit that figures are handed in.</summary>
    internal string Unit { get; }

    internal bool IsPercent { get; }

    /// <summary>Whether the figure is a part of a whole in percent, so that it lies between 0 and 100.</summary>
    internal bool IsShare { get; }

    /// <summary>Whether a state stands here and never a number.</summary>
    internal bool WantsState { get; }

    /// <summary>The states that it may be in, lowest first; empty for figures.</summary>
    internal ImmutableArray<StateInfo> States { get; }

    /// <summary>The figure as people call it: 第24项“农业废弃物综合利用率”的“秸秆”; in English by its id.</summary>
    internal LocalizedText Name => _name ??= (_indicator, _item) switch
    {
        ({ } row, { } item) => new($"第{row.Number}项“{row.Name.Zh}”的“{item.Name.Zh}”", $"`{row.Id}.{item.Id}`"),
        ({ } row, _) => new($"第{row.Number}项“{row.Name.Zh}”", $"`{row.Id}`"),
        _ => new($"“{_background!.Name.Zh}”", $"`{_background.Id}`"),
    };

    /// <summary>Whether words answer to a state.</summary>
    internal bool Answers(string words) => _answers.Contains(words) || StateInfo.Of(States, words) is not null;

    /// <summary>What an absence comes to.</summary>
    internal Status Of(AbsenceKind kind) => _absence[kind];

    /// <summary>
    /// Whether a number is one that nobody would ask about; a percentage below 1 looks like a fraction of what was meant.
    /// </summary>
    internal bool Expects(decimal number) => number >= _least && number <= _most && !(IsPercent && number is > 0 and < 1);

    private static bool IsChange(LocalizedText? name) => name is not null
        && (Changes.Any(w => name.Zh.Contains(w, StringComparison.Ordinal))
            || EnglishChanges.Any(w => name.En.Contains(w, StringComparison.OrdinalIgnoreCase)));
}
