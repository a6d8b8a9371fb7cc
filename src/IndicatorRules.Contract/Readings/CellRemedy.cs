using System.Text.RegularExpressions;

namespace IndicatorRules.Contract.Readings;

/// <summary>What to write instead of a text that should be a figure and cannot be read for certain.</summary>
internal static partial class CellRemedy
{
    // Longer texts are prose.
    private const int LongestText = 100;

    private static readonly string[] Claims =
        ["是", "否", "√", "×", "✓", "✔", "✗", "✘", "达标", "未达标", "合格", "不合格", "true", "false", "yes", "no"];

    private static readonly string[] Courses =
    [
        "稳定", "改善", "恶化", "变差", "上升", "下降", "提高", "提升", "降低",
        "不降低", "不减少", "持平", "保持稳定", "持续改善", "持续提升",
        "稳中有升", "有所改善", "有所下降", "无变化", "不变", "不变差",
    ];

    private static readonly string[] Completions =
        [
            "完成", "已完成", "全部完成", "未完成", "基本完成",
            "按时完成", "超额完成", "正在完成", "已按要求完成",
        ];

    private static readonly string[] Ambiguous =
        [
            "n/a", "na", "null", "none", "nil", "空", "空白",
            "未考核", "待定", "待统计", "统计中", "未知", "不详", "?", "—/—",
        ];

    /// <summary>The remedy for a text of a row that takes figures.</summary>
    /// <param name="text">As handed in.</param>
    internal static LocalizedText Of(string text)
    {
        if (text.Length > LongestText)
        {
            return Otherwise;
        }

        var plain = ReadingParser.Plain(text);
        return Known(plain) ?? (Date().IsMatch(plain) ? null : PrintedRemedy.Of(plain)) ?? Shaped(plain) ?? Changed(plain)
            ?? Unspaced(plain) ?? Explained(plain) ?? Followed(plain)
            ?? ChineseNumeral(plain) ?? Missing(plain.Replace(" ", "", StringComparison.Ordinal)) ?? Several(plain)
            ?? PrintedRemedy.OfOneFigure(plain) ?? Otherwise;
    }

    /// <summary>A text without its brackets and its last stop.</summary>
    internal static string WithoutRemarks(string text) =>
        Bracketed().Replace(ReadingParser.Plain(text), "").Trim(' ', '。', '.', ';', ',', '“', '”', '"');

    /// <summary>The remedy for a cell without a figure.</summary>
    internal static LocalizedText Otherwise { get; } = new(
        "没有数字时：未统计填“-”，本地没有这类事物填“不涉及”，上级不考核填“不考核”。",
        "Where there is no figure: `-` for not reported, `不涉及` for nothing of the kind, `不考核` for not assessed from above.");

    /// <summary>The remedy for an approximate figure.</summary>
    internal static LocalizedText About { get; } = new(
        "约数不能用来判定：请填具体的数；只知道范围的，写成区间，如“55-70”。",
        "An approximate figure decides nothing: write the number, or a range such as 55-70.");

    private static LocalizedText? Known(string plain)
    {
        var lower = plain.ToLowerInvariant();
        if (plain.Length > 0 && plain.All(c => c == '#'))
        {
            return new("这一格在表格软件里因列太窄而没有显示出数字：请加宽列后再复制。",
                "The column was too narrow to show the number: widen it and copy again.");
        }

        if (plain.Length > 1 && plain[0] == '#')
        {
            return new("这是表格软件的出错标记：请在原表中改正公式，再填数字。",
                "This is a spreadsheet's error mark: mend the formula there, then write the number.");
        }

        if (Claims.Contains(lower))
        {
            return new("这里填数字；是否达标填到“填报达标”一栏。", "A number stands here; whether the row is met goes into `met`.");
        }

        if (Courses.Contains(plain))
        {
            return new("这里填当年的数字；变化情况填到“趋势”一栏。", "The year's number stands here; its course goes into `trend`.");
        }

        if (Completions.Contains(plain))
        {
            return new(
                "这里填数字；任务完成情况填到“上级任务”，已完成多少、下达多少填到“完成数”“下达数”。",
                "A number stands here; whether the task is completed goes into `task`, how much of how much into `done` and `assigned`.");
        }

        if (plain is "同上" or "〃" or "\"" or "''" or "同左" or "同前")
        {
            return new("请把数字写出来，不要写“同上”。", "Write the number itself.");
        }

        return Ambiguous.Contains(lower)
            ? new($"“{plain}”可能是没有统计，也可能是不用考核。{Otherwise.Zh}",
                $"`{plain}` may mean several things. {Otherwise.En}")
            : null;
    }

