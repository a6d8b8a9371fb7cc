using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Drafting;

/// <summary>Reads the rows of a printed table as indicators with their items. Not thread-safe; one table.</summary>
internal sealed partial class DraftRows
{
    private readonly PrintedTable _table;
    private readonly DraftColumns _columns;
    private readonly Dictionary<int, int> _valueYears;
    private readonly List<DraftEntry> _entries = [];
    private readonly bool _hasNumbers;
    private string _domain = "";
    private string _task = "";

    private DraftRows(PrintedTable table, DraftColumns columns, Dictionary<int, int> valueYears)
    {
        (_table, _columns, _valueYears) = (table, columns, valueYears);
        _hasNumbers = Enumerable.Range(columns.LastRow + 1, Math.Max(0, table.Height - columns.LastRow - 1))
            .Any(r => Of(DraftColumn.Number, r).Length > 0);
    }

    /// <param name="table">The table.</param>
    /// <param name="columns">Its headings.</param>
    /// <param name="valueYears">The year of each column of values.</param>
    internal static List<DraftEntry> Read(PrintedTable table, DraftColumns columns, Dictionary<int, int> valueYears)
    {
        var rows = new DraftRows(table, columns, valueYears);
        for (var row = columns.LastRow + 1; row < table.Height; row++)
        {
            if (rows.IsEnd(row))
            {
                break;
            }

            rows.Read(row);
        }

        foreach (var entry in rows._entries)
        {
            SplitName(entry);
        }

        return rows._entries;
    }

    private string Of(DraftColumn kind, int row) => _columns[kind] is { } column ? _table.Text(row, column) : "";

    // Notes below the table.
    private bool IsEnd(int row) => NotePattern().IsMatch(_table.Text(row, 0)) && IsOne(row);

    // A row that shows one text across: a merged heading, or a note.
    private bool IsOne(int row)
    {
        var texts = Enumerable.Range(0, _table.Width).Select(c => _table.Text(row, c)).Where(t => t.Length > 0).Distinct().Take(2).ToList();
        return texts.Count == 1;
    }

    private void Read(int row)
    {
        var name = Of(DraftColumn.Name, row);
        if (Enumerable.Range(0, _table.Width).All(c => _table.Text(row, c).Length == 0) || IsHeadingAgain(row))
        {
            return;
        }

        if (IsOne(row) && !IsContinued(DraftColumn.Name, row) && (_table.Width > 2 && (name.Length == 0 || IsAcross(row))))
        {
            Section(_table.Text(row, Enumerable.Range(0, _table.Width).First(c => _table.Text(row, c).Length > 0)));
            return;
        }

        _domain = Filled(DraftColumn.Domain, row) ?? _domain;
        if (Filled(DraftColumn.Task, row) is { } task)
        {
            _task = task;
        }
        else if (_columns[DraftColumn.Task] is null && _columns[DraftColumn.Domain] is not null)
        {
            _task = _domain;
        }

        var number = Of(DraftColumn.Number, row);
        var isMore = _entries.Count > 0 && (IsContinued(DraftColumn.Name, row) || name.Length == 0
            || IsPart(number) || (_hasNumbers && (number.Length == 0 || IsContinued(DraftColumn.Number, row))));
        if (!isMore && name.Length > 0)
        {
            Begin(row, number, name);
        }
        else if (isMore)
        {
            Continue(row, name);
        }
    }

    // 3.1 below 3, which prints no target itself.
    private bool IsPart(string number) => _entries[^1] is { Number.Length: > 0, Target.Length: 0 } above
        && PartPattern().Match(Joined(number)) is { Success: true } part && part.Groups["of"].Value == above.Number
        && above.Stages.Values.All(s => s.Length == 0);

    private bool IsAcross(int row) => Enumerable.Range(0, _table.Width).Count(c => _table.Text(row, c).Length > 0) > _table.Width / 2;

    private bool IsHeadingAgain(int row) => Enumerable.Range(0, _table.Width)
        .All(c => DraftColumns.Folded(_table.Text(row, c)) == DraftColumns.Folded(_table.Text(_columns.LastRow, c)));

    private bool IsContinued(DraftColumn kind, int row) => _columns[kind] is { } column && _table.Cell(row, column).IsContinued;

    // Merged, or blank below a heading as in CSV files.
    private string? Filled(DraftColumn kind, int row) => Of(kind, row) is { Length: > 0 } text ? Joined(text) : null;

    private void Section(string text)
    {
        var title = Joined(text);
        if (_columns[DraftColumn.Domain] is null && !title.StartsWith('（') && !title.StartsWith('('))
        {
            (_domain, _task) = (title, title);
        }
        else
        {
            _task = title;
            _domain = _domain.Length == 0 ? title : _domain;
        }
    }

