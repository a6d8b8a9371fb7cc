using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using IndicatorRules.Contract;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Office.Writing;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Notes;

/// <summary>The sheet that lists all findings, with links to their cells.</summary>
internal sealed class FindingsSheet(PackageEdit edit, WorkbookFile workbook, NoteStyles styles, Language language)
{
    /// <summary>The name of the sheet.</summary>
    internal const string Name = "校核结果";

    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private const int MostLinks = 20;

    private static readonly int[] Widths = [6, 10, 18, 90, 18];

    private readonly XNamespace _of = edit.Open(edit.Main).Root!.Name.Namespace;
    private readonly List<XElement> _links = [];

    internal void Write(ImmutableArray<CellNote> notes)
    {
        var rows = new XElement(_of + "sheetData", Row(1, [
            (Say("序号", "No."), styles.Heading), (Say("程度", "Severity"), styles.Heading), (Say("位置", "Cell"), styles.Heading),
            (Say("问题", "Finding"), styles.Heading), (Say("另见", "See also"), styles.Heading)]));
        for (var i = 0; i < notes.Length; i++)
        {
            rows.Add(Row(i + 2, Cells(notes[i], i + 1)));
        }

        if (notes.IsEmpty)
        {
            rows.Add(Row(2, [("", 0), ("", 0), ("", 0), (Say("没有发现问题。", "Nothing was found."), styles.Plain)]));
        }

        var sheet = new XElement(_of + "worksheet", Columns(), rows);
        if (_links.Count > 0)
        {
            sheet.Add(new XElement(_of + "hyperlinks", _links));
        }

        var part = edit.NewName("xl/worksheets/sheet", ".xml");
        edit.Add(part, Type, new XDocument(sheet));
        var listed = edit.Open(edit.Main).Root!.Element(_of + "sheets") ?? throw edit.Broken(edit.Main);
        var ids = listed.Elements()
            .Select(s => uint.TryParse((string?)s.Attribute("sheetId"), CultureInfo.InvariantCulture, out var id) ? id : 0);
        listed.Add(new XElement(
            _of + "sheet", new XAttribute("name", NewName(listed)), new XAttribute("sheetId", ids.DefaultIfEmpty().Max() + 1),
            new XAttribute(edit.OfficeRelations + "id", edit.Relate(edit.Main, "worksheet", part))));
    }

    private IEnumerable<(string Text, int Style)> Cells(CellNote note, int number)
    {
        yield return ($"{number}", styles.Plain);
        yield return (Kind(note.Kind), styles.Plain);
        if (note.Places.IsEmpty)
        {
            yield return (Say("整个文件", "the file"), styles.Plain);
        }
        else
        {
            yield return Linked(note.Places[0], number + 1, 3);
        }

        yield return (note.Text, styles.Plain);
        for (var i = 1; i < Math.Min(note.Places.Length, MostLinks); i++)
        {
            yield return Linked(note.Places[i], number + 1, i + 4);
        }
    }

    private (string Text, int Style) Linked(Location place, int row, int column)
    {
        var shown = $"{place.Sheet}{(place.Address is { } cell ? $"!{cell}" : place.Line > 0 ? $"!{place.Line}:{place.Line}" : "")}";
        if (workbook.Find(place.Sheet!) is null)
        {
            return (shown, styles.Plain);
        }

        var quoted = place.Sheet!.Replace("'", "''", StringComparison.Ordinal);
        _links.Add(new XElement(
            _of + "hyperlink", new XAttribute("ref", Address(row, column)),
            new XAttribute("location", $"'{quoted}'!{place.Address ?? $"A{Math.Max(place.Line, 1)}"}"), new XAttribute("display", shown)));
        return (shown, styles.Link);
    }

    private XElement Columns() => new(_of + "cols", Widths.Select((width, i) => new XElement(
        _of + "col", new XAttribute("min", i + 1), new XAttribute("max", i + 1), new XAttribute("width", width),
        new XAttribute("customWidth", 1))));

    private XElement Row(int number, IEnumerable<(string Text, int Style)> cells) => new(
        _of + "row", new XAttribute("r", number), cells.Select((c, i) => c.Text.Length == 0 ? null : new XElement(
            _of + "c", new XAttribute("r", Address(number, i + 1)), new XAttribute("s", c.Style), new XAttribute("t", "inlineStr"),
            new XElement(_of + "is", new XElement(
                _of + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), SharedTexts.Clean(c.Text))))));

    private static string Address(int row, int column) => $"{Location.ColumnLetters(column)}{row}";

    // A file that is annotated again keeps the sheet of the time before.
    private static string NewName(XElement sheets)
    {
        var used = sheets.Elements().Select(s => (string?)s.Attribute("name") ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = Name;
        for (var number = 2; used.Contains(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{Name}{number}");
        }

        return name;
    }

    private string Kind(NoteKind kind) => kind switch
    {
        NoteKind.Error => Say("错误", "error"),
        NoteKind.Contradiction => Say("矛盾", "contradiction"),
        _ => Say("提醒", "warning"),
    };

    private string Say(string zh, string en) => language == Language.Zh ? zh : en;
}
