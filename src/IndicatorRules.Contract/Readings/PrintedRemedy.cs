using System.Text.RegularExpressions;

namespace IndicatorRules.Contract.Readings;

/// <summary>What to write instead of a figure with words around it as plans print them: 首次达到95, 由90提高到95, 28（上年）.</summary>
internal static partial class PrintedRemedy
{
    // A figure: its sign and digits, and perhaps a unit.
    private const string Quantity = @"(?<quantity>[+-]?[0-9][0-9,]*(\.[0-9]+)?[%‰]?)(?<unit>[^0-9()=<>≤≥]{0,8})";

    /// <summary>The remedy for such a text; null for any other.</summary>
    /// <param name="plain">As <see cref="ReadingParser.Plain"/> makes it.</param>
    internal static LocalizedText? Of(string plain) => OfRatio(plain) ?? OfWords(plain) ?? OfBracket(plain);

    /// <summary>The remedy for words around one figure; null where there is none, or more than one.</summary>
    internal static LocalizedText? OfOneFigure(string plain)
    {
        if (Named().Match(plain) is not { Success: true } named)
        {
            return null;
        }

        var (figure, after) = (QuantityOf(named), named.Groups["after"].Value);
        return after is "以上" or "以下"
            ? new($"请写成 {(after == "以上" ? "≥" : "≤")}{figure}。", $"Write {(after == "以上" ? "≥" : "≤")}{figure}.")
            : NotFinal().IsMatch(plain) ? Unsettled(figure)
            : OtherYear().IsMatch(plain) ? new(
                "这是别的年份的数：请填在它那一年，或者写明年份，如“2020年为28”。",
                "This is another year's number: put it under its year, or name the year, as in 2020年为28.")
            : new($"这里只填数字：本年的数是 {figure} 的，请只填 {figure}，说明另写在备注里。",
                $"A number alone stands here: where it is {figure}, write {figure}; what explains it goes elsewhere.");
    }

    private static LocalizedText Unsettled(string figure) => new(
        $"还没有定的数，请写“预计{figure}”；已经定了的，请只填 {figure}。",
        $"Where it is not final yet, write `预计{figure}`; where it is, {figure} alone.");

    private static LocalizedText Part { get; } = new(
        "这是年内一段时间的数：请填全年的数；全年的还没有，填“-”。",
        "This is the number of a part of the year: write the whole year's, or `-` where there is none yet.");

    private static LocalizedText? OfRatio(string plain)
    {
        if (Time().IsMatch(plain))
        {
            return new(
                "这像是时间：表格软件会把“2:1”改成时间。请先把单元格格式设为“文本”，比例写成“2∶1”这样。",
                "This looks like a time: spreadsheets turn 2:1 into one. Format the cell as text, and write a ratio as 2∶1.");
        }

        if (PrintedCell.RatioOf(plain) is not var (first, second))
        {
            return null;
        }

        return second != 0 && first / second is var quotient && quotient * second == first
            ? new($"“几比几”请算好再填：写成“{Reading.Plain(quotient)}∶1”，或者按这一项的单位填算出的数。",
                $"Work the ratio out: write {Reading.Plain(quotient)}∶1, or the number in the row's unit.")
            : new("“几比几”请算好再填：写成“几∶1”，或者按这一项的单位填算出的数。",
                "Work the ratio out: write it to one, or the number in the row's unit.");
    }

