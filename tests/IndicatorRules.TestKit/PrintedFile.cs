using System.Globalization;
using System.Text;

namespace IndicatorRules.TestKit;

/// <summary>
/// A printed table of <c>tests/corpus/printed</c>, written as documents. <c>^</c> continues the cell above, <c>&lt;</c> the one to the
/// left, <c>⏎</c> is a line break, <c>†</c> refers to a footnote, and a digit above the line is one in Word and Excel too.
/// </summary>
internal sealed class PrintedFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly List<(string Title, List<string[]> Rows, List<string> After)> _tables = [];

    /// <summary>Reads a file of the corpus.</summary>
    internal PrintedFile(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, "---");
        foreach (var line in lines[..end].Where(l => l.Length > 0))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                _tables.Add((line[2..], [], []));
            }
            else if (line[0] == '|')
            {
                _tables[^1].Rows.Add([.. line.Trim()[1..^1].Split('|').Select(c => c.Trim().Replace('⏎', '\n'))]);
            }
            else
            {
                _tables[^1].After.Add(line);
            }
        }

        Expected = [.. lines[(end + 1)..].Where(l => l.Length > 0)];
    }

    /// <summary>A line for each row: number, name, unit, rule, certainty, and the same for each stage.</summary>
    internal IReadOnlyList<string> Expected { get; }

    /// <summary>All tables as a Word document.</summary>
    internal byte[] Docx()
    {
        var body = new StringBuilder();
        foreach (var (title, rows, after) in _tables)
        {
            body.Append($"<w:p><w:r><w:t>{Escaped(title)}</w:t></w:r></w:p><w:tbl><w:tblPr/><w:tblGrid/>");
            for (var r = 0; r < rows.Count; r++)
            {
                body.Append("<w:tr>");
                for (var c = 0; c < rows[r].Length;)
                {
                    var span = 1 + rows[r].Skip(c + 1).TakeWhile(t => t == "<").Count();
                    var merge = rows[r][c] == "^" ? "<w:vMerge/>" : IsContinued(rows, r + 1, c) ? "<w:vMerge w:val=\"restart\"/>" : "";
                    var text = rows[r][c] == "^" ? "" : rows[r][c];
                    body.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/>{merge}</w:tcPr>");
                    body.Append(string.Concat(text.Split('\n').Select(l => $"<w:p>{Runs(l)}</w:p>"))).Append("</w:tc>");
                    c += span;
                }

                body.Append("</w:tr>");
            }

            body.Append("</w:tbl>").Append(string.Concat(after.Select(a => $"<w:p><w:r><w:t>{Escaped(a)}</w:t></w:r></w:p>")));
        }

        return Document(body.ToString());
    }

    /// <summary>All tables as sheets of a workbook.</summary>
    internal byte[] Xlsx()
    {
        var parts = new List<(string, string)>
        {
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
                + string.Concat(_tables.Select((t, i) => $"<sheet name=\"{Escaped(t.Title)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))
                + "</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels",
                Relations([.. _tables.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml"))])),
        };
        parts.AddRange(_tables.Select((t, i) => ($"xl/worksheets/sheet{i + 1}.xml", Sheet(t.Rows))));
        return ZipParts.Of([.. parts]);
    }

    /// <summary>The first table as a CSV file, in which merged cells are blank.</summary>
    internal string Csv() => $"\"{_tables[0].Title}\"\n" + string.Concat(_tables[0].Rows.Select(r =>
        string.Join(',', r.Select(c => c is "^" or "<" ? "" : $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));

    /// <summary>A Word document with the given body.</summary>
    internal static byte[] Document(string body) => ZipParts.Of(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("_rels/.rels", Relations(("rId1", "officeDocument", "word/document.xml"))),
        ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>"));

    private static string Sheet(List<string[]> rows)
    {
        var (cells, merged) = (new StringBuilder(), new StringBuilder());
        for (var r = 0; r < rows.Count; r++)
        {
            cells.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                if (rows[r][c] is "^" or "<")
                {
                    continue;
                }

                var right = c + rows[r].Skip(c + 1).TakeWhile(t => t == "<").Count();
                var bottom = r;
                while (IsContinued(rows, bottom + 1, c))
                {
                    bottom++;
                }

                cells.Append(CultureInfo.InvariantCulture, $"<c r=\"{Name(r, c)}\" t=\"inlineStr\"><is>{SheetRuns(rows[r][c])}</is></c>");
                merged.Append(right > c || bottom > r ? $"<mergeCell ref=\"{Name(r, c)}:{Name(bottom, right)}\"/>" : "");
            }

            cells.Append("</row>");
        }

        return $"<worksheet xmlns=\"{Main}\"><sheetData>{cells}</sheetData><mergeCells>{merged}</mergeCells></worksheet>";
    }

    private static bool IsContinued(List<string[]> rows, int row, int column) =>
        row < rows.Count && column < rows[row].Length && rows[row][column] == "^";

    private static string Name(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row + 1}");

    private static string Runs(string line) => $"<w:r><w:t xml:space=\"preserve\">{Escaped(line)}</w:t></w:r>"
        .Replace("†", "</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:t>", StringComparison.Ordinal)
        .Replace("⁴", "</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>4</w:t></w:r><w:r><w:t>",
            StringComparison.Ordinal);

    private static string SheetRuns(string text) => $"<r><t xml:space=\"preserve\">{Escaped(text)}</t></r>".Replace(
        "⁴", "</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>4</t></r><r><t>", StringComparison.Ordinal);

    private static string Relations(params (string Id, string Type, string Target)[] all) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + string.Concat(all.Select(r =>
            $"<Relationship Id=\"{r.Id}\" Type=\"{Office}/{r.Type}\" Target=\"{r.Target}\"/>")) + "</Relationships>";

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
