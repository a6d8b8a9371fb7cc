using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Drafting;

/// <summary>A plugin and a facts file made from a printed table, with what a person has to decide. Immutable.</summary>
/// <remarks>
/// Rules are read from the printed targets by the grammar that <c>validate</c> uses. What is not certain is marked in the scheme and listed
/// in a review; what is not read is <c>Unknown</c>.
/// </remarks>
public sealed partial class PluginDraft
{
    private readonly PluginDraftOptions _options;
    private readonly JsonObject _scheme;
    private readonly JsonObject _facts;

    private PluginDraft(
        PluginDraftOptions options, string title, ImmutableArray<DraftRow> rows, JsonObject scheme, JsonObject facts,
        ImmutableArray<LocalizedText> notices)
        => (_options, Title, Rows, _scheme, _facts, Notices) = (options, title, rows, scheme, facts, notices);

    /// <summary>The table's title.</summary>
    public string Title { get; }

    /// <summary>The rows, in the order of the table.</summary>
    public ImmutableArray<DraftRow> Rows { get; }

    /// <summary>What is to be decided about the table as a whole.</summary>
    public ImmutableArray<LocalizedText> Notices { get; }

    /// <summary>
    /// Makes a draft of the tables of one document: of the longest that has indicators and targets, and of all others with the same
    /// headings.
    /// </summary>
    /// <param name="tables">The tables.</param>
    /// <param name="options">What the table does not say.</param>
    /// <returns>The draft; errors if no table has indicators and targets.</returns>
    public static Result<PluginDraft> Make(IReadOnlyList<PrintedTable> tables, PluginDraftOptions options)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(options);
        var found = tables.SelectMany(DraftColumns.Apart).Select(t => (Table: t, Columns: DraftColumns.Find(t))).ToList();
        var best = found.Where(f => f.Columns?.IsWhole == true).OrderByDescending(f => f.Table.Height).FirstOrDefault();
        if (best.Columns is not { } columns)
        {
            var headings = found.Select(f => f.Columns?.Headings ?? []).OrderByDescending(h => h.Count()).FirstOrDefault() ?? [];
            var shown = string.Join('、', headings.Take(20));
            var file = tables.Count > 0 ? tables[0].File : "";
            return new(null, [new Diagnostic(
                DiagnosticCatalog.DraftWithoutTable, new Location(file), [shown.Length > 0 ? shown : new LocalizedText("没有", "none")])]);
        }

        var notices = new List<LocalizedText>(columns.Notices);
        var years = Years(best.Table, columns, options, notices);
        var entries = DraftRows.Read(Parts(found, columns, notices), years);
        if (entries.Count == 0)
        {
            return new(null, [new Diagnostic(DiagnosticCatalog.DraftWithoutRows, best.Table.At(columns.LastRow), [])]);
        }

        var stages = Stages(columns, entries, notices);
        if ((columns[DraftColumn.Target] is null || columns[DraftColumn.Due] is not null) && stages is [var nearest, ..])
        {
            TakeNearest(entries, nearest.Column);
            notices.Add(new(
                $"表中没有不带年份的指标值，各项先按最近一期（{nearest.Year}年）的目标来判。",
                $"The table has no column of targets without a year; rows are judged by the nearest, of {nearest.Year}."));
        }

