using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Office.Writing;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Notes;

/// <summary>Puts notes and colours on the cells of one sheet.</summary>
internal sealed partial class SheetNotes(PackageEdit edit, Sheet sheet, NoteStyles styles)
{
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string DrawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    private const string Author = "校核";
    private const string EndOfDrawing = "</xml>";
    private const int IdsPerSheet = 1024;
    private const int CharactersPerLine = 20;
    private const int MostLines = 24;

    // What follows the drawing of notes in a sheet.
    private static readonly string[] AfterDrawing =
    [
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent", "webPublishItems", "tableParts", "extLst",
    ];

    private readonly XElement _root = edit.Open(sheet.Part).Root!;
    private readonly XNamespace _of = edit.Open(sheet.Part).Root!.Name.Namespace;

    internal void Write(SortedDictionary<(int Row, int Column), List<CellNote>> cells)
    {
        var rows = _root.Element(_of + "sheetData") ?? throw edit.Broken(sheet.Part);
        Colour(rows, cells);
        var added = Comment(cells);
        if (added.Count > 0)
        {
            Draw(added);
        }
    }

    private void Colour(XElement data, SortedDictionary<(int Row, int Column), List<CellNote>> cells)
    {
        var rows = new Walk(data, "row");
        foreach (var row in cells.GroupBy(c => c.Key.Row))
        {
            var line = rows.At(row.Key, $"{row.Key}");
            var columns = new Walk(line, "c");
            foreach (var ((_, column), notes) in row)
            {
                var cell = columns.At(column, $"{Location.ColumnLetters(column)}{row.Key}");
                var style = Number(cell.Attribute("s")) ?? Number(line.Attribute("s")) ?? StyleOfColumn(column);
                cell.SetAttributeValue("s", styles.Of(style, notes.Max(n => n.Kind)));
            }
        }
    }

    private int StyleOfColumn(int column) => _root.Elements(_of + "cols").Elements(_of + "col")
        .Where(c => Number(c.Attribute("min")) <= column && Number(c.Attribute("max")) >= column)
        .Select(c => Number(c.Attribute("style"))).FirstOrDefault() ?? 0;

    // Returns the cells that had no comment, with their texts.
    private List<(int Row, int Column, string Text)> Comment(SortedDictionary<(int Row, int Column), List<CellNote>> cells)
    {
        var root = Comments();
        var (authors, list) = (root.Element(_of + "authors"), root.Element(_of + "commentList"));
        if (authors is null || list is null)
        {
            throw edit.Broken(sheet.Part);
        }

        var author = authors.Elements().ToList().FindIndex(a => a.Value == Author);
        if (author < 0)
        {
            authors.Add(new XElement(_of + "author", Author));
            author = authors.Elements().Count() - 1;
        }

        var written = list.Elements(_of + "comment").ToLookup(c => (string?)c.Attribute("ref") ?? "");
        var added = new List<(int, int, string)>();
        foreach (var ((row, column), notes) in cells)
        {
            var text = SharedTexts.Clean(string.Join("\n", notes.OrderByDescending(n => n.Kind).Select(n => n.Text).Distinct()));
            var address = $"{Location.ColumnLetters(column)}{row}";
            if (written[address].FirstOrDefault() is { } comment)
            {
                Append(comment, authors, text);
                continue;
            }

            list.Add(new XElement(
                _of + "comment", new XAttribute("ref", address), new XAttribute("authorId", author),
                new XElement(_of + "text", Run(text))));
            added.Add((row, column, text));
        }

        return added;
    }

    private XElement Comments()
    {
        if (edit.Related(sheet.Part, "comments") is { } part)
        {
            return edit.Open(part).Root!;
        }

        var root = new XElement(_of + "comments", new XElement(_of + "authors"), new XElement(_of + "commentList"));
        var name = edit.NewName("xl/comments", ".xml");
        edit.Add(name, CommentsType, new XDocument(root));
        edit.Relate(sheet.Part, "comments", name);
        return root;
    }

    // Below what the user wrote. A threaded comment is shown from another part and keeps its text here.
    private void Append(XElement comment, XElement authors, string text)
    {
        var author = authors.Elements().ElementAtOrDefault(Number(comment.Attribute("authorId")) ?? 0)?.Value ?? "";
        if (author.StartsWith("tc=", StringComparison.Ordinal) || comment.Element(_of + "text") is not { } written)
        {
            return;
        }

        var runs = written.Elements().Where(e => e.Name.LocalName is "t" or "r").ToList();
        if (string.Concat(runs.Select(r => r.Value)).Contains(text, StringComparison.Ordinal))
        {
            return;
        }

        var more = Run(runs.Count == 0 ? text : $"\n{text}");
        if (runs.Count > 0)
        {
            runs[^1].AddAfterSelf(more);
        }
        else
        {
            written.AddFirst(more);
        }
    }