    // Texts whose form says what they are.
    private static LocalizedText? Shaped(string plain)
    {
        if (Date().IsMatch(plain))
        {
            return new(
                "这像是日期：表格软件会把“5-7”改成“5月7日”。请先把单元格格式设为“文本”，再填原来的数。",
                "This looks like a date: spreadsheets turn 5-7 into one. Format the cell as text, then write what was meant.");
        }

        if (Exponent().Match(plain) is { Success: true } exponent && ExactDecimal.TryParse(exponent.Groups["number"].Value, out var number))
        {
            var written = Reading.Plain(number) + exponent.Groups["percent"].Value;
            return new($"科学记数请写成 {written}。", $"Write {written}.");
        }

        if (Fraction().IsMatch(plain))
        {
            return new(
                "斜线看不出是分数还是完成数：完成多少、下达多少，分别填到“完成数”“下达数”两栏；比例请算好再填。",
                "A slash may be a fraction or a count: put done and assigned into their own fields, or work out the share.");
        }

        if (Around().Match(plain) is { Success: true } around
            && ExactDecimal.TryParse(around.Groups["middle"].Value, out var middle)
            && ExactDecimal.TryParse(around.Groups["off"].Value, out var off))
        {
            var range = $"{Reading.Plain(middle - off)}-{Reading.Plain(middle + off)}{around.Groups["unit"].Value}";
            return new($"请写成区间 {range}。", $"Write the range {range}.");
        }

        var scanner = new CellScanner(plain);
        if (scanner.TryFigure(out var figure) && scanner.AtEnd && figure.IsReversed)
        {
            var range = $"{Reading.Plain(figure.High)}-{Reading.Plain(figure.Low)}{figure.Unit}";
            return new($"区间先写小数、再写大数：{range}。", $"Write the lower end first: {range}.");
        }

        if (PercentOf().Match(plain) is { Success: true } percent && ExactDecimal.TryParse(percent.Groups["number"].Value, out _))
        {
            return new($"请写成 {percent.Groups["number"].Value}%。", $"Write {percent.Groups["number"].Value}%.");
        }

        return LeadingPoint().Match(plain) is { Success: true } point
            ? new($"请写成 {point.Groups["sign"].Value}0{point.Groups["rest"].Value}。",
                $"Write {point.Groups["sign"].Value}0{point.Groups["rest"].Value}.")
            : null;
    }

