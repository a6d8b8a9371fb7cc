using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Office.Forms;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Office;

/// <summary>Finds the table of facts in a workbook: a filled-in form, a table as a plan prints it, or a table of many places.</summary>
public static class WorkbookTable
{
    private const string Suffix = ".xlsx";
    private const int MostHeadings = 12;
    private const int BackgroundRows = 5000;

    /// <summary>The sheet of background figures.</summary>
    internal const string Background = "表外数据";

    /// <summary>Whether a path is that of a workbook, by its ending.</summary>
    public static bool Takes(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Opens the table of a workbook.</summary>
    /// <param name="file">The file or pipe.</param>
    /// <param name="name">Its name in diagnostics.</param>
    /// <param name="scheme">
    /// Finds the scheme to read by: the one asked for; otherwise the one that the form names, which is null for other tables.
    /// </param>
    /// <param name="year">The year of values whose headings name none, if the workbook does not say it; null if unknown.</param>
    /// <returns>The rows, which the caller disposes; or why there are none.</returns>
    public static Result<ITableRows> Open(InputFile file, string name, Func<string?, Result<Scheme>?> scheme, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(scheme);
        WorkbookFile? workbook = null;
        try
        {
            workbook = WorkbookFile.Open(file, name);
            return Open(workbook, scheme, year);
        }
        catch (DiagnosticException e)
        {
            workbook?.Dispose();
            return new(null, e.Diagnostics);
        }
        catch
        {
            workbook?.Dispose();
            throw;
        }
    }

    private static Result<ITableRows> Open(WorkbookFile workbook, Func<string?, Result<Scheme>?> scheme, int? year)
    {
        var found = Candidates(workbook).ToList();
        if (found.Count == 0)
        {
            throw new DiagnosticException(DiagnosticCatalog.WorkbookWithoutTable, new Location(workbook.Name), Headings(workbook));
        }

        // A form's own sheet first, then the sheet with the most known headings.
        var best = found.OrderByDescending(f => f.Sheet.Name == FormSheet.Name)
            .ThenByDescending(f => f is { LongHeading: not null, Sheet.Name: FactsSheet.Name }).ThenByDescending(f => f.Weight).First();
        // The tool's own result has its figures in that sheet; the others show what was judged of them.
        var notices = best.Sheet.Name == FactsSheet.Name && FormIdentity.Of(workbook) is not null ? workbook.Notices
            : workbook.Notices.AddRange(found.Where(f => f != best).Select(f => new Diagnostic(
                DiagnosticCatalog.WorkbookWithTwoTables, f.Sheet.At(), [f.Sheet.Name, best.Sheet.Name])));
        notices = notices.AddRange(Hidden(workbook));
        if (best.LongHeading is { } heading)
        {
            var below = heading.First + heading.Count + 1;
            var named = FormIdentity.Of(workbook)?.Scheme
                ?? heading.SchemeOf([.. Enumerable.Range(1, best.Opening.Width).Select(c => best.Opening.Text(below, c))]);
            var isOfOne = !IsOfPlaces(heading.Names);
            // Without a column of places the sheet 县情 says whose figures they are.
            var place = isOfOne ? PlaceSheet.Of(workbook, scheme(named)?.Value) : PlaceSheet.None;
            notices = notices.AddRange(Columns(best.Sheet, heading.Names));
            return new(new LongRows(workbook, best.Sheet, best.Opening, heading, notices, place)
            {
                Scheme = named,
                Hash = isOfOne || IsOfOnePlace(best) ? workbook.Hash() : null,
            }, []);
        }

        using (workbook)
        {
            var years = found.Where(f => f.LongHeading is null).Select(f => (f.Sheet, Year: YearIn(f.Sheet.Name))).ToList();
            var byYear = years.Where(y => y.Year is not null).DistinctBy(y => y.Year).Count() == found.Count && found.Count > 1;
            return byYear
                ? OfPlace(workbook, [.. years.OrderByDescending(y => y.Year)], scheme, year, workbook.Notices.AddRange(Hidden(workbook)))
                : OfPlace(workbook, [(best.Sheet, YearIn(best.Sheet.Name))], scheme, year, notices);
        }
    }

    // 2021, 2022年: a sheet for each year of one place.
    private static int? YearIn(string name) => FactsTable.FindColumnOfYear(name) is (_, var year) ? year : null;

    private static IEnumerable<Diagnostic> Hidden(WorkbookFile workbook) => workbook.Sheets
        .Where(s => s.IsHidden && FormLayout.Find(new SheetGrid(s, FormLayout.Opening)) is { IsWhole: true })
        .Select(s => new Diagnostic(DiagnosticCatalog.SheetHidden, s.At(), [s.Name]));

    // Hidden columns that are read, except the one of ids.
    private static IEnumerable<Diagnostic> Columns(Sheet sheet, IReadOnlyList<string> headings)
    {
        var hidden = headings.Index().Where(h => sheet.HiddenColumns.Any(c => c.First <= h.Index + 1 && h.Index + 1 <= c.Last)
                && FormHeading.Find(h.Item) is { Column: not (FormColumn.Id or FormColumn.Hint) } or { Year: not null })
            .Select(h => $"{Location.ColumnLetters(h.Index + 1)}列“{h.Item.ReplaceLineEndings("")}”").ToList();
        return hidden.Count == 0 ? []
            : [new Diagnostic(DiagnosticCatalog.SheetHiddenColumns, sheet.At(), [string.Join('、', hidden.Take(MostHeadings))])];
    }

    private static Result<ITableRows> OfPlace(
        WorkbookFile workbook, ImmutableArray<(Sheet Sheet, int? Year)> sheets, Func<string?, Result<Scheme>?> scheme, int? year,
        ImmutableArray<Diagnostic> notices)
    {
        var identity = FormIdentity.Of(workbook);
        var resolved = scheme(identity?.Scheme);
        if (resolved?.Value is not { } by)
        {
            var none = new Diagnostic(DiagnosticCatalog.FactsNameNoScheme, new Location(workbook.Name), []);
            return new(null, resolved?.Diagnostics ?? [none]);
        }

        var sheet = sheets[0].Sheet;
        var place = PlaceSheet.Of(workbook, by);
        var bag = new DiagnosticBag();
        bag.AddRange(notices);
        foreach (var (label, at) in place.Unknown)
        {
            var names = PlaceSheet.Names(by).ToList();
            bag.Add(DiagnosticCatalog.PlaceSheetUnknown, at, label, new LocalizedText(string.Join('、', names), string.Join(", ", names)));
        }

        if (identity is not null && identity.Scheme == by.Id && identity.Version != $"{by.Version}")
        {
            bag.Add(DiagnosticCatalog.FormOfOtherVersion, sheet.At(), identity.Key, by.Key);
        }

        var written = YearOf(place, bag);
        var of = written ?? FormLayout.Find(new SheetGrid(sheet))!.Values[0].Year ?? sheets[0].Year ?? year;
        if (of is null)
        {
            bag.Add(DiagnosticCatalog.FormLacks, sheet.At(), new LocalizedText("年份", "year"));
            return new(null, bag.ToImmutable());
        }

        var rows = new List<(FactRow Row, int Year)>();
        foreach (var (one, named) in sheets)
        {
            rows.AddRange(RowsOf(one, sheets.Length > 1 ? named!.Value : of.Value, by, place, bag));
        }

        rows.AddRange(BackgroundOf(workbook, by, of.Value));
        return Finished(workbook, sheet, place, identity, rows, bag, by, of.Value);
    }

    private static List<(FactRow Row, int Year)> RowsOf(Sheet sheet, int year, Scheme by, PlaceSheet place, DiagnosticBag bag)
    {
        var grid = new SheetGrid(sheet);
        var layout = FormLayout.Find(grid)!;
        if (grid.HiddenRows is { } hidden)
        {
            bag.Add(DiagnosticCatalog.SheetHiddenRows, sheet.At(), hidden);
        }

        bag.AddRange(Columns(sheet, layout.Headings));
        if (grid.IsCut)
        {
            bag.Add(DiagnosticCatalog.SheetCut, sheet.At(WorkbookCaps.PlaceRows + 1), $"{WorkbookCaps.PlaceRows}");
        }

        if (layout.Second is { } second)
        {
            bag.Add(DiagnosticCatalog.SheetSideBySide, sheet.At(layout.HeadingRow, second), Location.ColumnLetters(second));
        }

        var reader = new FormReader(grid, layout, by, place);
        var rows = reader.Read(year);
        bag.AddRange(reader.Diagnostics);
        return rows;
    }

    private static Result<ITableRows> Finished(
        WorkbookFile workbook, Sheet sheet, PlaceSheet place, FormIdentity? identity, List<(FactRow Row, int Year)> rows, DiagnosticBag bag,
        Scheme by, int year)
    {
        var name = place.Find(PlaceSheet.PlaceName) is { Text.Length: > 0 } written ? written : default;
        var code = place.Find(PlaceSheet.Code) is { Text.Length: > 0 } given ? given : name;
        if (code.Text.Length == 0)
        {
            code = new(Path.GetFileNameWithoutExtension(workbook.Name));
            bag.Add(DiagnosticCatalog.FormPlaceByFile, sheet.At(), code.Text);
        }

        // Without any figure of the year, a row that states nothing: the form is still about that year, and everything is missing.
        var all = rows.OrderBy(r => r.Year).Select(r => r.Row).ToList();
        if (!rows.Exists(r => r.Year == year))
        {
            all.Add(Nothing(by, year, sheet));
        }

        var attributes = place.Attributes.DistinctBy(a => a.Heading).ToList();
        foreach (var row in all)
        {
            row.Cells[FactColumns.All.IndexOf(FactColumns.Place)] = code;
            row.Cells[FactColumns.All.IndexOf(FactColumns.PlaceName)] = name;
            row.Cells[FactColumns.All.IndexOf(FactColumns.Level)] = place.Find(PlaceSheet.Level) ?? default;
        }

        var whole = all.ConvertAll(r => r with { Cells = [.. r.Cells, .. attributes.Select(a => a.Cell)] });
        return new(
            new PlaceRows([.. FactColumns.All, .. attributes.Select(a => a.Heading)], whole, sheet.At())
            {
                Notices = bag.ToImmutable(),
                Scheme = identity?.Scheme,
                Hash = workbook.Hash(),
            },
            []);
    }

    private static FactRow Nothing(Scheme scheme, int year, Sheet sheet)
    {
        var cells = new FactCell[FactColumns.All.Length];
        cells[FactColumns.All.IndexOf(FactColumns.Year)] = new(year.ToString(CultureInfo.InvariantCulture));
        cells[FactColumns.All.IndexOf(FactColumns.Indicator)] = new(scheme.Indicators.First(i => i.TakesFacts).Id);
        return new(cells, sheet.At());
    }

    private static int? YearOf(PlaceSheet place, DiagnosticBag bag)
    {
        if (place.Find(PlaceSheet.Year) is not { Text.Length: > 0 } cell)
        {
            return null;
        }

        if (int.TryParse(FormHeading.Folded(cell.Text).TrimEnd('年'), NumberStyles.None, null, out var year) && year is > 1948 and < 2201)
        {
            return year;
        }

        bag.Add(DiagnosticCatalog.TableCell, cell.At!, new LocalizedText("“年份”", "`year`"), cell.Text, new LocalizedText(
            "四位数的年份，例如 2022", "a year in four digits, such as 2022"));
        return null;
    }

    // 表外数据: name or id, unit, value, year of the figure.
    private static IEnumerable<(FactRow Row, int Year)> BackgroundOf(WorkbookFile workbook, Scheme scheme, int year)
    {
        var sheet = workbook.Sheets.FirstOrDefault(s => s.Name.Trim() == Background);
        return sheet is null ? [] : new BackgroundReader(new SheetGrid(sheet, BackgroundRows), scheme).Read(year);
    }

    private static IEnumerable<Candidate> Candidates(WorkbookFile workbook)
    {
        foreach (var sheet in workbook.Sheets)
        {
            if (sheet.IsHidden || sheet.Name.Trim() is PlaceSheet.Name or Background)
            {
                continue;
            }

            var opening = new SheetGrid(sheet, FormLayout.Opening);
            if (LongHeading(opening) is var (heading, known))
            {
                yield return new(sheet, opening, heading, known + FactsTable.RequiredColumns.Length);
            }
            else if (FormLayout.Find(opening) is { IsWhole: true } layout)
            {
                yield return new(sheet, opening, null, layout.Columns.Count + layout.Values.Length);
            }
        }
    }

    // A sheet of figures that the tool wrote has the place's code in each row.
    private static bool IsOfOnePlace(Candidate sheet) => sheet.Sheet.Name == FactsSheet.Name
        && sheet.Sheet.Rows().Where(r => r.Number > sheet.LongHeading!.First + 1).Select(r => r[1].Text).Where(t => t.Length > 0)
            .Distinct().Take(2).Count() == 1;

    // Rows that name their place or year are a table of facts. A heading that is merged downwards is of one row.
    private static (TableHeading Heading, int Known)? LongHeading(SheetGrid opening)
    {
        string Own(int row, int column) => opening.Range(row, column) is { } range && range.FirstRow < row ? "" : opening.Text(row, column);
        var heading = TableHeading.Find(
        [
            .. Enumerable.Range(1, Math.Min(opening.LastRow, TableHeading.MostRows))
                .Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(1, opening.Width).Select(c => Own(r, c))]),
        ]);
        var known = heading.Names.Select(FactsTable.FindColumn).OfType<string>().ToHashSet();
        return (known.Contains("year") || IsOfPlaces(heading.Names)) && known.Overlaps(["indicator", "indicatorName", "number"])
            ? (heading, TableHeading.Known(heading.Names)) : null;
    }

    private static bool IsOfPlaces(IEnumerable<string> headings) =>
        headings.Select(FactsTable.FindColumn).Any(c => c is "place" or "name") || FactsTable.HasPlaceColumns([.. headings]);

    private static LocalizedText Headings(WorkbookFile workbook)
    {
        var seen = workbook.Sheets.Where(s => !s.IsHidden)
            .SelectMany(s => s.Rows().Where(r => r.Cells.Count > 1).Take(1).SelectMany(r => r.Cells.Take(MostHeadings).Select(c => c.Text)))
            .Select(t => t.ReplaceLineEndings("").Trim()).Where(t => t.Length is > 0 and < 40).Distinct().Take(MostHeadings).ToList();
        return seen.Count == 0 ? new("（没有）", "none")
            : new(string.Concat(seen.Select(t => $"“{t}”")), string.Join(", ", seen.Select(t => $"`{t}`")));
    }

    private sealed record Candidate(Sheet Sheet, SheetGrid Opening, TableHeading? LongHeading, int Weight);
}