    private XElement Run(string text) => new(
        _of + "r", new XElement(_of + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    private void Draw(List<(int Row, int Column, string Text)> added)
    {
        // A header may have a drawing of its own, so that the id decides.
        var own = _root.Element(_of + "legacyDrawing");
        var part = own is null ? null : edit.Related(sheet.Part, "vmlDrawing", (string?)own.Attribute(edit.OfficeRelations + "id"));
        if (part is null)
        {
            own?.Remove();
            part = edit.NewName("xl/drawings/vmlDrawing", ".vml");
            var drawing = new XElement(
                _of + "legacyDrawing", new XAttribute(edit.OfficeRelations + "id", edit.Relate(sheet.Part, "vmlDrawing", part)));
            if (_root.Elements().FirstOrDefault(e => AfterDrawing.Contains(e.Name.LocalName)
                && e.ElementsBeforeSelf().Any(b => b.Name.LocalName == "sheetData")) is { } next)
            {
                next.AddBeforeSelf(drawing);
            }
            else
            {
                _root.Add(drawing);
            }
        }

        var before = edit.Text(part) ?? "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
            + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"></xml>";
        var end = before.LastIndexOf(EndOfDrawing, StringComparison.Ordinal);
        if (end < 0)
        {
            throw edit.Broken(part);
        }

        var last = ShapeId().Matches(before).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            .DefaultIfEmpty(0).Max();
        var first = last > 0 ? last + 1 : IdsPerSheet + 1;
        var shapes = string.Concat(added.Select((a, i) => Shape(first + i, a.Row, a.Column, Lines(a.Text))));
        var type = before.Contains("_x0000_t202\"", StringComparison.Ordinal) ? ""
            : "<v:shapetype xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                + " id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
                + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
        edit.Write(part, before.Insert(end, type + shapes), "vml", DrawingType);
    }

    private static int Lines(string text) =>
        Math.Min(MostLines, 1 + text.Split('\n').Sum(l => 1 + (l.Length / CharactersPerLine)));

    private static string Shape(int id, int row, int column, int lines) => string.Create(
        CultureInfo.InvariantCulture,
        $"<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
        + $" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"_x0000_s{id}\" type=\"#_x0000_t202\""
        + $" style=\"position:absolute;width:240pt;height:{lines * 15}pt;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
        + $"<v:fill color2=\"#ffffe1\"/><v:path o:connecttype=\"none\"/>"
        + $"<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"
        + $"<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
        + $"<x:Anchor>{column}, 15, {Math.Max(0, row - 2)}, 10, {column + 4}, 15, {Math.Max(0, row - 2) + lines}, 4</x:Anchor>"
        + $"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>");

    private static int? Number(XAttribute? attribute) =>
        int.TryParse(attribute?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex("_x0000_s([0-9]{1,9})\"")]
    private static partial Regex ShapeId();

    /// <summary>Finds rows or cells in their order, and inserts those that a sheet leaves out because they are empty.</summary>
    private sealed class Walk(XElement parent, string name)
    {
        private readonly XName _name = parent.Name.Namespace + name;
        private XElement? _last;
        private int _before;
        private XElement? _next = parent.Element(parent.Name.Namespace + name);

        internal XElement At(int number, string written)
        {
            while (_next is not null && NumberOf(_next) is var at && at <= number)
            {
                (_last, _before) = (_next, at);
                _next = _next.ElementsAfterSelf(_name).FirstOrDefault();
            }

            if (_last is not null && _before == number)
            {
                return _last;
            }

            var added = new XElement(_name, new XAttribute("r", written));
            if (_last is not null)
            {
                _last.AddAfterSelf(added);
            }
            else
            {
                parent.AddFirst(added);
            }

            (_last, _before) = (added, number);
            return added;
        }

        // Rows are numbered, cells named; one without either follows the one before.
        private int NumberOf(XElement element)
        {
            if ((string?)element.Attribute("r") is not { } written)
            {
                return _before + 1;
            }

            return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                : written.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, c) => (sum * 26) + (char.ToUpperInvariant(c) - 'A' + 1));
        }
    }
}
