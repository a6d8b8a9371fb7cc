using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Tests.Support;

/// <summary>A naive reader of cells, written from the table of the guide alone: it tries every way to take the text apart.</summary>
internal static class CellOracle
{
    private static readonly Dictionary<string, AbsenceKind> Absences = new()
    {
        [""] = AbsenceKind.NotReported,
    };

    private static readonly Dictionary<string, string[]> Bounds = new()
    {
        ["≥"] = ["≥", ">=", "不低于", "不少于", "不小于", "至少", "大于等于", "大于或等于"],
        [">"] = [">", "大于", "超过", "高于", "多于"],
        ["≤"] = ["≤", "<=", "不高于", "不超过", "不大于", "不多于", "至多", "小于等于", "小于或等于"],
        ["<"] = ["<", "小于", "低于", "少于"],
    };

    private static readonly string[] RangeSigns = [.. "-–—―‐‑‒~～〜∼至到".Select(c => $"{c}"), "——", "――"];

    static CellOracle()
    {
        Say(AbsenceKind.NotReported, "/ // 未填报 未填 未报 未统计 尚未统计 暂无 暂无数据 无数据 数据缺失 缺失");
        Say(AbsenceKind.NothingOfTheKind, "无 没有 不涉及 本县不涉及 本地不涉及 无此项 不适用");
        Say(AbsenceKind.NotAssessed, "不考核 上级不考核 本年不考核 本年度不考核 今年不考核 未下达");
        Say(AbsenceKind.NotMeasurable, "无监测点 无监测点位 无法监测");
    }

    /// <summary>Fails where the parser reads a cell otherwise.</summary>
    internal static void Agrees(string cell)
    {
        var read = Spelt(ReadingParser.Parse(cell));
        var wanted = Read(cell.Trim());
        Assert.True(wanted == read, $"“{cell}”: the guide says {wanted}, the parser {read}.");
    }

    private static string Read(string cell)
    {
        var text = cell.Length > 100 ? "too long" : Plain(cell).Trim();
        if (Absences.TryGetValue(text, out var kind) || Regex.IsMatch(text, @"^[-–—―‐‑‒~～〜∼]{1,4}\z"))
        {
            return $"{kind}";
        }

        if (text.StartsWith("上级未下达", StringComparison.Ordinal))
        {
            return $"{AbsenceKind.NotAssessed}";
        }

        if (NoStation(text))
        {
            return $"{AbsenceKind.NotMeasurable}";
        }

        var printed = Printed(text, null, false, [], 0).Distinct().ToList();
        if (printed.Count > 0)
        {
            return printed.Count == 1 ? printed[0]
                : throw new InvalidOperationException($"“{cell}” can be taken apart in two ways: {string.Join(", ", printed)}.");
        }

        return Plainly(text);
    }

    // Every way to take a year, an estimate or a remark from either end until a figure is left.
    private static IEnumerable<string> Printed(string text, int? year, bool isEstimated, List<string> remarks, int taken)
    {
        if (taken > 0 || Regex.IsMatch(text, "^[0-9.]+ ?[:∶︰꞉比] ?1$"))
        {
            var figure = Regex.Match(text, "^([0-9]{1,9}([.][0-9]{1,6})?) ?[:∶︰꞉比] ?1$") is { Success: true } ratio
                ? Quantity(ratio.Groups[1].Value)!.Value.Number + " ∶1" : Plainly(text);
            if (figure != "words" && !Regex.IsMatch(figure, " 年."))
            {
                yield return figure + (year is null ? "" : $" of {year}") + (isEstimated ? " estimated" : "");
                yield break;
            }
        }

        foreach (var (rest, part) in Taken(text))
        {
            var named = Regex.Match(part, "(?<![0-9])[12][0-9]{3}(?= ?年)");
            var says = Regex.IsMatch(part, "预计|预估|估计|初步");
            var isRemark = part.Length == 0 || !Regex.IsMatch(part, "^ ?[(]?([12][0-9]{3} ?年[度底末]?)? ?(为?(预计|预估|估计"
                + "|初步))?(数|值|数据|核算|测算|统计|估算|预计|估计|核算数|统计数)?[)为是:]* ?$");
            var own = named.Success && !isRemark ? int.Parse(named.Value, CultureInfo.InvariantCulture) : year;
            if ((isRemark && !IsRemark(part)) || own is < 1949 or > 2200 || (year is not null && own != year))
            {
                continue;
            }

            foreach (var found in Printed(rest, own, isEstimated || (says && !isRemark), remarks, taken + 1))
            {
                yield return found;
            }
        }
    }

