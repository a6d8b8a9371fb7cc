using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Schemes.Targets;

/// <summary>The words of one clause of a printed target, which are read whole or not at all.</summary>
internal static partial class ClauseWords
{
    /// <summary>What a clause without a name before it asks; null if it is not read.</summary>
    internal static (Demand Demand, string Unit, string Remark)? Read(string text)
    {
        // 加权后为46.72 is a figure that someone worked out for one place.
        if (WeightedPattern().Match(text) is { Success: true } weighted)
        {
            return Read(text[weighted.Length..]) is (Demand.Bound, _, _) of ? of with { Item3 = weighted.Value.Trim() } : null;
        }

        // 力争 says what is hoped for; 确保 says nothing more than the number does.
        if (HedgePattern().Match(text) is { Success: true } hedge)
        {
            var word = hedge.Groups["open"].Value;
            return Read(text[hedge.Length..]) is var (asked, per, note) && asked is not Demand.State
                ? (asked, per, string.Join("，", ((string[])[word, note]).Where(w => w.Length > 0))) : null;
        }

        // ≤25m3 has one number.
        var (body, remark) = Unbracketed(MetrePattern().Replace(text.Trim(), m => m.Value == "m2" ? "m²" : "m³"));
        if (Number(body) is var (demand, unit))
        {
            return (demand, unit, remark);
        }

        var words = BlankPattern().Replace(body, "");
        return words.Length is 0 or > 40 ? null
            : TaskPattern().IsMatch(words) ? (new Demand.Task(), "", remark)
            : Course(words) is { } course ? (course, "", remark)
            : State(words) is { } state ? (state, "", remark)
            : null;
    }

    private static (string Body, string Remark) Unbracketed(string text)
    {
        // 90（含）以上 includes what 以上 includes anyway.
        var plain = text.Replace("(含)", "", StringComparison.Ordinal);
        var match = RemarkPattern().Match(plain);
        return match.Success ? (match.Groups["body"].Value.Trim(), match.Groups["remark"].Value)
            : NotedPattern().Match(plain) is { Success: true } noted ? (noted.Groups["body"].Value.Trim(), noted.Groups["remark"].Value)
            : (plain, "");
    }

    private static (Demand Demand, string Unit)? Number(string text)
    {
        if (RangePattern().Match(text) is { Success: true } range)
        {
            var (first, second) = (range.Groups["unit1"].Value.Trim(), range.Groups["unit2"].Value.Trim());
            return Of(range.Groups["low"].Value) is { } low && Of(range.Groups["high"].Value) is { } high && low < high
                && (first.Length == 0 || second.Length == 0 || first == second) && !(IsYear(low) && IsYear(high))
                ? (new Demand.Range(low, high), first.Length > 0 ? first : second)
                : null;
        }

        var match = NumberPattern().Match(text);
        if (!match.Success || Of(match.Groups["number"].Value) is not { } number)
        {
            return null;
        }

        var (sign, after, unit) = (match.Groups["sign"].Value, match.Groups["after"].Value, match.Groups["unit"].Value.Trim());
        // 达到3A级 names a grade, not an amount.
        if (unit.Length > 0 && "级类名位等档".Contains(unit[^1], StringComparison.Ordinal))
        {
            return null;
        }

        // 不低于2020年 compares with another year; 30日前 is a date, 9O a number with a letter in it.
        if ((unit.StartsWith('年') && IsYear(number)) || unit is ['O' or 'o', ..] or "日前" or "月前" or "月底前" or "年前")
        {
            return null;
        }

        // ≥20以上 has two signs; 达到20以上 and 控制在20以内 have one.
        var way = Way(sign);
        if (way is null && after.Length > 0)
        {
            return null;
        }

        return sign is "约" or "大约" ? after.Length == 0 ? (new Demand.Around(number), unit) : null
            : after is "左右" ? way is Open or Kept ? (new Demand.Around(number), unit) : null
            : after.Length > 0 ? Fits(way!, Kind(after)) ? (new Demand.Bound(Kind(after), number), unit) : null
            : way is null ? (new Demand.Bound(Kind(sign), number), unit)
            : way is Rising ? (new Demand.Bound(BoundKind.AtLeast, number), unit)
            : way is Falling ? (new Demand.Bound(BoundKind.AtMost, number), unit)
            : (new Demand.Bound(null, number, IsReached: sign is "达到", IsLimit: sign is "控制在"), unit);
    }

