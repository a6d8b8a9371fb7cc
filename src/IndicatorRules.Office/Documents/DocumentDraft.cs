using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using IndicatorRules.Office.Writing;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Documents;

/// <summary>A document to be written, from its beginning to its end. The same content gives the same bytes. Not thread-safe.</summary>
/// <param name="footer">The text below the page number.</param>
internal sealed class DocumentDraft(string footer)
{
    private const string FooterId = "rId2";

    // A4 with the margins of GB/T 9704, and its long side for wide tables; in twentieths of a point.
    private const uint Short = 11906;
    private const uint Long = 16838;

    private readonly Body _body = new();

    /// <summary>The width of text on a page upright and on its side.</summary>
    internal static int WidthOf(bool isLandscape) => isLandscape ? (int)Long - (2 * 964) : (int)Short - 1588 - 1474;

    internal void Add(DocumentLook look, string text) => _body.Append(Paragraph(look, text));

    /// <summary>Moves the content of another draft to the end of this one.</summary>
    internal void Add(DocumentDraft other)
    {
        foreach (var part in other._body.ChildElements.ToList())
        {
            part.Remove();
            _body.Append(part);
        }
    }

    internal void Add(DocumentTable table) => _body.Append(table.Write());

    /// <summary>Ends a part of the document that is upright or on its side; the next begins on a new page.</summary>
    internal void EndPages(bool isLandscape) => _body.Append(new Paragraph(new ParagraphProperties(
        new ParagraphStyleId { Val = DocumentLook.Note.Id }, Page(isLandscape))));

    internal byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocumentLook.Write();
            main.AddNewPart<FooterPart>(FooterId).Footer = Foot();
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = new Settings(
                new Zoom { Percent = "100" }, new Compatibility(new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }));
            _body.Append(Page(isLandscape: false));
            main.Document = new Document(_body);
        }

        return PlainPackage.Of(stream.ToArray());
    }

    internal static Paragraph Paragraph(DocumentLook look, string text, bool staysWithNext = false, string? color = null)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = look.Id });
        if (staysWithNext)
        {
            properties.Append(new KeepNext());
        }

        return new Paragraph(properties, Run(look, text, color));
    }

    private static Run Run(DocumentLook look, string text, string? color)
    {
        var properties = new RunProperties(look.Fonts());
        if (color is not null)
        {
            properties.Append(new Color { Val = color });
        }

        var run = new Run(properties);
        var isFirst = true;
        foreach (var line in SharedTexts.Clean(VisibleText.Lines(text)).Split('\n'))
        {
            if (!isFirst)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
            isFirst = false;
        }

        return run;
    }

    private Footer Foot()
    {
        var look = DocumentLook.Foot;
        Run Field(FieldCharValues type) => new(new RunProperties(look.Fonts()), new FieldChar { FieldCharType = type });
        return new Footer(
            new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = look.Id }),
                Run(look, "— ", null),
                Field(FieldCharValues.Begin),
                new Run(new RunProperties(look.Fonts()), new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
                Field(FieldCharValues.Separate),
                Run(look, "1", null),
                Field(FieldCharValues.End),
                Run(look, " —", null)),
            Paragraph(look, footer, color: "7F7F7F"));
    }

    private static SectionProperties Page(bool isLandscape) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
        new SectionType { Val = SectionMarkValues.NextPage },
        isLandscape
            ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = Short, Height = Long },
        isLandscape
            ? new PageMargin { Top = 1134, Right = 964U, Bottom = 1134, Left = 964U, Header = 567U, Footer = 567U, Gutter = 0U }
            : new PageMargin { Top = 2098, Right = 1474U, Bottom = 1985, Left = 1588U, Header = 851U, Footer = 992U, Gutter = 0U });
}
