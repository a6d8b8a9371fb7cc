using System.Collections.Immutable;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Office.Notes;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Office;

/// <summary>Writes findings about a workbook of facts into a copy of it: a note and a colour on each cell, and a sheet of all.</summary>
public static class AnnotatedWorkbook
{
    /// <summary>Writes the copy. Parts without findings keep their bytes, and cells keep their values and comments.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="name">Its name in the locations of the findings.</param>
    /// <param name="diagnostics">The diagnostics of reading it.</param>
    /// <param name="contradictions">The contradictions in its facts.</param>
    /// <param name="language">The language of the notes.</param>
    /// <returns>The workbook, with the same bytes for the same arguments; or why it cannot be written.</returns>
    public static Result<byte[]> Write(
        InputFile file, string name, IEnumerable<Diagnostic> diagnostics, IEnumerable<Contradiction> contradictions, Language language)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(contradictions);
        try
        {
            using var workbook = WorkbookFile.Open(file, name);
            workbook.Package.Verify();
            var notes = diagnostics.Distinct().Select(d => CellNote.Of(d, name, language))
                .Concat(contradictions.Select(c => CellNote.Of(c, name, language)));
            return new(Write(workbook, [.. notes], language), []);
        }
        catch (DiagnosticException e)
        {
            return new(null, e.Diagnostics);
        }
    }

    private static byte[] Write(WorkbookFile workbook, ImmutableArray<CellNote> notes, Language language)
    {
        using var edit = new PackageEdit(workbook.Package, workbook.Name);
        var styles = new NoteStyles(edit);
        foreach (var sheet in workbook.Sheets)
        {
            var cells = Cells(sheet, notes);
            if (cells.Count > 0)
            {
                new SheetNotes(edit, sheet, styles).Write(cells);
            }
        }

        new FindingsSheet(edit, workbook, styles, language).Write(notes);
        return edit.Write();
    }

    // By cell, from the top. A note on a merged range belongs to its first cell.
    private static SortedDictionary<(int Row, int Column), List<CellNote>> Cells(Sheet sheet, ImmutableArray<CellNote> notes)
    {
        var cells = new SortedDictionary<(int Row, int Column), List<CellNote>>();
        foreach (var note in notes)
        {
            foreach (var at in note.Cells.Where(c => c.Sheet == sheet.Name))
            {
                var merged = sheet.Merged.FirstOrDefault(r => r.Has(at.Line, at.Column));
                var cell = merged == default ? (at.Line, at.Column) : (merged.FirstRow, merged.FirstColumn);
                var there = cells.TryGetValue(cell, out var listed) ? listed : cells[cell] = [];
                if (!there.Contains(note))
                {
                    there.Add(note);
                }
            }
        }

        return cells;
    }
}
