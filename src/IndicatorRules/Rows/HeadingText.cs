using System.Buffers;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Rows;

/// <summary>What headings and names of rows say besides the column or indicator that they name.</summary>
internal static class HeadingText
{
    private static readonly SearchValues<char> Measures = SearchValues.Create("%％‰℃万亿元吨亩顷里米人座个户件辆升克次倍㎡μµ/");

    private static readonly string[] NoteStarts =
    [
        "注：", "注:", "注1", "备注", "说明", "填表", "填报", "制表", "审核", "复核", "单位负责人", "负责人", "统计负责人",
        "联系人", "联系电话", "电话", "日期", "报出日期", "数据来源", "资料来源",
    ];

    private static readonly string[] TotalEnds = ["合计", "总计", "小计", "共计", "平均", "平均值", "平均数", "均值", "总评", "总分"];

    private static readonly string[] Wholes = ["全市", "全省", "全区", "全国", "全州", "全部"];

    /// <summary>Whether a text is a note, a signature or a heading within a table rather than the name of anything.</summary>
    internal static bool IsNote(ReadOnlySpan<char> text)
    {
        foreach (var start in NoteStarts)
        {
            if (text.StartsWith(start))
            {
                return true;
            }
        }

        // 一、 or （一）
        var rest = text.TrimStart("（(");
        var numeral = rest.Length - rest.TrimStart("一二三四五六七八九十").Length;
        return numeral > 0 && numeral < rest.Length && rest[numeral] is '、' or '）' or ')';
    }

    /// <summary>Whether a text names the sum or average of rows: 合计, 忻州市平均, 全市.</summary>
    internal static bool IsTotal(ReadOnlySpan<char> text)
    {
        foreach (var end in TotalEnds)
        {
            if (text.EndsWith(end))
            {
                return true;
            }
        }

        return text.Length == 2 && Wholes.Contains(text.ToString());
    }

    /// <summary>The unit in brackets at the end of a heading: 现状值（%）; null if there is none.</summary>
    internal static string? UnitOf(string heading)
    {
        var text = heading.Trim();
        return text.Length <= FoldedName.Longest && text is [.., '）' or ')'] && text.LastIndexOfAny(['（', '(']) is var open and > 0
            && text[(open + 1)..^1].Trim() is { Length: > 0 } inside && inside.StartsWith("单位", StringComparison.Ordinal) is var isNamed
            && (isNamed || inside.AsSpan().ContainsAny(Measures))
            ? (isNamed ? inside[2..].TrimStart('：', ':', ' ') : inside) : null;
    }

    /// <summary>A folded heading without the brackets behind it, unless they hold a year.</summary>
    internal static string WithoutBrackets(string folded) =>
        folded is [.., ')'] && folded.IndexOf('(') is var open and > 0 && !folded.AsSpan(open).ContainsAnyInRange('0', '9')
            ? folded[..open] : folded;
}
