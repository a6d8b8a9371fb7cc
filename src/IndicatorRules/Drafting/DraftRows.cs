using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Drafting;

/// <summary>
/// Reads the rows of the printed tables that are one as indicators with their items. Not thread-safe; the tables of one draft.
/// </summary>
internal sealed partial class DraftRows
{
    private readonly Dictionary<int, int> _valueYears;
    private readonly List<DraftEntry> _entries = [];
    private PrintedTable _table;
    private DraftColumns _columns;
    private bool _hasNumbers;
    private bool _areNotes;
    private string _domain = "";
    private string _task = "";

    private DraftRows(PrintedTable table, DraftColumns columns, Dictionary<int, int> valueYears) =>
        (_table, _columns, _valueYears) = (table, columns, valueYears);

    /// <param name="tables">The tables with their headings, in order; each goes on where the one before ends.</param>
    /// <param name="valueYears">The year of each column of values.</param>
    internal static List<DraftEntry> Read(List<(PrintedTable Table, DraftColumns Columns)> tables, Dictionary<int, int> valueYears)
    {
        var rows = new DraftRows(tables[0].Table, tables[0].Columns, valueYears);
        foreach (var (table, columns) in tables)
        {
            rows.Read(table, columns);
        }

        foreach (var entry in rows._entries)
        {
            DraftNames.Split(entry);
            DraftNames.Units(entry, tables[0].Columns.TargetUnit);
            entry.Questions.AddRange(tables[0].Columns.Questions);
        }

        AskTwice(rows._entries);
        return rows._entries;
    }

    private void Read(PrintedTable table, DraftColumns columns)
    {
        (_table, _columns, _areNotes) = (table, columns, false);
        var first = columns.LastRow + 1;
        _hasNumbers |= Enumerable.Range(first, Math.Max(0, table.Height - first)).Any(r => Of(DraftColumn.Number, r).Length > 0);
        for (var row = first; row < table.Height; row++)
        {
            Read(row);
        }
    }

    // One name in two tables: two parts of one table, or the tables of two places.
    private static void AskTwice(List<DraftEntry> entries)
    {
        foreach (var same in entries.GroupBy(e => (e.Name, e.Domain, e.Task)).Where(g => g.Select(e => e.Table).Distinct().Count() > 1)
            .SelectMany(g => g))
        {
            same.Questions.Add(new(
                $"“{same.Name}”在文档的几张表里都有，都读了，请核对要哪一张。",
                $"“{same.Name}” is in several tables of the document, which are all read; decide which holds."));
        }
    }

    private string Of(DraftColumn kind, int row) => _columns[kind] is { } column ? _table.Text(row, column) : "";

    // A row that shows one text across: a merged heading, or a note.
    private bool IsOne(int row)
    {
        var texts = Enumerable.Range(0, _table.Width).Select(c => _table.Text(row, c)).Where(t => t.Length > 0).Distinct().Take(2).ToList();
        return texts.Count == 1;
    }

    private string Only(int row) => _table.Text(row, Enumerable.Range(0, _table.Width).First(c => _table.Text(row, c).Length > 0));