    // Words and signs that change the number beside them.
    private static LocalizedText? Changed(string plain)
    {
        if (Bound(plain) is { } bound)
        {
            return new($"“{plain}”请写成“{bound}”。", $"Write `{bound}`.");
        }

        if (Approximate().IsMatch(plain))
        {
            return About;
        }

        if (Dashed().Match(plain) is { Success: true } dashed)
        {
            var (sign, number) = (dashed.Groups["sign"].Value, dashed.Groups["number"].Value);
            if (sign is ['至' or '到', ..])
            {
                return new($"区间少了前一个数：请写成“55-70”这样，或只填 {number}。",
                    $"The range lacks its lower end: write 55-70, or {number} alone.");
            }

            return new(
                $"前面的“{sign}”看不出是负号还是“约”：正数请写 {number}，负数请写 -{number}，约数请填具体的数。",
                $"`{sign}` may be a minus or mean `about`: write {number}, or -{number}, or the exact number.");
        }

        if (Moved().Match(plain) is { Success: true } moved)
        {
            var number = moved.Groups["quantity"].Value;
            return new(
                $"这里填当年的数。这一项本身是下降率、增长率的，填 {number}；与名称的方向相反时填 -{number}。",
                $"Write the year's number. Where the row itself is a rate of change, write {number}, "
                + $"or -{number} where it went the other way.");
        }

        if (Spaced().IsMatch(plain))
        {
            var joined = new string([.. plain.Where(c => c is not (' ' or '\''))]);
            return new($"数字中间不要空格：请写 {joined}。", $"Write {joined} without blanks.");
        }

        if (Interval().Match(plain) is { Success: true } interval && !IsNumber(plain[1..^1].Trim())
            && ExactDecimal.TryParse(interval.Groups["low"].Value, out var low)
            && ExactDecimal.TryParse(interval.Groups["high"].Value, out var high) && low < high)
        {
            var range = $"{interval.Groups["low"].Value}-{interval.Groups["high"].Value}{interval.Groups["percent"].Value}";
            return new($"区间请写成 {range}。", $"Write the range {range}.");
        }

        if (Negative().Match(plain) is { Success: true } negative)
        {
            var rest = negative.Groups["rest"].Value;
            var digits = IsNumber(rest) ? rest : Numeral.TryRead(rest, out var read) ? Reading.Plain(read) : null;
            if (digits is not null)
            {
                return new($"负数请写成 -{digits}。", $"Write -{digits}.");
            }
        }

        if (Permille().Match(plain) is { Success: true } permille)
        {
            return new(
                $"千分之几请写成 {permille.Groups["number"].Value}‰；这一项的单位不是 ‰ 的，请换算后再填。",
                $"Write {permille.Groups["number"].Value}‰, or convert it where the row has another unit.");
        }

        if (Points().IsMatch(plain))
        {
            return new("小数点多了，请核对后只留一个。", "There are too many decimal points: check, and keep one.");
        }

        if (InBrackets().Match(plain) is { Success: true } bracketed && IsNumber(bracketed.Groups["quantity"].Value))
        {
            var number = bracketed.Groups["quantity"].Value;
            return new(
                $"括号看不出是不是负数：正数请写 {number}，负数请写 -{number}。",
                $"Brackets may mean a minus: write {number}, or -{number}.");
        }

        if (DecimalComma().Match(plain) is { Success: true } comma)
        {
            var (whole, rest, percent) = (comma.Groups["whole"].Value, comma.Groups["rest"].Value, comma.Groups["percent"].Value);
            return new(
                $"是小数的写 {whole}.{rest}{percent}，是整数的写 {whole}{rest}{percent}。",
                $"Write {whole}.{rest}{percent} for a decimal, {whole}{rest}{percent} for a whole number.");
        }

        if (plain[0] == '=' && plain.AsSpan(1).IndexOfAny("+-*/(") > 0)
        {
            return new("这是公式：请填算出来的数。", "This is a formula: write the number that it gives.");
        }

        return Introduced().Match(plain) is { Success: true } introduced && IsFigure(introduced.Groups["quantity"].Value)
            ? new($"请只填 {introduced.Groups["quantity"].Value}。", $"Write {introduced.Groups["quantity"].Value} alone.")
            : null;
    }

    // 28%以上, 不足28: what the grammar writes with a sign. Null where the rest is not a single number.
    private static string? Bound(string plain)
    {
        if (Raised().Match(plain) is not { Success: true } raised)
        {
            return Both().Match(plain) is { Success: true } both
                && IsNumber(both.Groups["low"].Value) && IsNumber(both.Groups["high"].Value)
                ? $"{both.Groups["low"].Value}-{both.Groups["high"].Value}"
                : null;
        }

        var sign = raised.Groups["least"].Success ? "≥" : raised.Groups["most"].Success ? "≤" : raised.Groups["more"].Success ? ">" : "<";
        var quantity = raised.Groups["quantity"].Value;
        return IsNumber(quantity) ? sign + quantity.Replace(" ", "", StringComparison.Ordinal) : null;
    }

    private static bool IsFigure(string text)
    {
        var scanner = new CellScanner(text);
        return scanner.TryFigure(out var figure) && scanner.AtEnd && !figure.IsReversed;
    }

    private static bool IsNumber(string text)
    {
        var scanner = new CellScanner(text);
        return scanner.TryQuantity(out _, out _) && scanner.AtEnd;
    }

    // 24 ug / m3, 3.5 万 公顷: a figure but for its blanks.
    private static LocalizedText? Unspaced(string plain)
    {
        if (!plain.Contains(' ') || BetweenDigits().IsMatch(plain))
        {
            return null;
        }

        var joined = plain.Replace(" ", "", StringComparison.Ordinal);
        var scanner = new CellScanner(joined);
        return scanner.TryFigure(out var figure) && scanner.AtEnd && !figure.IsReversed
            ? new($"中间不要空格：请写 {joined}。", $"Write {joined} without blanks.")
            : null;
    }