    private static LocalizedText? OfWords(string plain)
    {
        if (Reached().Match(plain) is { Success: true } reached)
        {
            var (number, sign) = (QuantityOf(reached), reached.Groups["more"].Success ? ">" : "≥");
            return new($"正好是 {number} 的，请写 {number}；只知道达到或超过的，请写 {sign}{number}。",
                $"Where it is {number}, write {number}; where it is only known to have reached that, {sign}{number}.");
        }

        if (ForYears().Match(plain) is { Success: true } forYears)
        {
            var number = QuantityOf(forYears);
            return new($"这里填一年的数：本年请填 {number}，前几年的数填在各自的年份里。",
                $"A year's number stands here: write {number} for this year, and the earlier years' under their own.");
        }

        if (Towards().Match(plain) is { Success: true } towards)
        {
            var number = QuantityOf(towards);
            return new($"这里填当年的数：请只填 {number}，原来的数填在它那一年。",
                $"The year's number stands here: write {number} alone; the former one goes under its own year.");
        }

        if (InYear().Match(plain) is { Success: true } inYear)
        {
            var written = $"{inYear.Groups["year"].Value}年为{QuantityOf(inYear)}";
            return new($"请写成“{written}”。", $"Write `{written}`.");
        }

        if (Expected().Match(plain) is { Success: true } expected)
        {
            var number = QuantityOf(expected);
            return new($"是预计数的，请写“预计{number}”；只预计不低于的，请写“预计≥{number}”。",
                $"Where it is estimated, write `预计{number}`; where it is only expected to be no less, `预计≥{number}`.");
        }

        if (Wished().Match(plain) is { Success: true } wished)
        {
            var number = QuantityOf(wished);
            return new($"这是要达到的目标：这里填实际数；是预计能达到的，请写“预计{number}”，还没有数的填“-”。",
                $"This is what is aimed at: write the actual number, `预计{number}` where it is estimated, or `-`.");
        }

        if (PartOfYear().IsMatch(plain))
        {
            return Part;
        }

        if (Summed().Match(plain) is { Success: true } summed)
        {
            var number = QuantityOf(summed);
            return new($"这一项是累计数的，请填 {number}；是当年数的，请填当年的数。",
                $"Where the row is a total, write {number}; where it is the year's own number, write that.");
        }

        return Rank().IsMatch(plain)
            ? new("名次不是数值：请填排名所依据的数。", "A rank is no figure: write the number that it goes by.")
            : null;
    }

    // The remedy for a bracket that changes the figure before it.
    private static LocalizedText? OfBracket(string plain)
    {
        if (Bracket().Match(plain) is not { Success: true } match)
        {
            return null;
        }

        var (read, inner) = (match.Groups["figure"].Value.TrimEnd(), match.Groups["inner"].Value);
        if (Unit().IsMatch(inner))
        {
            return new($"括号里像是单位：请写成 {read}{inner}。", $"The bracket looks like a unit: write {read}{inner}.");
        }

        if (OtherFigure().IsMatch(inner))
        {
            return new($"看不出括号里的数是什么：本年的数是 {read} 的，请只填 {read}。",
                $"What the number in brackets is cannot be told: where the year's number is {read}, write {read} alone.");
        }

        if (IsNone().IsMatch(inner))
        {
            return new("看不出是零还是没有：数目是零的填 0，本地没有这类事物的填“不涉及”，上级不考核的填“不考核”。",
                "It may be zero or nothing: write 0 for none, `不涉及` for nothing of the kind, `不考核` for not assessed.");
        }

        if (Moved().IsMatch(inner))
        {
            return new($"这一项本身是下降率、增长率的，填 {read}；与名称的方向相反时填 -{read}。",
                $"Where the row itself is a rate of change, write {read}, or -{read} where it went the other way.");
        }

        return About().IsMatch(inner) ? CellRemedy.About
            : inner is "以上" or "及以上" ? new($"请写成 ≥{read}。", $"Write ≥{read}.")
            : inner is "以下" or "及以下" ? new($"请写成 ≤{read}。", $"Write ≤{read}.")
            : InYearPart().IsMatch(inner) ? Part
            : NotFinal().IsMatch(inner) ? Unsettled(read)
            : OtherYear().IsMatch(inner) ? new(
                $"括号里说的是别的年份：请写明年份，如“{read}（2020年）”。",
                $"The bracket is about another year: name it, as in {read}（2020年）.")
            : Aim().IsMatch(inner) ? new(
                "括号里说的是目标：这里填实际数，还没有的填“-”。",
                "The bracket is about a target: write the actual number, or `-` where there is none yet.")
            : Elsewhere().IsMatch(inner) ? new(
                "括号里说的是别的范围：这里填本地的数，还没有的填“-”。",
                "The bracket is about another area: write this place's own number, or `-` where there is none.")
            : Corrected().IsMatch(inner) ? new(
                "请只填改正以后的数。", "Write the corrected number alone.")
            : null;
    }

    private static string QuantityOf(Match match) => match.Groups["quantity"].Value + match.Groups["unit"].Value.Trim();