    private const string Open = "open";
    private const string Kept = "kept";
    private const string Rising = "rising";
    private const string Falling = "falling";

    // What a word before a number says of the number; null for one that compares, as signs do.
    private static string? Way(string sign) => sign switch
    {
        "" or "达到" => Open,
        "控制在" or "保持在" or "保持" or "稳定在" or "维持在" => Kept,
        _ when sign[^1] is not ('到' or '至') => null,
        _ => sign[0] is '提' or '增' or '上' or '扩' ? Rising : Falling,
    };

    // 控制在20以内, 降到20以下, 提高到20以上; the other way round nothing is said.
    private static bool Fits(string way, BoundKind? kind) =>
        way is Rising ? kind == BoundKind.AtLeast : way is not Falling || kind == BoundKind.AtMost;

    private static bool IsYear(decimal number) => number is >= 1949 and <= 2200 && number == decimal.Truncate(number);

    // 1,000 is grouped as a whole or not at all.
    private static decimal? Of(string digits) =>
        digits.Length <= 29
        && decimal.TryParse(
            digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var n) ? n : null;

    private static BoundKind? Kind(string sign) => sign switch
    {
        "" => null,
        "≥" or "≧" or "⩾" or ">=" or "不低于" or "不少于" or "不小于" or "不得低于" or "不得少于"
            or "不得小于" or "至少" or "大于等于" or "大于或等于" or "达到或超过"
            or "以上" or "及以上" or "或以上" or "≮" => BoundKind.AtLeast,
        ">" or "高于" or "大于" or "超过" or "多于" => BoundKind.MoreThan,
        "<" or "低于" or "小于" or "少于" => BoundKind.LessThan,
        _ => BoundKind.AtMost,
    };

    private static Demand.Change? Course(string words)
    {
        if (StablePattern().Match(words) is { Success: true } stable)
        {
            return new(Contract.Reasons.Course.StableOrImproving, Towards(stable.Groups["way"].Value));
        }

        if (ImprovingPattern().Match(words) is { Success: true } better)
        {
            var isPlain = better.Groups["how"].Value is "持续" or "稳步" or "不断";
            return new(Contract.Reasons.Course.Improving, Towards(better.Groups["way"].Value), isPlain);
        }

        return words switch
        {
            "不减少" or "不降低" or "不下降" or "只增不减" or "不低于上年" or "不低于上年水平" =>
                new(Contract.Reasons.Course.NotReduced, Direction.None),
            "不增加" or "不上升" or "不升高" or "只减不增" or "不高于上年" or "不高于上年水平" =>
                new(Contract.Reasons.Course.ChangeAtMost, Direction.None),
            "零增长" => new(Contract.Reasons.Course.ChangeAtMost, Direction.None, IsPlain: false),
            "保持稳定" or "稳中有升" or "基本稳定" =>
                new(Contract.Reasons.Course.StableOrImproving, words == "稳中有升" ? Direction.Higher : Direction.None, IsPlain: false),
            _ => null,
        };
    }

    private static Direction Towards(string way) => way switch
    {
        "提升" or "提高" or "上升" or "增加" or "增长" or "扩大" => Direction.Higher,
        "下降" or "降低" or "减少" or "减小" => Direction.Lower,
        _ => Direction.None,
    };

