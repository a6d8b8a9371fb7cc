using System.Text.RegularExpressions;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Drafting;

/// <summary>What the cells of names and units say: items, remarks, units in brackets.</summary>
internal static partial class DraftNames
{
    // 指标名称 with its items, regions or the rest of a long name on further lines of the cell.
    internal static void Split(DraftEntry entry)
    {
        var lines = Marked(entry.Name) ?? [.. entry.Name.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
        var head = lines[0];
        var hasColon = head.EndsWith('：') || head.EndsWith(':');
        List<string> rest = [.. lines.Skip(1)];
        var remarks = rest.Where(IsRemark).ToList();
        rest = [.. rest.Except(remarks)];
        if (entry.Items.Count == 0 && rest.Count > 0)
        {
            var aligned = Aligned(entry, rest.Count);
            if (hasColon || rest.TrueForAll(PrintedMarks.IsBefore) || aligned > 0)
            {
                if (!hasColon && !rest.TrueForAll(PrintedMarks.IsBefore) && aligned < 2)
                {
                    entry.Questions.Add(new(
                        "指标名称有几行，后几行按分项来读，请核对。", "The name has several lines, read as items; compare them."));
                }

                AddItems(entry, rest);
            }
            else if (rest.Count > 1 && rest.TrueForAll(l => l.Length > 3))
            {
                AddItems(entry, rest);
                entry.Questions.Add(new(
                    "指标名称有几行，后几行按分项来读，请核对。", "The name has several lines, read as items; compare them."));
            }
            else
            {
                head += string.Concat(rest);
            }
        }
        else if (rest.Count > 0)
        {
            head += string.Concat(rest);
        }

        foreach (var remark in remarks)
        {
            entry.Questions.Add(new(
                $"指标名称下面还印着“{remark}”，没有进入规则，请核对。",
                $"Below the name stands “{remark}”, which the rule does not say."));
        }

        entry.Note = string.Join('；', remarks.Append(entry.Note).Where(n => n.Length > 0));
        entry.Name = Bare(head, out var starred);
        entry.Starred = starred;
        Distribute(entry);
    }

    // 农业废弃物利用率：①秸秆②农膜 in one line.
    private static List<string>? Marked(string name)
    {
        var at = name.IndexOfAny(['①', '⑴', '（', '(']);
        return at > 0 && PrintedMarks.Split(TargetText.Narrow(name[at..])) is { } parts && parts.All(p => p.Length > 0)
            ? [name[..at].Trim().TrimEnd('：', ':') + '：', .. parts.Select(p => Joined(p).TrimEnd(';', '、', '。', ','))] : null;
    }

    private static void AddItems(DraftEntry entry, List<string> names)
    {
        var units = Spread(entry.Unit, names.Count);
        var (i, targets) = (0, Spread(entry.Target, names.Count));
        foreach (var name in names)
        {
            entry.Items.Add(new()
            {
                Name = Bare(name, out var starred),
                Starred = starred,
                Unit = units is null ? "" : units[i],
                Target = targets is null ? "" : targets[i],
            });
            i++;
        }

        entry.Unit = units is null ? entry.Unit : "-";
        entry.Target = targets is null ? entry.Target : "";
    }

    // The unit in one line; else from the brackets behind the name, else that of the headings, else the one that all targets print.
    internal static void Units(DraftEntry entry, string heading)
    {
        var lines = UnitLines(entry.Unit).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Distinct().ToList();
        if (lines.Count > 1)
        {
            entry.Questions.Add(new(
                $"单位有几行（{string.Join('、', lines)}），请核对。", $"The unit has several lines ({string.Join(", ", lines)})."));
        }

        entry.Unit = string.Join('、', lines);
        if (TargetFigure.SaysNone(entry.Unit) && UnitInNamePattern().Match(entry.Name) is { Success: true } named)
        {
            (entry.Name, entry.Unit) = (named.Groups["name"].Value, named.Groups["unit"].Value);
            if (named.Groups["rest"] is { Success: true, Value: var rest })
            {
                entry.Questions.Add(new(
                    $"名称括号里的“{rest}”没有进入规则，请核对。", $"The rule does not say “{rest}”, which the name has."));
            }
        }

        foreach (var item in entry.Items.Where(i => i.Unit.Length == 0 && TargetFigure.SaysNone(entry.Unit)))
        {
            item.Unit = UnitInNamePattern().Match(item.Name) is { Success: true } of ? of.Groups["unit"].Value : "";
        }

        entry.Unit = entry.Unit.Length == 0 ? heading : entry.Unit;
        if (entry.Unit.Length == 0 && entry.Items.Count == 0)
        {
            var units = entry.Stages.Values.Append(entry.Target).SelectMany(t => TargetText.Parse(t).Clauses)
                .Where(c => c.Demand is Demand.Bound or Demand.Range or Demand.Around).Select(c => c.Unit).Distinct().ToList();
            entry.Unit = units is [var one] && IsUnit(one) ? one : "";
        }
    }

    // Values of a cell, one line for each item.
    private static void Distribute(DraftEntry entry)
    {
        if (entry.Items.Count == 0 || entry.Items.Exists(i => i.Values.Count > 0))
        {
            return;
        }

        foreach (var (year, text) in entry.Values.ToList())
        {
            if (Spread(text, entry.Items.Count) is { } each)
            {
                for (var i = 0; i < each.Count; i++)
                {
                    entry.Items[i].Values[year] = each[i];
                }

                entry.Values[year] = "";
            }
        }
    }

    private static List<string>? Spread(string text, int count)
    {
        var marked = PrintedMarks.Split(TargetText.Narrow(text));
        var lines = marked?.Count == count ? [.. marked.Select(m => m.TrimEnd(';', ',', '。'))]
            : text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return count > 1 && lines.Count == count ? lines : null;
    }

    // How many cells have a line for each.
    private static int Aligned(DraftEntry entry, int count) => count < 2 ? 0
        : entry.Values.Values.Append(UnitLines(entry.Unit)).Count(t => Spread(t, count) is not null)
            + entry.Stages.Values.Append(entry.Target).Count(
                t => Spread(t, count) is not null && TargetText.Parse(t).Lines.Length == count);

    // A long unit goes on in the next line: 立方米/ above 万元.
    private static string UnitLines(string unit) => WrappedUnitPattern().Replace(unit, "/");

    /// <summary>Whether words in brackets are a unit: %, 万立方米, 吨/万元.</summary>
    internal static bool IsUnit(string words) =>
        UnitInNamePattern().Match($"x({words})") is { Success: true } match && !match.Groups["rest"].Success;

    private static bool IsRemark(string line) => line.StartsWith('注') || RegionPattern().IsMatch(line)
        || TargetText.Parse(line) is { IsWhole: true } text && text.Clauses.All(c => c.Demand is Demand.Bound or Demand.Range);

    internal static string Bare(string text, out bool starred)
    {
        var name = PrintedMarks.Without(Joined(text));
        var bare = name.Trim('*', '★', '☆', '※', '＊', ' ', '：', ':');
        starred = bare.Length > 0 && name.Any(c => c is '*' or '★' or '☆' or '※' or '＊');
        return bare.Length > 0 ? bare : name;
    }

    private static string Joined(string text) => string.Concat(text.Split('\n').Select(l => l.Trim()));

    [GeneratedRegex("(?:地区|山区|丘陵区|平原区|河谷区|城区|区域)[:：]?$|^(?:山区|丘陵|平原|高原|湿润|半湿润|干旱)")]
    private static partial Regex RegionPattern();

    // 森林覆盖率（%）, 碳排放下降（%，累计）.
    [GeneratedRegex(
        @"^(?<name>.+?)\s*[(（\[]\s*(?<unit>%|％|‰|℃|dB|kWh|pH"
        + @"|(?:百分比|(?:十|百|千|万|百万|千万|亿)?(?:元|人|人次|人日|户|亩|吨|[微毫千]?克|公顷|株|头|只|辆|立方米|平方米|平方公里|千瓦时|千瓦"
        + @"|公里|平方千米|个|家|处|项|次|起|件|座|张|套|台|床|所|天|日|小时|分钟|分|分贝|岁|年|米|吨标准煤|吨标煤|标准立方米|吨二氧化碳|度)"
        + @"|[kmc]?m[²³23]?|[mμuµk]?g|hm[²2]|t|L|MW|GW)(?:/[^()（）,，;；]{1,12})?)\s*(?:[,，;；、]\s*(?<rest>[^()（）]+))?[)）\]]$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex UnitInNamePattern();

    [GeneratedRegex(@"\s*(?:/\s*\n|\n\s*/)\s*")]
    private static partial Regex WrappedUnitPattern();
}