    [GeneratedRegex(@"^[0-9]{1,2}:[0-5][0-9](:[0-5][0-9])?( ?[AP]M)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(
        "^(首次|首度|再次|率先|历史性|均|均已|已经)(?<more>突破|超过)?(达到|达|实现)?" + Quantity + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reached();

    [GeneratedRegex(
        "^连续([0-9一二三四五六七八九十两多]+)(个?年|年度)(均|都)?(保持|稳定|达到|达|为|在"
        + "|是)?" + Quantity + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex ForYears();

    [GeneratedRegex(
        "^((由|从)[^到至]*)?(提高|提升|上升|增加|增长|下降|降低|减少|升|降|扩大|缩小)(到|至|为)了?" + Quantity + @"\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Towards();

    [GeneratedRegex(
        "^(到|截至|至)?(?<year>(19|20|21)[0-9]{2}) ?年[度底末]?,?(已达到|已达|达到|达|实现|完成"
        + "|数据?[为是:]?)? ?(?![0-9]+月)" + Quantity + @"\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex InYear();

    [GeneratedRegex(
        "^(预计|预估|估计|初步)(全年)?(将|能|可|可以|能够)?(达到|达|完成|实现|超过"
        + "|突破)" + Quantity + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Expected();

    [GeneratedRegex(
        "^(力争|争取|确保|拟|计划|规划|目标)(值|数)?(达到|达|完成|实现|为|是|:)?[≥≤<>]?" + Quantity + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Wished();

    [GeneratedRegex(
        "^(前?[一二三四1-4]个?季度|[上下]半年|(1[-~～至])?[0-9]{1,2}月份?|前[0-9一二三四五六七八九十]+个月)(为|是|:|达到|达|末"
        + "|底)*[+-]?[0-9].*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PartOfYear();

    [GeneratedRegex("^(累计|累积|新增)(完成|建成|达到|达|为)?" + Quantity + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Summed();

    [GeneratedRegex(@"^(在?全?[省市国州县]|排|排名|位列|居)*第?[0-9一二三四五六七八九十]+(名|位)\z|^(排名|位列"
        + @"|位居)第?[0-9一二三四五六七八九十]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rank();

    [GeneratedRegex(@"^(?<figure>[^()]*[0-9][^()]*)\((?<inner>[^()]+)\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^([百千万亿]?(亩|公顷|吨|千克|克|米|公里|平方米|立方米|平方公里|元|人|户|个|项|件|家|座|处|台|套|辆)"
        + @"|[%‰]|个?百分点|[a-zA-Z]{1,3}[0-9]?|[百千万亿]+|[uμµm]?g/m[3³])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^[<>≤≥=+-]*[0-9][0-9,.]*[%‰]?([-~～至][0-9.]+)?[%‰]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex OtherFigure();

    [GeneratedRegex("^([上去前往]一?年|上期|同期|基期)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherYear();

    [GeneratedRegex("^(目标|计划|规划|任务|指标值|要求|标准|限值)", RegexOptions.CultureInvariant)]
    private static partial Regex Aim();

    [GeneratedRegex("^全?[省市国州](级|数|的|数据)?$|^全?[省市国州].*(平均|均值)", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("应为|更正|订正|修正|改为|原为|有误", RegexOptions.CultureInvariant)]
    private static partial Regex Corrected();

    [GeneratedRegex("快报|暂定|暂按|暂估|待核|待定|未核|未审|(?<!评)估", RegexOptions.CultureInvariant)]
    private static partial Regex NotFinal();

    [GeneratedRegex("^(约|大约|左右|上下|大概)$", RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex("季度|[上下]半年|[0-9]月|[一二三四五六七八九十]月", RegexOptions.CultureInvariant)]
    private static partial Regex InYearPart();

    [GeneratedRegex("^(无|没有|不涉及|无此项|不适用|不考核|未考核|未下达|[/-]|未填报|暂无|缺)$", RegexOptions.CultureInvariant)]
    private static partial Regex IsNone();

    [GeneratedRegex("^(下降|上升|增长|减少|降低|提高|提升|增加|升|降|[↑↓+-])$", RegexOptions.CultureInvariant)]
    private static partial Regex Moved();

    // One number among words, with nothing that changes it but what is behind it.
    [GeneratedRegex(
        @"^(?![^0-9]*约)[\p{L} 、。:]*(?<quantity>(?<![a-zA-Z])[0-9]+(\.[0-9]+)?[%‰]?)(?<unit>)(?<after>以上|以下)?"
        + @"(?<rest>(?!左右|上下|多|余|[xXeE])[\p{L} 、。,;:“”]*)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
