using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace IndicatorRules.Office.Documents;

/// <summary>
/// One named style of a document. The looks follow GB/T 9704: a bureau that has other habits changes the styles in its program. Immutable.
/// </summary>
/// <param name="Id">The id in the file.</param>
/// <param name="Name">The name that users see; those of built-in styles are fixed.</param>
/// <param name="EastAsian">The font of Chinese text.</param>
/// <param name="HalfPoints">The size of the text in half points.</param>
/// <param name="Line">The exact height of a line in twentieths of a point; 0 for that of the text.</param>
internal sealed record DocumentLook(string Id, string Name, string EastAsian, int HalfPoints, int Line)
{
    private const string Latin = "Times New Roman";

    internal static readonly DocumentLook Body = new("Normal", "Normal", "仿宋_GB2312", 32, 579) { IsIndented = true };
    internal static readonly DocumentLook Title = new("Title", "Title", "方正小标宋简体", 44, 640) { IsCentered = true, After = 200 };
    internal static readonly DocumentLook Subtitle = new("Subtitle", "Subtitle", "楷体_GB2312", 32, 579) { IsCentered = true, After = 200 };
    internal static readonly DocumentLook Section = new("Heading1", "heading 1", "黑体", 32, 579)
    {
        IsIndented = true,
        Outline = 0,
        StaysWithNext = true,
    };

    internal static readonly DocumentLook Subsection = new("Heading2", "heading 2", "楷体_GB2312", 32, 579)
    {
        IsIndented = true,
        Outline = 1,
        StaysWithNext = true,
    };

    internal static readonly DocumentLook TableTitle = new("TableTitle", "表题", "黑体", 28, 0)
    {
        IsCentered = true,
        StaysWithNext = true,
        After = 80,
    };

    internal static readonly DocumentLook TableHead = new("TableHead", "表头", "黑体", 19, 0) { IsCentered = true };
    internal static readonly DocumentLook Cell = new("TableCell", "表格文字", "仿宋_GB2312", 19, 0);
    internal static readonly DocumentLook CellCentered =
        new("TableCellCentered", "表格文字居中", "仿宋_GB2312", 19, 0) { IsCentered = true };
    internal static readonly DocumentLook Note = new("TableNote", "表注", "仿宋_GB2312", 19, 0) { Before = 60 };
    internal static readonly DocumentLook Signature = new("SignatureLine", "落款", "仿宋_GB2312", 32, 720) { StaysWithNext = true };
    internal static readonly DocumentLook Foot = new("Footer", "footer", "宋体", 18, 0) { IsCentered = true };

    internal bool IsIndented { get; init; }

    internal bool IsCentered { get; init; }

    internal bool StaysWithNext { get; init; }

    internal int? Outline { get; init; }

    internal int Before { get; init; }

    internal int After { get; init; }

    private static DocumentLook[] All =>
        [Body, Title, Subtitle, Section, Subsection, TableTitle, TableHead, Cell, CellCentered, Note, Signature, Foot];

    /// <summary>The fonts of a run in this style. Programs choose fonts per run, so each run names that of Chinese text.</summary>
    internal RunFonts Fonts() => new()
    {
        Ascii = Latin,
        HighAnsi = Latin,
        EastAsia = EastAsian,
        ComplexScript = Latin,
        Hint = FontTypeHintValues.EastAsia,
    };

    internal static Styles Write()
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Body.Fonts(), new FontSize { Val = "32" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()));
        foreach (var look in All)
        {
            styles.Append(look.ToStyle());
        }

        return styles;
    }

    private Style ToStyle()
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = Id, StyleName = new StyleName { Val = Name } };
        if (this == Body)
        {
            style.Default = true;
        }
        else
        {
            style.BasedOn = new BasedOn { Val = Body.Id };
            style.CustomStyle = Name[0] >= 0x4E00 ? true : null;
        }

        style.PrimaryStyle = new PrimaryStyle();
        style.StyleParagraphProperties = Layout();
        style.StyleRunProperties = new StyleRunProperties(Fonts(), new FontSize { Val = Text(HalfPoints) });
        return style;
    }

    // In the order that the format prescribes.
    private StyleParagraphProperties Layout()
    {
        var layout = new StyleParagraphProperties();
        if (StaysWithNext)
        {
            layout.Append(new KeepNext());
        }

        layout.Append(new WidowControl { Val = true });
        layout.Append(new SpacingBetweenLines
        {
            Before = Text(Before),
            After = Text(After),
            Line = Line == 0 ? "240" : Text(Line),
            LineRule = Line == 0 ? LineSpacingRuleValues.Auto : LineSpacingRuleValues.Exact,
        });
        layout.Append(IsIndented ? new Indentation { FirstLineChars = 200, FirstLine = Text(HalfPoints * 20) }
            : new Indentation { FirstLineChars = 0, FirstLine = "0" });
        layout.Append(new Justification
        {
            Val = IsCentered ? JustificationValues.Center : this == Body ? JustificationValues.Both : JustificationValues.Left,
        });
        if (Outline is { } level)
        {
            layout.Append(new OutlineLevel { Val = level });
        }

        return layout;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
