using System.Buffers;
using System.Text.RegularExpressions;

namespace IndicatorRules.Contract.Readings;

/// <summary>
/// Takes from a cell what plans print around its figure: the year (2020年为51.05), that it is an estimate (预计≥10), a remark in brackets
/// (83分（全市第一）), and the colon of a ratio (2.21∶1).
/// </summary>
internal static partial class PrintedCell
{
    /// <summary>The unit of a ratio to one.</summary>
    internal const string RatioUnit = "∶1";

    // 预计2025年为95, and three brackets behind it.
    private const int MostParts = 4;

    // Every such cell has one of these.
    private static readonly SearchValues<char> Marks = SearchValues.Create("(:∶︰꞉比年预估初");

    /// <summary>Whether a text says that its figure is an estimate.</summary>
    internal static bool SaysEstimate(string text) => Estimate().IsMatch(text);

    /// <summary>Reads a cell whose figure has something of that kind around it; false where it is not read for certain.</summary>
    /// <param name="plain">As <see cref="ReadingParser.Plain"/> makes it.</param>
    /// <param name="kept">As handed in; it stays the text of the reading, with its remark.</param>
    /// <param name="cell">What the cell says.</param>
    internal static bool TryRead(string plain, string kept, out CellReading cell)
    {
        cell = default;
        if (!plain.AsSpan().ContainsAny(Marks))
        {
            return false;
        }

        var (rest, year, isEstimated) = (plain, (int?)null, false);
        for (var i = 0; i < MostParts && Before().Match(rest) is { Success: true } before; i++)
        {
            if (!Take(before, ref year, ref isEstimated))
            {
                return false;
            }

            rest = rest[before.Length..];
        }

        for (var i = 0; i < MostParts && Behind().Match(rest) is { Success: true } behind; i++)
        {
            if (!Take(behind, ref year, ref isEstimated) || (behind.Groups["remark"].Success && !IsRemark(behind.Groups["remark"].Value)))
            {
                return false;
            }

            rest = rest[..behind.Index];
        }

        if ((rest.Length == plain.Length && !Ratio().IsMatch(rest)) || Figure(rest, kept) is not { } read)
        {
            return false;
        }

        cell = new(isEstimated ? read.Reading.AsEstimate() : read.Reading, read.Unit) { OfYear = year };
        return true;
    }

    /// <summary>The numbers of a ratio: 3 and 2 of 3∶2; null for any other text.</summary>
    internal static (decimal First, decimal Second)? RatioOf(string plain) =>
        Ratio().Match(plain) is { Success: true } ratio
            && ExactDecimal.TryParse(ratio.Groups["first"].Value, out var first)
            && ExactDecimal.TryParse(ratio.Groups["second"].Value, out var second)
            ? (first, second) : null;

    private static CellReading? Figure(string text, string kept)
    {
        if (Ratio().Match(text) is { Success: true } ratio && ratio.Groups["second"].Value == "1"
            && ExactDecimal.TryParse(ratio.Groups["first"].Value, out var number))
        {
            return new(Reading.Number(number, kept), RatioUnit);
        }

        var scanner = new CellScanner(text);
        // 2025年制定实施 is not a figure.
        return scanner.TryFigure(out var figure) && scanner.AtEnd && !figure.IsReversed && figure.Unit is not ['年', _, ..]
            ? new(figure.ToReading(kept), figure.Unit) : null;
    }

    // False where two years are named, or one that is none.
    private static bool Take(Match part, ref int? year, ref bool isEstimated)
    {
        isEstimated |= part.Groups["estimate"].Success;
        if (!part.Groups["year"].Success)
        {
            return true;
        }

        var named = int.Parse(part.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        if (named is < 1949 or > 2200 || (year is not null && year != named))
        {
            return false;
        }

        year = named;
        return true;
    }

    // A bracket that changes the figure (约, 上年, 全市平均), or may hold its unit or another figure, is not a remark.
    private static bool IsRemark(string text)
    {
        var inner = new CellScanner(text);
        return text.Length > 0 && !Changing().IsMatch(text) && !Unit().IsMatch(text) && !(inner.TryFigure(out _) && inner.AtEnd)
            && !PlainNumber.TryRead(text, out _);
    }

    [GeneratedRegex("预计|预估|估计|初步", RegexOptions.CultureInvariant)]
    private static partial Regex Estimate();

    // 2020年为, (2020年), 2020年:, 预计, 初步核算为.
    [GeneratedRegex(
        @"^(\((?<year>[12][0-9]{3}) ?年[度底末]?\)|\((?<estimate>预计|预估|估计|初步)(数|值)?\)"
        + @"|(?<year>[12][0-9]{3}) ?年[度底末]? ?(?<estimate>预计|预估|估计|初步)?(为|是|:)"
        + @"|(?<estimate>预计|预估|估计|初步)(数|值|核算|测算|统计|估算|预计|估计)?[为是:]?(?!\))) ?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    // (预计), (初步数), (2025年预计), (2021年), (全市第一), and 28初步数.
    [GeneratedRegex(
        @" ?(\(为?(?<estimate>预计|预估|估计|初步)(数|值|数据|核算|测算|统计|估算|预计|估计|核算数|统计数)?\)"
        + @"|\((?<year>[12][0-9]{3}) ?年[度底末]?(?<estimate>预计|预估|估计|初步)?(数|值|数据)?\)"
        + @"|\((?<remark>[^()]*)\)|(?<estimate>预计|预估|估计|初步)(数|值)?) ?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Behind();

    [GeneratedRegex(
        @"^(?<first>[0-9]{1,9}(\.[0-9]{1,6})?) ?[:∶︰꞉比] ?(?<second>[0-9]{1,9}(\.[0-9]{1,6})?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ratio();

    // Words by which the figure is not exact, not final, or of something else: of another year, another place, a target.
    [GeneratedRegex(
        "约|左右|上下|以上|以下|以内|以外|之间|不足|不到|未达|未满|超|近|大概|可能|不确定|或|多|余|负|暂|待|快报|未核|未审"
        + "|应为|更正|订正|修正|改为|原为|误|错|作废|目标|计划|规划|任务|指标值|标准|要求|限值|平均|均值|累计|折|扣除|剔除|不含"
        + "|除外|口径|含$|[?]"
        + "|[0-9]{4} ?年|季度|月|上半年|下半年|截至|截止|预计|预估|初步|(?<!评)估|^(上|去|前|往)年|^上期|^同期|^基期"
        + "|^全?[省市国州](级|数|的|数据)?$"
        + "|^(下降|上升|增长|减少|降低|提高|提升|增加|改善|恶化|变差|变好|持平|升|降|[↑↓+-])$|^(无|没有|不涉及|无此项|不适用"
        + "|不考核|未考核|未下达|[/-]|未填报|暂无|缺)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Changing();

    // 万亩, km2, %: what may be the unit of the figure before it.
    [GeneratedRegex(
        @"^([百千万亿个项件人户名家座处所条块亩公顷吨克毫微米平方里立升元角分台套辆次天日年时小度级种类只头株棵斤厘瓦位比率例单倍点]"
        + @"|[a-zA-Z0-9%‰°℃/·.²³^*μµ㎀-㏟])+\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