    private static Demand.State? State(string words) => words switch
    {
        "不明显" or "不改变" or "无" or "未发生" or "不发生" => new(words, IsReached: false),
        _ when WaterClasses.Reached(words) is { } water => new(water, IsReached: true),
        _ => StatePattern().IsMatch(words) ? new(words, IsReached: true) : null,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlankPattern();

    [GeneratedRegex(@"m[23](?![\d.])")]
    private static partial Regex MetrePattern();

    [GeneratedRegex("^\\s*(?:按[^\\d]{1,20})?加权(?:平均)?(?:后|值)?(?:为|达到|:)?")]
    private static partial Regex WeightedPattern();

    [GeneratedRegex(@"^(?<body>[^()]+)\((?<remark>[^()]*)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex RemarkPattern();

    // The mark of a note behind a number: 90*, 90%①. A digit above the line is an exponent where no unit comes before it.
    [GeneratedRegex(
        @"^(?<body>.*(?:\d|%|‰|以上|以下|以内|之内|左右))\s*(?<remark>[*★☆※†#]+|[①-⑳]|\[注?\d{0,2}\])$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex NotedPattern();

    [GeneratedRegex(
        @"^\s*(?:(?<open>力争|争取|努力|尽量|原则上|预计|计划|拟)|确保|务必|应当|应)(?:达到(?=[^\d\s]))?",
        RegexOptions.ExplicitCapture)]
    private static partial Regex HedgePattern();

    [GeneratedRegex(
        @"^(?<sign>>=|<=|[≥≧⩾>≤≦⩽<≮≯]|不低于|不少于|不小于|不得低于|不得少于|不得小于|至少"
        + @"|不高于|不超过|不大于|不多于"
        + @"|不得高于|不得超过|不得大于|不得多于|至多"
        + @"|大于或等于|大于等于|小于或等于|小于等于|达到或超过|高于|大于|超过|多于|低于|小于|少于"
        + @"|达到|控制在|保持在|保持|稳定在|维持在|大?约"
        + @"|(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|压减|降)[到至])?\s*"
        + @"(?<number>-?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|-?\d+(?:\.\d+)?)\s*"
        + @"(?<unit>[^\d\s<>=≥≤≧≦⩾⩽()左右以及上下内之和或并且；，。、~-]{0,24}(?: [a-zA-Z³²/]+)?)\s*"
        + @"(?<after>[及或]?以上|[及或]?以下|以内|之内|左右)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(
        @"^(?<low>\d+(?:\.\d+)?)\s*(?<unit1>[%‰]|[^\d\s.<>=≥≤()~至到—–-]{0,12}?)\s*"
        + @"(?:[-~—–～至到]|——)\s*(?<high>\d+(?:\.\d+)?)"
        + @"\s*(?<unit2>[%‰]|[^\d\s<>=≥≤()左右以及上下内之~-]{0,12}?)(?:之间)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RangePattern();

    [GeneratedRegex(
        @"^完成(?:上级|国家|国|省|省级|市|市级|县|县级|省市|国家和省|国家和省级|国家、省|省、市|上级政府|上级部门|上级主管部门)"
        + @"(?:定|规定|下达|确定|分解|要求|核定|考核)?(?:的)?"
        + @"(?:年度|目标|考核|减排|管控|约束性|控制|总量|指标|任务|要求){1,4}$",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TaskPattern();

    [GeneratedRegex(
        @"^(?:保持)?(?:基本)?稳定或者?(?:持续|稳步|不断|有所)?"
        + @"(?<way>改善|好转|优化|向好|提升|提高|上升|增加|增长|下降|降低|减少)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StablePattern();

    [GeneratedRegex(
        @"^(?<how>持续|稳步|不断|逐年|逐步|有所|明显|进一步)"
        + @"(?<way>改善|好转|优化|向好|提升|提高|上升|增加|增长|扩大|下降|降低|减少|减小)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ImprovingPattern();

    [GeneratedRegex(
        "^(?!并)(?:已|全面|有效|持续|基本|依法|正常|规范|初步|深入){0,2}"
        + "(?:并?(?:有效|全面|规范|依法|正常)?(?:建立|制定|编制|实施|开展|落实|推行|建成|设立|执行|运行|保障|发布|印发"
        + "|健全|完善|完成|覆盖|推进)){1,3}(?:到位)?$",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StatePattern();
}