    // Longest first parts from the front, then the last bracket; one end at a time, the front first, so that no way is counted twice.
    private static IEnumerable<(string Left, string Part)> Taken(string text)
    {
        const string Word = "(预计|预估|估计|初步)";
        var fronts = new[]
        {
            "[(][12][0-9]{3} ?年[度底末]?[)]", $"[(]{Word}[数值]?[)]", $"[12][0-9]{{3}} ?年[度底末]? ?{Word}?[为是:]",
            $"{Word}(数|值|核算|测算|统计|估算|预计|估计)?[为是:]?(?![)])",
        };
        foreach (var front in fronts)
        {
            if (Regex.Match(text, $"^{front} ?") is { Success: true } match)
            {
                return [(text[match.Length..], match.Value)];
            }
        }

        var ends = new[]
        {
            $"[(]为?{Word}(数|值|数据|核算|测算|统计|估算|预计|估计|核算数"
            + $"|统计数)?[)]", $"[(][12][0-9]{{3}} ?年[度底末]?{Word}?(数|值|数据)?[)]", $"{Word}[数值]?",
        };
        foreach (var end in ends)
        {
            if (Regex.Match(text, $" ?{end} ?$") is { Success: true } match)
            {
                return [(text[..match.Index], match.Value)];
            }
        }

        return Regex.Match(text, " ?[(]([^()]*)[)] ?$") is { Success: true } bracket
            ? [(text[..bracket.Index], bracket.Groups[1].Value)] : [];
    }

    private static bool IsRemark(string text) =>
        text.Length > 0
        && !("约 左右 上下 以上 以下 以内 以外 之间 不足 不到 未达 未满 超 近 大概 可能 不确定 或 多 余 负 暂 待 快报 未核 未审"
            + " 应为 更正 订正 修正 "
            + "改为 原为 误 错 作废 目标 计划 规划 任务 指标值 标准 要求 限值 平均 均值 累计 折 扣除 剔除 不含 除外 口径 ? 季度"
            + " 月 上半年 下半年 截至 截止")
            .Split(' ').Any(text.Contains)
        && !Regex.IsMatch(text, "预计|预估|估计|初步|[0-9]{4} ?年|^[上去前往]年|^(上期|同期|基期)|含$|(?<!评)估"
            + "|^全?[省市国州](级|数|的|数据)?$|^(下降|上升|增长|减少|降低|提高|提升|增加|改善|恶化|变差|变好|持平|升|降|[↑↓+-])$"
            + "|^(无|没有|不涉及|无此项|不适用|不考核|未考核|未下达|[/-]|未填报|暂无|缺)$")
        && !text.All(c => ("百千万亿个项件人户名家座处所条块亩公顷吨克毫微米平方里立升元角分台套辆次天日年时小度级类种只头株棵"
                + "斤厘瓦位比率例单倍点%‰°℃/·.²³^*μµ")
            .Contains(c) || char.IsAsciiLetterOrDigit(c) || c is >= '㎀' and <= '㏟')
        && Plainly(text) == "words";

    private static bool NoStation(string text)
    {
        const string Station = "监测点 监测点位 监测断面 监测站 监测站点 监测站位 考核点 考核点位 考核断面 考核站 考核站点"
            + " 考核站位 断面 监测条件 监测能力 监测设施";
        foreach (var station in Station.Split(' ').Where(s => text.EndsWith(s, StringComparison.Ordinal)))
        {
            var rest = text[..^station.Length];
            if (Regex.IsMatch(rest, "^((本|我|全)?[县市区旗])?((辖区|境)内?|内)?(无|没有|未设|未设置|尚未设置|暂无)([国省市州县][控考])?"
                + "(地表水|地下水|水质|空气|环境|自动|大气|土壤|噪声)*$"))
            {
                return true;
            }
        }

        return text is "不具备监测条件" or "不具备监测能力";
    }