    // Words of one kind of absence, in another form than the guide's.
    private static LocalizedText? Missing(string plain)
    {
        if (plain.Contains("考核", StringComparison.Ordinal) || plain.Contains("下达", StringComparison.Ordinal))
        {
            return new("上级不考核、没有下达任务的，填“不考核”。", "Where it is not assessed from above, write `不考核`.");
        }

        if (plain.Contains("检出", StringComparison.Ordinal))
        {
            return new("未检出的，填“<”和检出限，如“<0.05”。", "Where nothing was detected, write `<` and the limit: <0.05.");
        }

        if (NoData().IsMatch(plain))
        {
            return new("还没有数字的，填“-”；没有条件监测的，填“无法监测”。",
                "Where there is no figure yet, write `-`; where none can be measured, `无法监测`.");
        }

        return Nothing().IsMatch(plain)
            ? new("本地没有这类事物的，填“不涉及”；数目是零的，填 0。",
                "Where there is nothing of the kind, write `不涉及`; for none at all, 0.")
            : null;
    }

    private static LocalizedText? Several(string plain) => Number().Count(plain) > 1
        ? new("一格只填一个数：请只填这一年的数，其余写在备注里。",
            "A cell takes one number: write the year's alone; the rest goes elsewhere.")
        : null;

    // A figure that can be read, and something behind it that cannot.
    private static LocalizedText? Followed(string plain)
    {
        var scanner = new CellScanner(plain);
        if (!scanner.TryFigure(out var figure) || figure.IsReversed || scanner.AtEnd)
        {
            if (TrailingPoint().Match(plain) is { Success: true } point)
            {
                var number = point.Groups["number"].Value + point.Groups["percent"].Value;
                return new($"请只填 {number}。", $"Write {number} alone.");
            }

            return DigitsTooMany(plain);
        }

        var rest = scanner.Rest;
        if (rest[0] is '.' or ',' or '½' or '¼' or '¾' || char.IsAsciiDigit(rest[0])
            || Bracketed().Replace(rest.ToString(), "").Any(char.IsAsciiDigit))
        {
            return null;
        }

        // 28不到: the unit was cut off at 到, which may separate the ends of a range.
        var read = plain[..^rest.Length].TrimEnd();
        if (figure.Unit is not (null or "%" or "‰") && char.IsLetter(rest.TrimStart()[0]))
        {
            return null;
        }

        if (rest.TrimEnd() is [var last] && CellScanner.IsDash(last))
        {
            return new($"区间少了后一个数：请写成“55-70”这样，或只填 {read}。", $"The range lacks its end: write 55-70, or {read} alone.");
        }

        return Alone(read);
    }

    // 28初步数, 55-70之间: no bracket parts the figure from what explains it.
    private static LocalizedText? Explained(string plain)
    {
        if (Explanation().Match(plain) is not { Success: true } match)
        {
            return null;
        }

        var read = plain[..match.Index].TrimEnd();
        var scanner = new CellScanner(read);
        return scanner.TryFigure(out var figure) && scanner.AtEnd && !figure.IsReversed ? Alone(read) : null;
    }

    private static LocalizedText Alone(string read) =>
        new($"请只填 {read}，说明另写在备注里。", $"Write {read} alone; what explains it goes elsewhere.");

    private static LocalizedText? DigitsTooMany(string plain) =>
        plain.Count(char.IsAsciiDigit) > ExactDecimal.MaxDigits && Digits().IsMatch(plain)
        ? new($"数字最多 {ExactDecimal.MaxDigits} 位。", $"A number has at most {ExactDecimal.MaxDigits} digits.")
        : null;

    /// <summary>Whether a text is a figure in Chinese numerals: 五十二点九, 百分之五十.</summary>
    internal static bool IsNumeral(string text) => text.Length <= LongestText && ChineseNumeral(ReadingParser.Plain(text)) is not null;

    private static LocalizedText? ChineseNumeral(string plain)
    {
        const string Percent = "百分之";
        var (rest, unit) = plain.StartsWith(Percent, StringComparison.Ordinal) ? (plain[Percent.Length..], "%") : (plain, "");
        if (NumeralWithUnit().Match(rest) is { Success: true } match)
        {
            (rest, unit) = (match.Groups["numeral"].Value, match.Groups["unit"].Value);
        }

        return Numeral.TryRead(rest, out var number)
            ? new($"请用阿拉伯数字：{Reading.Plain(number)}{unit}。", $"Write it in digits: {Reading.Plain(number)}{unit}.")
            : null;
    }

