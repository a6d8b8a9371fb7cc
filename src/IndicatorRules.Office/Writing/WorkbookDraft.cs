using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Location = IndicatorRules.Schemes.Diagnostics.Location;

namespace IndicatorRules.Office.Writing;

/// <summary>A workbook to be written. The same content gives the same bytes. Not thread-safe.</summary>
internal sealed class WorkbookDraft
{
    private const int LongestList = 200;

    private readonly List<SheetDraft> _sheets = [];
    private readonly List<(string Name, string Reference)> _names = [];
    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);
    private readonly SheetDraft _listSheet = new("_选项") { IsHidden = true };

    /// <summary>The root element of a custom part with its namespace and text; null for none.</summary>
    internal (string Element, string Namespace, string Text)? Custom { get; set; }

    /// <summary>Adds a sheet.</summary>
    internal SheetDraft Add(string name)
    {
        var sheet = new SheetDraft(name);
        _sheets.Add(sheet);
        return sheet;
    }

    /// <summary>The name of a list to choose from; equal lists share one.</summary>
    internal string List(IReadOnlyList<string> words)
    {
        var key = string.Join('\n', words);
        if (!_lists.TryGetValue(key, out var name))
        {
            var column = _lists.Count + 1;
            name = $"List{column}";
            var last = Math.Min(words.Count, LongestList);
            for (var i = 0; i < last; i++)
            {
                _listSheet.Set(i + 1, column, words[i], CellLook.Plain with { Bordered = false });
            }

            var letters = Location.ColumnLetters(column);
            _names.Add((name, $"'{_listSheet.Name}'!${letters}$1:${letters}${last}"));
            _lists.Add(key, name);
        }

        return name;
    }

    /// <summary>Writes the workbook.</summary>
    internal byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            List<SheetDraft> sheets = [.. _sheets, .. _lists.Count > 0 ? [_listSheet] : (SheetDraft[])[]];
            var main = document.AddWorkbookPart();
            document.ChangeIdOfPart(main, "rId1");
            var (styles, texts) = (new StyleSheet(), new SharedTexts());
            var listed = new Sheets();
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = main.AddNewPart<WorksheetPart>($"rId{i + 1}");
                new SheetWriter(sheets[i], styles, texts).Write(part, isFirst: i == 0);
                listed.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet
                {
                    Name = sheets[i].Name,
                    SheetId = (uint)i + 1,
                    Id = $"rId{i + 1}",
                    State = sheets[i].IsHidden ? SheetStateValues.VeryHidden : null,
                });
            }

            var workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = 0 }), listed);
            if (Names(sheets) is { HasChildren: true } names)
            {
                workbook.Append(names);
            }

            workbook.Append(new CalculationProperties { CalculationId = 0, FullCalculationOnLoad = true });
            main.Workbook = workbook;
            main.AddNewPart<WorkbookStylesPart>($"rId{sheets.Count + 1}").Stylesheet = styles.Write();
            main.AddNewPart<SharedStringTablePart>($"rId{sheets.Count + 2}").SharedStringTable = texts.Write();
            if (Custom is var (element, space, text))
            {
                AddCustom(main.AddCustomXmlPart(CustomXmlPartType.CustomXml, $"rId{sheets.Count + 3}"), element, space, text);
            }
        }

        return PlainPackage.Of(stream.ToArray());
    }

    private static void AddCustom(CustomXmlPart part, string element, string space, string text)
    {
        using var content = new MemoryStream();
        using (var xml = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteElementString(element, space, text);
        }

        content.Position = 0;
        part.FeedData(content);
    }

    // Excel wants them ordered by name.
    private DefinedNames Names(List<SheetDraft> sheets)
    {
        var names = new List<DefinedName>();
        for (var i = 0; i < sheets.Count; i++)
        {
            var quoted = $"'{sheets[i].Name.Replace("'", "''", StringComparison.Ordinal)}'";
            if (sheets[i].FilterRow > 0)
            {
                names.Add(new($"{quoted}!{SheetWriter.FilterRange(sheets[i], isAbsolute: true)}")
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = (uint)i,
                    Hidden = true,
                });
            }

            if (sheets[i].RepeatedRows is var rows and > 0)
            {
                names.Add(new(string.Create(CultureInfo.InvariantCulture, $"{quoted}!$1:${rows}"))
                {
                    Name = "_xlnm.Print_Titles",
                    LocalSheetId = (uint)i,
                });
            }
        }

        names.AddRange(_names.Select(n => new DefinedName(n.Reference) { Name = n.Name }));
        return new DefinedNames(
            names.OrderBy(n => n.Name!.Value, StringComparer.OrdinalIgnoreCase).ThenBy(n => n.LocalSheetId?.Value ?? 0));
    }
}