    private void Read(int row)
    {
        var (name, number) = (Of(DraftColumn.Name, row), Of(DraftColumn.Number, row));
        if (Enumerable.Range(0, _table.Width).All(c => _table.Text(row, c).Length == 0) || IsHeadingAgain(row) || IsTotal(row))
        {
            return;
        }

        if (IsOne(row) && !IsContinued(DraftColumn.Name, row) && IsBeside(row))
        {
            return;
        }

        if (IsOne(row) && !IsContinued(DraftColumn.Name, row) && _table.Width > 2
            && (name.Length == 0 || IsAcross(row) || SectionPattern().IsMatch(name)))
        {
            Section(Only(row));
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

        var isNumbered = number.Length > 0 && !IsContinued(DraftColumn.Number, row);
        if (_entries.Count > 0 && IsMore(row, name, number, isNumbered))
        {
            Continue(row, name);
        }
        else if (name.Length > 0 || isNumbered)
        {
            Begin(row, number, name.Length > 0 ? name : "（没有印名称）");
            if (name.Length == 0)
            {
                _entries[^1].Questions.Add(new("这一行没有印指标名称。", "The row prints no name."));
            }
            else if (_hasNumbers && number.Length == 0)
            {
                _entries[^1].Questions.Add(new(
                    "这一行没有印序号，按单独的一项来读；如果是上一项的分项，请合并。",
                    "The row prints no number and is read as an indicator; see whether it is an item of the one above."));
            }
        }
    }

    // Whether a row goes on with the indicator above it.
    private bool IsMore(int row, string name, string number, bool isNumbered) =>
        IsContinued(DraftColumn.Name, row) || (name.Length == 0 && !isNumbered) || IsPart(number)
        || (!isNumbered && name.StartsWith("其中", StringComparison.Ordinal))
        || (!_hasNumbers && PrintedMarks.IsBefore(name) && !IsComplete(_entries[^1]) && !PrintedMarks.IsBefore(_entries[^1].Name))
        || (_hasNumbers && !isNumbered && !(IsComplete(_entries[^1]) && PrintsTarget(row) && !PrintedMarks.IsBefore(name)
            && !IsContinued(DraftColumn.Number, row)));

    // A target of its own above and here: two indicators.
    private static bool IsComplete(DraftEntry entry) => entry.Items.Count == 0
        && (entry.Target.Length > 0 || entry.Stages.Values.Any(s => s.Length > 0));

    private bool PrintsTarget(int row) => TargetColumns.Any(c => _table.Text(row, c).Length > 0 && !_table.Cell(row, c).IsContinued);

    private IEnumerable<int> TargetColumns => _columns.Stages.Select(s => s.Column).Concat(_columns.Targets.Select(t => t.Column));

    // 3.1 or （1） below 3, which prints no target itself.
    private bool IsPart(string number) => _entries[^1] is { Number.Length: > 0, Target.Length: 0 } above
        && above.Stages.Values.All(s => s.Length == 0)
        && ((PartPattern().Match(Joined(number)) is { Success: true } part && part.Groups["of"].Value == above.Number)
            || (PrintedMarks.IsOne(number) && !PrintedMarks.IsOne(above.Number)));

    private bool IsAcross(int row) => Enumerable.Range(0, _table.Width).Count(c => _table.Text(row, c).Length > 0) > _table.Width / 2;

    private bool IsHeadingAgain(int row) => _columns.LastRow >= 0
        && Enumerable.Range(_columns.FirstRow, _columns.LastRow - _columns.FirstRow + 1).Any(heading => Enumerable.Range(0, _table.Width)
            .All(c => DraftColumns.Folded(_table.Text(row, c)) == DraftColumns.Folded(_table.Text(heading, c))));

    // 合计 over the indicators above.
    private bool IsTotal(int row) => Enumerable.Range(0, _table.Width).Select(c => Joined(_table.Text(row, c)).Replace(" ", ""))
        .FirstOrDefault(t => t.Length > 0) is "合计" or "小计" or "总计" or "总分";

    // A title that is repeated, and notes with what follows them.
    private bool IsBeside(int row)
    {
        var text = Only(row);
        _areNotes |= NotePattern().IsMatch(text);
        return _areNotes || TitlePattern().IsMatch(text);
    }

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
            Table = _table,
            Number = Joined(number),
            Name = name,
            Domain = _domain,
            Task = _task,
            Unit = Of(DraftColumn.Unit, row),
            Target = Asked(Of(DraftColumn.Target, row)),
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
            entry.Stages[column] = Asked(_table.Text(row, column));
        }

        _entries.Add(entry);
        AskTargets(entry, row);
        if (TargetColumns.Any(c => _table.Cell(row, c).IsContinued) && !IsContinued(DraftColumn.Name, row))
        {
            entry.Questions.Add(new(
                "指标值与上一项共用一格，按各自都要达到来判，请核对。",
                "The target is shared with the indicator above; it is required of each."));
        }