    private void Begin(int row, string number, string name)
    {
        var entry = new DraftEntry(_table.At(row, _columns[DraftColumn.Name] ?? 0))
        {
            Number = Joined(number),
            Name = name,
            Domain = _domain,
            Task = _task,
            Unit = Of(DraftColumn.Unit, row),
            Target = Lines(Of(DraftColumn.Target, row)),
            Kind = Of(DraftColumn.Kind, row),
            Met = Of(DraftColumn.Met, row),
            Note = Of(DraftColumn.Note, row),
        };
        foreach (var (column, year) in _valueYears)
        {
            entry.Values[year] = Lines(_table.Text(row, column));
        }

        foreach (var (column, _, _) in _columns.Stages)
        {
            entry.Stages[column] = Lines(_table.Text(row, column));
        }

        _entries.Add(entry);
        AskTargets(entry, row);
        if (Of(DraftColumn.Item, row).Length == 0 && entry.Target.Length > 0 && Due(entry, row) is { } due)
        {
            (entry.Stages[due], entry.Target) = (entry.Target, "");
        }

        if (Of(DraftColumn.Item, row) is { Length: > 0 } item)
        {
            AddItem(entry, row, item, isFirst: true);
        }
    }

    private void Continue(int row, string name)
    {
        var entry = _entries[^1];
        AskTargets(entry, row);
        var item = Of(DraftColumn.Item, row);
        if (item.Length > 0 && !IsContinued(DraftColumn.Item, row))
        {
            AddItem(entry, row, item, isFirst: false);
        }
        else if (name.Length > 0 && !IsContinued(DraftColumn.Name, row) && item.Length == 0)
        {
            if (IsPart(Of(DraftColumn.Number, row)) && entry.Items.Count == 0 && entry.Unit.Length == 0)
            {
                entry.Questions.Add(new(
                    "下面带小号的各行按分项来读；如果各是一项指标，请拆开。",
                    "The rows with numbers below this one are read as its items; see whether each is an indicator."));
            }

            AddItem(entry, row, name, isFirst: false);
        }
        else if (Of(DraftColumn.Target, row) is { Length: > 0 } target && Due(entry, row) is { } due)
        {
            var stages = entry.Items.Count > 0 ? entry.Items[^1].Stages : entry.Stages;
            stages[due] = Lines(target);
        }
        else
        {
            // One line of the cell per row of the table.
            entry.Target = Appended(entry.Target, DraftColumn.Target, row);
            entry.Unit = Appended(entry.Unit, DraftColumn.Unit, row);
            entry.Kind = Appended(entry.Kind, DraftColumn.Kind, row);
            foreach (var (column, year) in _valueYears)
            {
                entry.Values[year] = Appended(entry.Values[year], column, row);
            }

            foreach (var (column, _, _) in _columns.Stages)
            {
                entry.Stages[column] = Appended(entry.Stages[column], column, row);
            }
        }
    }

    // Columns for several levels: the first is read, and where they differ someone decides.
    private void AskTargets(DraftEntry entry, int row)
    {
        var printed = _columns.Targets.Select(t => $"{t.Heading}：{_table.Text(row, t.Column).Replace('\n', '，')}").ToList();
        if (_columns.Targets.Select(t => _table.Text(row, t.Column)).Distinct().Count() > 1)
        {
            entry.Questions.Add(new(
                $"指标值有几列（{string.Join('；', printed)}），先取了第一列，请定用哪一列。",
                "There are several columns of targets, which differ; the first is taken. Decide which holds."));
        }
    }

    /// <summary>The key of the stage whose target a row prints; null where no column says when it is due.</summary>
    private int? Due(DraftEntry entry, int row)
    {
        var said = Of(DraftColumn.Due, row);
        if (DuePattern().Match(said) is { Success: true } year)
        {
            return PluginDraft.DueColumn(int.Parse(year.Value, CultureInfo.InvariantCulture));
        }

        if (said.Length > 0)
        {
            entry.Questions.Add(new(
                $"“{said}”没有写年份，没有成为阶段，请核对。", "A row of targets names no year and makes no stage; compare it."));
        }

        return null;
    }

    private string Appended(string text, DraftColumn kind, int row) => _columns[kind] is { } column ? Appended(text, column, row) : text;

    private string Appended(string text, int column, int row) =>
        _table.Cell(row, column).IsContinued || _table.Text(row, column).Length == 0 ? text : $"{text}\n{_table.Text(row, column)}";

