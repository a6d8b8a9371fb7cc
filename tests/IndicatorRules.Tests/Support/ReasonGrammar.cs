using System.Text.RegularExpressions;
using IndicatorRules.Contract;

namespace IndicatorRules.Tests.Support;

/// <summary>Reads the sentences of a reason as a reader does, and combines the verdicts that they print.</summary>
internal sealed class ReasonGrammar(Language language)
{
    private static readonly Regex Leaf = new(
        "(?:：|: )(?<status>未达标|达标|不适用|无法判定|not met|met|not applicable|undetermined)"
            + "(?<margin>(?:，|, )[^（(；;]*)?(?:（[^（）]*）| \\([^()]*\\))?$",
        RegexOptions.CultureInvariant);

    private readonly bool _zh = language == Language.Zh;

    private string Semicolon => _zh ? "；" : "; ";

    /// <summary>The verdict that a list of sentences comes to, all of which must hold.</summary>
    internal Status Read(IReadOnlyList<string> sentences)
    {
        var all = new List<Status>();
        for (var i = 0; i < sentences.Count; i++)
        {
            if (Conditional(sentences[i]) is { } condition && Split(sentences[i], Semicolon).Count == 1)
            {
                Assert.Equal(condition.Holds, One(condition.Text));
                if (condition.Holds == Status.NotApplicable)
                {
                    all.Add(Status.NotApplicable);
                }
                else if (condition.Holds == Status.Undetermined)
                {
                    all.Add(Agreed(After(sentences[i + 1], IfSo), After(sentences[i + 2], IfNot)));
                    i += 2;
                }
            }
            else
            {
                all.Add(One(sentences[i]));
            }
        }

        return Combined(all, (a, b) => a & b);
    }

    // A course of which the source does not say over how many years: the readings are in brackets, the verdict behind them.
    private Status? Readings(string text)
    {
        var (open, close) = _zh ? ("没有写明比哪几年（", "），几种理解结论") : ("does not say over which years (", "), and its readings ");
        if (!text.StartsWith('“') || text.IndexOf(open, StringComparison.Ordinal) is not (>= 0 and var start))
        {
            return null;
        }

        var depth = 1;
        var end = start + open.Length;
        for (; depth > 0; end++)
        {
            depth += Depth(text[end]);
        }

        var parts = Split(text[(start + open.Length)..(end - 1)], Semicolon).Select(p => One(AfterHead(p))).Distinct().ToList();
        Assert.StartsWith(close, text[(end - 1)..], StringComparison.Ordinal);
        var status = OfLeaf(text[end..]);
        Assert.Equal(parts.Count == 1 ? parts[0] : Status.Undetermined, status);
        return status;
    }

    private string AfterHead(string part) => part[(part.IndexOf(_zh ? '，' : ',', StringComparison.Ordinal) + 1)..].TrimStart();

    private string Any => _zh ? "任一即可：" : "one is enough: ";

    private string IfSo => _zh ? "若成立：" : "if it holds: ";

    private string IfNot => _zh ? "若不成立：" : "if not: ";

    private Status One(string text)
    {
        if (IsBracketed(text))
        {
            return One(text[1..^1]);
        }

        if (Split(text, Semicolon).Count == 1 && Readings(text) is { } readings)
        {
            return readings;
        }

        if (text.StartsWith(Any, StringComparison.Ordinal))
        {
            return Combined(Split(text[Any.Length..], Semicolon + (_zh ? "或" : "or ")).Select(One), (a, b) => a | b);
        }

        if (Conditional(text) is not null)
        {
            var parts = Split(text, Semicolon);
            var (holds, what) = Conditional(parts[0])!.Value;
            Assert.Equal(holds, One(what));
            return parts.Count switch
            {
                1 => holds,
                2 => After(parts[1], _zh ? "因此" : "so "),
                _ => Agreed(After(parts[1], IfSo), After(parts[2], IfNot)),
            };
        }

        var conditions = Split(text, Semicolon + (_zh ? "并且" : "and "));
        return conditions.Count > 1 ? Combined(conditions.Select(One), (a, b) => a & b) : OfLeaf(text);
    }

    private Status After(string text, string start)
    {
        Assert.StartsWith(start, text, StringComparison.Ordinal);
        return One(text[start.Length..].TrimStart());
    }

    private (Status Holds, string Text)? Conditional(string text)
    {
        (string Zh, string En, Status Holds)[] heads =
        [
            ("条件成立：", "the condition holds: ", Status.Met), ("条件不成立：", "the condition does not hold: ", Status.NotMet),
            ("条件不适用：", "the condition does not apply: ", Status.NotApplicable),
            ("条件尚不能确定：", "the condition is open: ", Status.Undetermined),
        ];
        foreach (var (zh, en, holds) in heads)
        {
            var head = _zh ? zh : en;
            if (text.StartsWith(head, StringComparison.Ordinal))
            {
                return (holds, text[head.Length..]);
            }
        }

        return null;
    }

    private static Status OfLeaf(string text)
    {
        var leaf = Leaf.Match(text);
        Assert.True(leaf.Success, $"No verdict at the end of: {text}");
        var status = leaf.Groups["status"].Value switch
        {
            "达标" or "met" => Status.Met,
            "未达标" or "not met" => Status.NotMet,
            "不适用" or "not applicable" => Status.NotApplicable,
            _ => Status.Undetermined,
        };
        var margin = leaf.Groups["margin"].Value;
        Assert.True(
            margin.Length == 0
            || (status == Status.Met && Regex.IsMatch(margin, "高出|比上限低|余量|正好压线|正好完成|to spare|exactly (at the limit|done)$"))
            || (status == Status.NotMet
                && Regex.IsMatch(margin, "还差|超出|不算达到|没有改善|short by|over by|does not count|no improvement")),
            $"{status} and{margin}");
        Assert.DoesNotMatch("[−-][0-9]", margin);
        return status;
    }

    private static Status Combined(IEnumerable<Status> statuses, Func<Verdict, Verdict, Verdict> combine) =>
        statuses.Select(s => new Verdict(s)).Aggregate(combine).Claimed;

    private static Status Agreed(Status one, Status other) => one == other ? one : Status.Undetermined;

    private bool IsBracketed(string text)
    {
        if (text.Length == 0 || text[0] != (_zh ? '（' : '('))
        {
            return false;
        }

        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += Depth(text[i]);
            if (depth == 0)
            {
                return i == text.Length - 1;
            }
        }

        return false;
    }

    // Splits where no bracket is open.
    private static List<string> Split(string text, string separator)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += Depth(text[i]);
            if (depth == 0 && string.CompareOrdinal(text, i, separator, 0, separator.Length) == 0)
            {
                parts.Add(text[start..i].Trim());
                start = i + separator.Length;
            }
        }

        parts.Add(text[start..].Trim());
        return parts;
    }

    internal static int Depth(char c) => c switch { '（' or '(' => 1, '）' or ')' => -1, _ => 0 };
}