    private static string Plainly(string text)
    {
        // 2.8E+01 and 0x10 are numbers of another kind.
        if (Regex.IsMatch(text, "[0-9] *[eExX][0-9+-]"))
        {
            return "words";
        }

        var readings = new HashSet<string>();
        foreach (var (sign, words) in Bounds)
        {
            foreach (var word in words.Where(w => text.StartsWith(w, StringComparison.Ordinal)))
            {
                if (Quantity(text[word.Length..]) is { } bound)
                {
                    readings.Add($"{sign}{bound.Number} {bound.Unit}");
                }
            }
        }

        if (Quantity(text) is { } number)
        {
            readings.Add($"{number.Number} {number.Unit}");
        }

        for (var at = 1; at < text.Length; at++)
        {
            foreach (var dash in RangeSigns.Where(d => string.CompareOrdinal(text, at, d, 0, d.Length) == 0))
            {
                if (Quantity(text[..at]) is { } low && Quantity(text[(at + dash.Length)..]) is { } high && low.Value <= high.Value
                    && (low.Unit == high.Unit || low.Unit.Length == 0 || high.Unit.Length == 0))
                {
                    readings.Add($"{low.Number}..{high.Number} {(low.Unit.Length > 0 ? low.Unit : high.Unit)}");
                }
            }
        }

        return readings.Count switch
        {
            0 => "words",
            1 => readings.Single().TrimEnd(),
            _ => throw new InvalidOperationException($"The guide lets “{text}” be read in two ways: {string.Join(", ", readings)}."),
        };
    }

    // A number, blanks, and a unit or none; null for anything else.
    private static (decimal Value, string Number, string Unit)? Quantity(string text)
    {
        text = text.Trim(' ');
        for (var length = text.Length; length > 0; length--)
        {
            var number = text[..length];
            if (!Regex.IsMatch(number, @"^[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?\z"))
            {
                continue;
            }

            var digits = number.Replace(",", "", StringComparison.Ordinal);
            var unit = text[length..].Trim(' ');
            var significant = Regex.Replace(digits, "[^0-9]", "").TrimStart('0').Length;
            var decimals = digits.Contains('.', StringComparison.Ordinal)
                ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
            return significant <= 28 && decimals <= 28 && IsUnit(unit)
                ? (decimal.Parse(digits, CultureInfo.InvariantCulture),
                    Reading.Plain(decimal.Parse(digits, CultureInfo.InvariantCulture)), unit)
                : null;
        }

        return null;
    }

    private static bool IsUnit(string unit) =>
        unit is "" or "%" or "‰"
        || (unit.Length <= 24
            && Regex.IsMatch(unit, @"^[\p{L}°℃℉㎀-㏟]([\p{L}°℃℉㎀-㏟/·²³^*]|(?<=[A-Za-z^])[0-9]|(?<=/)\(|(?<=\(.*)\))*\z")
            && !Regex.IsMatch(unit,
                "[至到]|以上|以下|以内|以外|左右|上下|之间|初步|暂定|预计|估计|估算|待核|快报|不足|未达|^[多余来几]|[多余]$")
            && !Regex.IsMatch(unit, "^[eExX][0-9+-]"));

    private static string Plain(string cell) => string.Concat(cell.Select(c => c switch
    {
        '～' => '～',
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '≧' or '⩾' => '≥',
        '≦' or '⩽' => '≤',
        '﹪' => '%',
        '−' or '﹣' => '-',
        '\uFEFF' or '\u200B' or '\u200E' or '\u200F' => ' ',
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    }));

    private static string Spelt(CellReading cell) => Spelt(cell.Reading, cell.Unit)
        + (cell.OfYear is { } year ? $" of {year}" : "") + (cell.Reading.IsEstimated ? " estimated" : "");

    private static string Spelt(Reading reading, string? unit) => (reading.Kind switch
    {
        ReadingKind.Absent => $"{reading.Absence}",
        ReadingKind.Number => Reading.Plain(reading.Low!.Value),
        ReadingKind.Range => $"{Reading.Plain(reading.Low!.Value)}..{Reading.Plain(reading.High!.Value)}",
        ReadingKind.Bound when reading.Low is { } low => (reading.LowOpen ? ">" : "≥") + Reading.Plain(low),
        ReadingKind.Bound => (reading.HighOpen ? "<" : "≤") + Reading.Plain(reading.High!.Value),
        _ => "words",
    } + $" {unit}").TrimEnd();

    private static void Say(AbsenceKind kind, string words)
    {
        foreach (var word in words.Split(' '))
        {
            Absences[word] = kind;
        }
    }
}