    // 5月7日, 2022年5月, 2022/5/7, 2022-12-31, 7-May, May-22, Jul 7.
    [GeneratedRegex(
        @"^(\d{4}年)?\d{1,2}月\d{1,2}[日号]?$|^\d{4}年\d{1,2}月$|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}( .*)?$|^(19|20)\d{2}[-/](0?[1-9]|1[0-2])$"
        + @"|^\d{1,2}[- ]?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*([- ]?\d{2,4})?$"
        + @"|^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[- ]?\d{1,4}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?<number>[+-]?\d+(\.\d+)?[eE][+-]?\d+) ?(?<percent>%?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^\d+(\.\d+)? ?/ ?\d+(\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^(?<middle>-?\d+(\.\d+)?) ?%? ?(±|\+/-|\+-) ?(?<off>\d+(\.\d+)?) ?(?<unit>%?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    [GeneratedRegex(@"^(百分之|%) ?(?<number>\d+(\.\d+)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex PercentOf();

    [GeneratedRegex(@"^(?<sign>[+-]?)(?<rest>\.\d+ ?%?)$", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingPoint();

    [GeneratedRegex(@"^(?<number>[+-]?\d+(\.\d+)?)[.,]+(?<percent>%?)$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingPoint();

    // 28%以上, 24ug/m3以下(含), 20+, 不足28, 28不到, 超28.
    [GeneratedRegex(
        @"^(?<quantity>[+-]?\d.*?) ?((?<least>[及或含]?以上|\+|起)|(?<most>[及或含]?以下|以内|之内))(\(含[^()]*\))?$"
        + @"|^(?<quantity>[+-]?\d.*?) ?(?<less>不到|不足)$"
        + @"|^((?<more>超出|超|逾|突破)|(?<less>不足|不到|未满|未达到|未达)) ?(?<quantity>\d.*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Raised();

    [GeneratedRegex(
        @"^(≥|>=|不低于) ?(?<low>\d[^,、;且≤<]*?) ?[,、;且]? ?(≤|<=|不高于|不超过) ?(?<high>\d.*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Both();

    [GeneratedRegex(@"\d +\d", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenDigits();

    [GeneratedRegex(@"^\( ?(?<quantity>\d[\d,]*(\.\d+)? ?%?) ?\)$", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    // [20,30], (20%, 30%).
    [GeneratedRegex(
        @"^[\[(] ?(?<low>-?\d+(\.\d+)?) ?%? ?[,;] ?(?<high>-?\d+(\.\d+)?) ?(?<percent>%?) ?[\])]$", RegexOptions.CultureInvariant)]
    private static partial Regex Interval();

    [GeneratedRegex(@"^[负⁻➖⊖] ?(?<rest>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Negative();

    [GeneratedRegex(@"^千分之 ?(?<number>\d+(\.\d+)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Permille();

    [GeneratedRegex(@"^(?=.*\d)[+-]?\d*\.\d*\.[\d.]*%?$", RegexOptions.CultureInvariant)]
    private static partial Regex Points();

    [GeneratedRegex(@"^(?<whole>[+-]?\d+)[,。·](?<rest>\d{1,2})(?<percent>%?)$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"之间|初步|暂定|预计|估计|估算|待核|快报", RegexOptions.CultureInvariant)]
    private static partial Regex Explanation();

    [GeneratedRegex(@"统计|数据|上报|公布|监测|^暂?缺", RegexOptions.CultureInvariant)]
    private static partial Regex NoData();

    [GeneratedRegex(@"不涉及|不存在|^(本|我|全)?[县市区旗省]?(无(?![需须法])|没有|未发生)\D", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"[\d.,'a-zA-Z]*\d[\d.,'a-zA-Z]*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    // 三万公顷: a numeral of some length, so that 二级 and 一般 are none.
    [GeneratedRegex(
        @"^(?<numeral>[一二两三四五六七八九][零〇一二两三四五六七八九]?[十百千万亿]"
        + "[零〇一二两三四五六七八九十百千万亿]*)"
        + @"(?<unit>[^\d零〇一二两三四五六七八九十百千万亿多余来几分点]\D{0,5})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex NumeralWithUnit();

    [GeneratedRegex(
        @"^(约占|约摸|约莫|约|大约|约为|大概|大致|大体|差不多|近|将近|接近|估计|预计|~|～|〜|⁓"
        + @"|≈|≒)+ ?[+-]?[\d零〇一二两三四五六七八九十百千万半].*$"
        + @"|^[+-]?\d[\d,]*(\.\d+)?.{0,8}(左右|上下)$|^\d[\d,]*(\.\d+)? ?(多|余|来|几)\D{0,8}$|^\d[\d,]*(\.\d+)?\D{0,6}(多|余)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Approximate();

    [GeneratedRegex(@"^(?<sign>[–—―‐‑‒∼至到]+|-(?= )) ?(?<number>\d.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Dashed();

    [GeneratedRegex(
        @"^(已达到|达到|已达|达|已为|为|是|等于|占比|占|共计|合计"
        + @"|总计|共|计|计划|实际|实有|介于|[=:'""“‘`\[【〔￥¥])"
        + @" ?(?<quantity>[+-]?\d[\d,]*(\.\d+)? ?[%‰]?([-~～至]\d+(\.\d+)?%?)?)[\]""”’'`】〕]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Introduced();

    [GeneratedRegex(
        @"^(同比|环比|[比较](上年|去年|上期|同期))?(下降|降低|降幅"
        + @"|降|减少|增长|增幅|上升|升|提高|提升|增加|[↑↓])了?"
        + @" ?(?<quantity>\d[\d,]*(\.\d+)? ?[%‰]?)( ?个?百分点)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Moved();

    [GeneratedRegex(@"^[+-]?\d{1,3}([ ']\d{3})+(\.\d+)?%?$", RegexOptions.CultureInvariant)]
    private static partial Regex Spaced();

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]|〔[^〕]*〕|【[^】]*】|《[^》]*》", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^[+-]?\d+(\.\d+)?%?$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    /// <summary>Reads Chinese numerals up to 万亿, for a remedy alone: 二十八, 一百零五, 二点五.</summary>
    private static class Numeral
    {
        private const string Ones = "零一二三四五六七八九";

        internal static bool TryRead(string text, out decimal number)
        {
            number = 0;
            if (text.Length is 0 or > 16)
            {
                return false;
            }

            var parts = text.Split('点');
            if (parts.Length > 2 || !TryWhole(parts[0], out number))
            {
                return false;
            }

            var weight = 1m;
            foreach (var c in parts.Length == 2 ? parts[1] : "")
            {
                if (DigitOf(c) is not (>= 0 and var digit))
                {
                    return false;
                }

                weight /= 10;
                number += digit * weight;
            }

            return parts.Length == 1 || parts[1].Length > 0;
        }

        private static bool TryWhole(string text, out decimal number)
        {
            var (large, middle, section, digit) = (0m, 0m, 0m, -1);
            // 一百二 is 120 to some readers: without 零 the digit is ambiguous.
            var bare = false;
            number = 0;
            foreach (var c in text)
            {
                if (DigitOf(c) is >= 0 and var one)
                {
                    // 零 separates units; elsewhere two digits in a row are a list of digits.
                    if (digit > 0)
                    {
                        return false;
                    }

                    bare = bare && one > 0;
                    digit = one;
                }
                else if (c is '十' or '百' or '千')
                {
                    section += (digit < 1 ? 1 : digit) * (c == '十' ? 10 : c == '百' ? 100 : 1000);
                    (digit, bare) = (-1, c != '十');
                }
                else if (c is '万' or '亿')
                {
                    middle = (middle + section + Math.Max(digit, 0)) * (c == '万' ? 1_0000 : 1_0000_0000);
                    (large, middle) = c == '万' ? (large, middle) : (large + middle, 0);
                    (section, digit, bare) = (0, -1, true);
                }
                else
                {
                    return false;
                }
            }

            number = large + middle + section + Math.Max(digit, 0);
            return text.Length > 0 && !(bare && digit > 0);
        }

        private static int DigitOf(char c) => c switch { '〇' => 0, '两' => 2, _ => Ones.IndexOf(c, StringComparison.Ordinal) };
    }
}