    private void AddItem(DraftEntry entry, int row, string name, bool isFirst)
    {
        var item = new DraftItem { Name = ItemName(name, out var starred), Starred = starred };
        string Own(DraftColumn kind) => _columns[kind] is { } c && (isFirst || !_table.Cell(row, c).IsContinued) ? _table.Text(row, c) : "";
        item.Unit = Own(DraftColumn.Unit);
        item.Target = Lines(Own(DraftColumn.Target));
        foreach (var (column, year) in _valueYears)
        {
            item.Values[year] = isFirst || !_table.Cell(row, column).IsContinued ? Lines(_table.Text(row, column)) : "";
        }

        foreach (var (column, _, _) in _columns.Stages)
        {
            item.Stages[column] = isFirst || !_table.Cell(row, column).IsContinued ? Lines(_table.Text(row, column)) : "";
        }

        if (isFirst)
        {
            // What is in the row of the first item is the item's, unless it is merged over all of them.
            entry.Target = Shared(entry.Target, DraftColumn.Target, row);
            item.Target = entry.Target.Length > 0 ? "" : item.Target;
            foreach (var (column, year) in _valueYears)
            {
                entry.Values[year] = "";
                _ = column;
            }

            foreach (var (column, _, _) in _columns.Stages)
            {
                entry.Stages[column] = IsMergedDown(row, column) ? entry.Stages[column] : "";
                item.Stages[column] = entry.Stages[column].Length > 0 ? "" : item.Stages[column];
            }
        }

        if (item.Target.Length > 0 && Due(entry, row) is { } due)
        {
            (item.Stages[due], item.Target) = (item.Target, "");
        }

        entry.Items.Add(item);
    }

    private string Shared(string text, DraftColumn kind, int row) => _columns[kind] is { } column && IsMergedDown(row, column) ? text : "";

    private bool IsMergedDown(int row, int column) => _table.Cell(row + 1, column).IsContinued;

    // 指标名称 with its items, regions or the rest of a long name on further lines of the cell.
    private static void SplitName(DraftEntry entry)
    {
        var lines = entry.Name.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        var head = lines[0];
        var hasColon = head.EndsWith('：') || head.EndsWith(':');
        List<string> rest = [.. lines.Skip(1)];
        var remarks = rest.Where(IsRemark).ToList();
        rest = [.. rest.Except(remarks)];
        if (entry.Items.Count == 0 && rest.Count > 0)
        {
            if (hasColon || rest.TrueForAll(l => MarkPattern().IsMatch(l)) || IsAligned(entry, rest.Count))
            {
                Split(entry, rest);
            }
            else if (rest.Count > 1 && rest.TrueForAll(l => l.Length > 3))
            {
                Split(entry, rest);
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
        entry.Name = ItemName(head, out var starred);
        entry.Starred = starred;
        Distribute(entry);
    }

    private static void Split(DraftEntry entry, List<string> names)
    {
        var units = Spread(entry.Unit, names.Count);
        var (i, targets) = (0, Spread(entry.Target, names.Count));
        foreach (var name in names)
        {
            entry.Items.Add(new()
            {
                Name = ItemName(name, out var starred),
                Starred = starred,
                Unit = units is null ? "" : units[i],
                Target = targets is null ? "" : targets[i],
            });
            i++;
        }

        entry.Unit = units is null ? entry.Unit : "-";
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
        var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return count > 1 && lines.Count == count ? lines : null;
    }

    private static bool IsAligned(DraftEntry entry, int count) => count > 1
        && entry.Values.Values.Concat(entry.Stages.Values).Append(entry.Unit).Append(entry.Target).Any(t => Spread(t, count) is not null);

    private static bool IsRemark(string line) => line.StartsWith('注') || RegionPattern().IsMatch(line)
        || TargetText.Parse(line) is { IsWhole: true } text && text.Clauses.All(c => c.Demand is Demand.Bound or Demand.Range);

    private static string ItemName(string text, out bool starred)
    {
        var name = MarkPattern().Replace(Joined(text), "");
        var bare = name.Trim('*', '★', '☆', '※', '＊', ' ', '：', ':');
        starred = bare.Length > 0 && name.Any(c => c is '*' or '★' or '☆' or '※' or '＊');
        return bare.Length > 0 ? bare : name;
    }

    private static string Joined(string text) => string.Concat(text.Split('\n').Select(l => l.Trim()));

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(l => l.Trim())).Trim('\n');

    [GeneratedRegex(@"^(?<of>.{1,10})[.．-]\d{1,2}$", RegexOptions.ExplicitCapture)]
    private static partial Regex PartPattern();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex DuePattern();

    [GeneratedRegex("^(?:注|备注|说明|资料来源|数据来源)[:：]?")]
    private static partial Regex NotePattern();

    [GeneratedRegex(@"^(?:其中[:：]?|[(（]\s*[\d一二三四五六七八九十]{1,2}\s*[)）]|[①-⑳]|\d{1,2}\s*[)）、])\s*")]
    private static partial Regex MarkPattern();

    [GeneratedRegex("(?:地区|山区|丘陵区|平原区|河谷区|城区|区域)[:：]?$|^(?:山区|丘陵|平原|高原|湿润|半湿润|干旱)")]
    private static partial Regex RegionPattern();
}