        if (RemarkPattern().IsMatch(entry.Note))
        {
            entry.Questions.Add(new(
                $"备注“{entry.Note.Replace('\n', '，')}”没有进入规则，请核对。",
                "The rule does not say what the remark says; see whether it should."));
        }

        if (ItemOf(row).Length == 0 && entry.Target.Length > 0 && Due(entry, row) is { } due)
        {
            (entry.Stages[due], entry.Target) = (entry.Target, "");
        }

        if (ItemOf(row) is { Length: > 0 } item)
        {
            AddItem(entry, row, item, isFirst: true);
        }
    }

    private void Continue(int row, string name)
    {
        var entry = _entries[^1];
        AskTargets(entry, row);
        var item = ItemOf(row);
        if (item.Length > 0 && !IsContinued(DraftColumn.Item, row))
        {
            AddItem(entry, row, item, isFirst: false);
        }
        else if (name.Length > 0 && !IsContinued(DraftColumn.Name, row) && item.Length == 0)
        {
            if (_hasNumbers && IsComplete(entry) && !PrintedMarks.IsBefore(name))
            {
                entry.Questions.Add(new(
                    $"“{Joined(name)}”没有序号，按分项来读；如果另是一项指标，请拆开。",
                    $"“{Joined(name)}” has no number and is read as an item; see whether it is an indicator."));
            }

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
            stages[due] = Asked(target);
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

    // None where the cell of the name covers the column of items.
    private string ItemOf(int row) => Of(DraftColumn.Item, row) is var item && item == Of(DraftColumn.Name, row) ? "" : item;

    // Columns for several levels: the first is read, and where they differ someone decides.
    private void AskTargets(DraftEntry entry, int row)
    {
        if (TargetColumns.Any(c => _table.HasNote(row, c)))
        {
            entry.Questions.Add(new("指标值有脚注，没有进入规则，请核对。", "The target has a note, which the rule does not say."));
        }

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
        var item = new DraftItem { Name = DraftNames.Bare(name, out var starred), Starred = starred };
        string Own(DraftColumn kind) => _columns[kind] is { } c && (isFirst || !_table.Cell(row, c).IsContinued) ? _table.Text(row, c) : "";
        item.Unit = Own(DraftColumn.Unit);
        item.Target = Asked(Own(DraftColumn.Target));
        foreach (var (column, year) in _valueYears)
        {
            item.Values[year] = isFirst || !_table.Cell(row, column).IsContinued ? Lines(_table.Text(row, column)) : "";
        }

        foreach (var (column, _, _) in _columns.Stages)
        {
            item.Stages[column] = isFirst || !_table.Cell(row, column).IsContinued ? Asked(_table.Text(row, column)) : "";
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

    // A dash says that nothing is asked.
    private static string Asked(string text) => Lines(text) is var lines && lines != "无" && TargetFigure.SaysNone(lines) ? "" : lines;

    private static string Joined(string text) => string.Concat(text.Split('\n').Select(l => l.Trim()));

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(l => l.Trim())).Trim('\n');

    [GeneratedRegex(@"^(?<of>.{1,10})[.．-]\d{1,2}$", RegexOptions.ExplicitCapture)]
    private static partial Regex PartPattern();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex DuePattern();

    [GeneratedRegex("^(?:注\\d*(?:[:：.、]|$)|备注|说明|附注|资料来源|数据来源|[*★☆※▲△])")]
    private static partial Regex NotePattern();

    // 续表2-1, 表2-1（续）, 单位：%.
    [GeneratedRegex(@"^续\s*(?:表|[\d一二三四五六七八九十])|^(?:附)?表\s*[\d一二三四五六七八九十]|[(（]续[)）]$|^单位[:：]")]
    private static partial Regex TitlePattern();

    [GeneratedRegex("^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[部章节])")]
    private static partial Regex SectionPattern();

    // Remarks that limit or change what is required.
    [GeneratedRegex("仅|只|除|不适用|不考核|豁免|放宽|视为|视同|另有|暂不|暂定|待定|待核|累计|较\\d|比\\d")]
    private static partial Regex RemarkPattern();
}
