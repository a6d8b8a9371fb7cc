using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Naming;

namespace IndicatorRules.Facts;

/// <summary>The expected unit, range and states of one indicator, item or background figure. Immutable.</summary>
internal sealed class KnownFigure
{
    // Rates of change, indices and degrees of completion may be below 0 or above 100.
    private static readonly string[] Changes =
    [
        "下降", "降低", "降幅", "减少", "减排", "削减", "增长", "增加", "增速", "增幅", "提高", "提升",
        "上升", "变化", "变幅", "幅度", "波动", "同比", "环比", "比上年", "较上年", "完成", "指数", "倍", "产能",
        "负荷", "负债", "覆盖倍",
    ];

    private static readonly string[] EnglishChanges =
    [
        "growth", "increase", "decrease", "reduction", "reduced", "decline", "drop", "change", "rise", "completion", "index",
        "improvement",
    ];

    private readonly HashSet<string> _answers;
    private readonly AbsencePolicy _absence;
    private readonly Indicator? _indicator;
    private readonly Item? _item;
    private readonly BackgroundFigure? _background;
    private readonly decimal _least;
    private readonly decimal _most;

    // Created on demand, since a table may have a diagnostic for each of its rows.
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

    private KnownFigure(
        Indicator? indicator, Item? item, string unit, ImmutableArray<StateInfo> states, BackgroundFigure? background = null)
    {
        (_indicator, _item, _background, Unit, States) = (indicator, item, background, unit, states);
        _answers = states.SelectMany(s => s.Answers).ToHashSet(StringComparer.Ordinal);
        _absence = item?.Absence ?? indicator?.Absence ?? new AbsencePolicy();
        IsPercent = unit == "%";
        Range = item is null ? indicator?.Range : item.Range;
        IsShare = IsPercent && Range is null
            && !IsChange(indicator?.Name) && !IsChange(item?.Name) && !IsChange(background?.Name);
        WantsState = !states.IsEmpty && unit == "-";
        (_least, _most) = WantsState ? (1, 0) : Range is { } range ? (range.Least ?? decimal.MinValue, range.Most ?? decimal.MaxValue)
            : IsShare ? (0, 100) : (decimal.MinValue, decimal.MaxValue);
    }

    /// <summary>The unit of handed-in figures.</summary>
    internal string Unit { get; }

    /// <summary>The unit that the scheme named by the facts has instead; null if it has the same.</summary>
    internal string? WrittenIn { get; set; }

    internal bool IsPercent { get; }

    /// <summary>Whether the figure is a part of a whole in percent, between 0 and 100.</summary>
    internal bool IsShare { get; }

    /// <summary>The range that the scheme gives; null if it gives none. A share then is what it says, not 0 to 100.</summary>
    internal FigureRange? Range { get; }

    /// <summary>Whether only a state is accepted, never a number.</summary>
    internal bool WantsState { get; }

    /// <summary>The possible states, lowest first; empty for figures.</summary>
    internal ImmutableArray<StateInfo> States { get; }

    /// <summary>The name in messages: 第24项“农业废弃物综合利用率”的“秸秆”; in English the id.</summary>
    internal LocalizedText Name => _name ??= (_indicator, _item) switch
    {
        ({ } row, { } item) => new($"第{row.Number}项“{row.Name.Zh}”的“{item.Name.Zh}”", $"`{row.Id}.{item.Id}`"),
        ({ } row, _) => new($"第{row.Number}项“{row.Name.Zh}”", $"`{row.Id}`"),
        _ => new($"“{_background!.Name.Zh}”", $"`{_background.Id}`"),
    };

    /// <summary>Whether a text is the name of a background figure, with its unit or without.</summary>
    internal bool IsCalled(string text)
    {
        var folded = FoldedName.Of(text);
        return NameParts.Of(folded).Any(p => p.Number.Length == 0 && (p.Unit.Length == 0 || NameParts.IsUnit(p.Unit, Unit))
            && (p.Name == FoldedName.Of(_background!.Name.Zh) || p.Name == FoldedName.Of(_background.Name.En)));
    }

    /// <summary>Whether words name a state.</summary>
    internal bool Answers(string words) => _answers.Contains(words) || StateInfo.Of(States, words) is not null;

    /// <summary>The status that an absence leads to.</summary>
    internal Status Of(AbsenceKind kind) => _absence[kind];

    /// <summary>Whether a number is plausible; a percentage below 1 is not, since it looks like a fraction of what was meant.</summary>
    internal bool Expects(decimal number) => number >= _least && number <= _most && !(IsPercent && number is > 0 and < 1);

    private static bool IsChange(LocalizedText? name) => name is not null
        && (Changes.Any(w => name.Zh.Contains(w, StringComparison.Ordinal))
            || EnglishChanges.Any(w => name.En.Contains(w, StringComparison.OrdinalIgnoreCase)));
}