        var title = Above(best.Table, columns) is { Length: > 0 } above ? above : "（请填写）指标体系";
        var writer = new DraftWriter(options, title, Document(best.Table), entries, stages, [.. years.Values.Distinct().Order()], notices);
        writer.Write();
        return new(new PluginDraft(options, title, [.. writer.Rows], writer.Scheme, writer.Facts, [.. notices]), []);
    }

    // A table that goes on over pages is several tables with the same headings, or without any below the first.
    private static List<(PrintedTable, DraftColumns)> Parts(
        List<(PrintedTable Table, DraftColumns? Columns)> found, DraftColumns columns, List<LocalizedText> notices)
    {
        var parts = new List<(PrintedTable, DraftColumns)>();
        var (isAfter, others) = (false, new List<string>());
        foreach (var (table, own) in found)
        {
            var isSame = own?.AreSame(columns) == true;
            var goesOn = isAfter && own?.IsWhole != true && table.Width == parts[^1].Item1.Width
                && (table.Title.Length == 0 || table.Title.Contains('续', StringComparison.Ordinal));
            isAfter = isSame || goesOn;
            if (isAfter)
            {
                parts.Add((table, isSame ? own! : columns.Continued()));
            }
            else if (own?.IsWhole == true)
            {
                others.Add(table.Title.Length > 0 ? table.Title : table.Sheet.Length > 0 ? table.Sheet : "（没有标题）");
            }
        }

        if (others.Count > 0)
        {
            notices.Add(new(
                $"文档里另有列名不同的指标表，没有读入：{string.Join('、', others.Take(10))}。",
                $"The document has other tables of indicators, which are not read: {string.Join(", ", others.Take(10))}."));
        }

        return parts;
    }

    /// <summary>The plugin's files: the scheme, facts, the review and readmes, each with its path in the plugin's folder.</summary>
    /// <param name="judged">The facts judged by the drafted scheme, from which cases are made; null to leave cases out.</param>
    public IEnumerable<(string Path, string Text)> Files(Assessment? judged = null)
    {
        var cases = judged is null ? null : DraftCase.Of(_options, _facts, judged);
        yield return ("scheme.json", DraftWriter.Text(_scheme));
        yield return ("facts.json", DraftWriter.Text(_facts));
        yield return ("REVIEW.md", ReviewWriter.Write(this));
        yield return ("README.md", DraftReadme.English(_options.Id, this, cases is not null));
        yield return ("README.zh-CN.md", DraftReadme.Chinese(_options.Id, this, cases is not null));
        yield return ("CHANGELOG.md", $"# {_options.Id}\n\n## 0.1.0\n\n- 由印出的表起草。\n");
        if (cases is not null)
        {
            yield return ("cases/as-printed.json", cases);
        }
    }

    /// <summary>The key, beyond all columns, of the targets of a year that have rows of their own.</summary>
    internal static int DueColumn(int year) => PrintedTable.MostColumns + year;

    private static string Document(PrintedTable table) =>
        Path.GetFileNameWithoutExtension(table.File) is { Length: > 0 } name ? name : "（请填写）";

    private static List<(int Column, int Year, string Name)> Stages(
        DraftColumns columns, List<DraftEntry> entries, List<LocalizedText> notices)
    {
        var stages = new List<(int, int, string)>();
        foreach (var (column, year, heading) in columns.Stages)
        {
            if (year is not { } due)
            {
                notices.Add(new(
                    $"列“{heading}”没有写年份，没有读入；请写成“近期目标（2025年）”这样再试。",
                    $"The column “{heading}” names no year and is left out."));
            }
            else if (stages.Exists(s => s.Item2 == due))
            {
                notices.Add(new($"{due}年的目标有两列，只读了前一列。", $"There are two columns of targets for {due}; the first is read."));
            }
            else
            {
                stages.Add((column, due, heading));
            }
        }

        // Stages in rows of their own.
        foreach (var due in entries.SelectMany(e => e.Stages.Keys.Concat(e.Items.SelectMany(i => i.Stages.Keys))).Distinct()
            .Where(k => k > PrintedTable.MostColumns).Select(k => k - PrintedTable.MostColumns).Order().ToList())
        {
            if (!stages.Exists(s => s.Item2 == due))
            {
                stages.Add((DueColumn(due), due, $"{due}年"));
            }
        }

        return [.. stages.OrderBy(s => s.Item2)];
    }

    private static Dictionary<int, int> Years(
        PrintedTable table, DraftColumns columns, PluginDraftOptions options, List<LocalizedText> notices)
    {
        var years = new Dictionary<int, int>();
        foreach (var (column, year, heading) in columns.Values)
        {
            var of = year ?? options.Year ?? FirstYear(Above(table, columns)) ?? columns.Stages.Select(s => s.Year - 1).Min() ?? 2025;
            if (year is null && options.Year is null)
            {
                notices.Add(new(
                    $"列“{heading}”没有写年份，暂记作 {of} 年，请核对 facts.json。",
                    $"The column “{heading}” names no year; {of} is taken. Compare facts.json."));
            }

            if (years.ContainsValue(of))
            {
                notices.Add(new($"{of}年的现状值有两列，只读了前一列。", $"There are two columns of values for {of}; the first is read."));
            }
            else
            {
                years[column] = of;
            }
        }

        return years;
    }

    // Where the table prints dated targets alone, rows are judged by the nearest.
    private static void TakeNearest(List<DraftEntry> entries, int column)
    {
        foreach (var entry in entries)
        {
            entry.Target = entry.Stages.GetValueOrDefault(column, entry.Target);
            foreach (var item in entry.Items.Where(i => i.Target.Length == 0))
            {
                item.Target = item.Stages.GetValueOrDefault(column, "");
            }
        }
    }

    // Beside the table, or in its own first rows.
    private static string Above(PrintedTable table, DraftColumns columns)
    {
        var first = Enumerable.Range(0, columns.LastRow)
            .Select(r => Enumerable.Range(0, table.Width).Select(c => table.Text(r, c)).Where(t => t.Length > 0).Distinct().ToList())
            .FirstOrDefault(texts => texts.Count == 1)?[0];
        var title = table.Title.Length > 0 ? table.Title : first ?? "";
        return title.Length > 200 ? "" : title.Replace('\n', ' ');
    }

    private static int? FirstYear(string title) =>
        YearPattern().Match(title) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex YearPattern();
}
