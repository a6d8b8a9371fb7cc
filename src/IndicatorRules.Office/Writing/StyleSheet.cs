using DocumentFormat.OpenXml.Spreadsheet;

namespace IndicatorRules.Office.Writing;

/// <summary>Collects the styles of a workbook. Numbers them in the order of their first use. Not thread-safe.</summary>
internal sealed class StyleSheet
{
    private const uint FirstCustomFormat = 164;
    private const string FontName = "宋体";

    private readonly Dictionary<(CellLook Look, bool IsQuoted), uint> _styles = [];
    private readonly List<CellFormat> _formats = [new() { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 }];
    private readonly List<Font> _fonts = [FontOf(new CellLook())];
    private readonly List<Fill> _fills =
    [
        new(new PatternFill { PatternType = PatternValues.None }), new(new PatternFill { PatternType = PatternValues.Gray125 }),
    ];

    private readonly Dictionary<(string?, bool, int, bool), uint> _fontIds = new() { [(null, false, 11, false)] = 0 };
    private readonly Dictionary<(string?, bool), uint> _fillIds = new() { [(null, false)] = 0 };
    private readonly Dictionary<string, uint> _numberFormats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, uint> _signals = new(StringComparer.Ordinal);

    /// <summary>The number of a style.</summary>
    /// <param name="look">The look.</param>
    /// <param name="isQuoted">Whether its text begins with a sign that would make a formula of it.</param>
    internal uint Of(CellLook look, bool isQuoted = false)
    {
        if (_styles.TryGetValue((look, isQuoted), out var known))
        {
            return known;
        }

        var format = new CellFormat
        {
            NumberFormatId = NumberFormat(look.Format),
            FontId = FontId(look),
            FillId = FillId(look),
            BorderId = look.Bordered ? 1U : 0U,
            FormatId = 0,
            ApplyNumberFormat = look.Format is not null,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
            ApplyProtection = true,
            QuotePrefix = isQuoted ? true : null,
            Alignment = new Alignment
            {
                Horizontal = look.Centered ? HorizontalAlignmentValues.Center : look.AtRight ? HorizontalAlignmentValues.Right : null,
                Vertical = VerticalAlignmentValues.Center,
                WrapText = look.Wrapped,
            },
            Protection = new Protection { Locked = look.Locked },
        };
        _formats.Add(format);
        return _styles[(look, isQuoted)] = (uint)_formats.Count - 1;
    }

    /// <summary>The number of a conditional style: a background and a color of the text.</summary>
    internal uint Signal(string fill, string color)
    {
        if (!_signals.TryGetValue($"{fill} {color}", out var id))
        {
            _signals.Add($"{fill} {color}", id = (uint)_signals.Count);
        }

        return id;
    }

    internal Stylesheet Write()
    {
        var sheet = new Stylesheet();
        if (_numberFormats.Count > 0)
        {
            sheet.NumberingFormats = new NumberingFormats(
                _numberFormats.OrderBy(f => f.Value).Select(f => new NumberingFormat { NumberFormatId = f.Value, FormatCode = f.Key }))
            {
                Count = (uint)_numberFormats.Count,
            };
        }

        sheet.Fonts = new Fonts(_fonts) { Count = (uint)_fonts.Count };
        sheet.Fills = new Fills(_fills) { Count = (uint)_fills.Count };
        sheet.Borders = new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(
                new LeftBorder(Line()) { Style = BorderStyleValues.Thin }, new RightBorder(Line()) { Style = BorderStyleValues.Thin },
                new TopBorder(Line()) { Style = BorderStyleValues.Thin }, new BottomBorder(Line()) { Style = BorderStyleValues.Thin },
                new DiagonalBorder()))
        {
            Count = 2,
        };
        var plain = new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 };
        sheet.CellStyleFormats = new CellStyleFormats(plain) { Count = 1 };
        sheet.CellFormats = new CellFormats(_formats) { Count = (uint)_formats.Count };
        sheet.CellStyles = new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 };
        if (_signals.Count > 0)
        {
            sheet.DifferentialFormats = new DifferentialFormats(_signals.OrderBy(s => s.Value).Select(s => s.Key.Split(' ')).Select(s =>
                new DifferentialFormat(
                    new Font(new Color { Rgb = "FF" + s[1] }),
                    new Fill(new PatternFill(new BackgroundColor { Rgb = "FF" + s[0] }) { PatternType = PatternValues.Solid }))))
            {
                Count = (uint)_signals.Count,
            };
        }

        return sheet;
    }

    private static Color Line() => new() { Rgb = "FF808080" };

    private uint NumberFormat(string? code)
    {
        if (code is null or "General")
        {
            return 0;
        }

        if (code == "@")
        {
            return 49;
        }

        if (!_numberFormats.TryGetValue(code, out var id))
        {
            _numberFormats.Add(code, id = FirstCustomFormat + (uint)_numberFormats.Count);
        }

        return id;
    }

    private uint FontId(CellLook look)
    {
        if (!_fontIds.TryGetValue((look.Color, look.Bold, look.Size, look.Underlined), out var id))
        {
            _fonts.Add(FontOf(look));
            _fontIds.Add((look.Color, look.Bold, look.Size, look.Underlined), id = (uint)_fonts.Count - 1);
        }

        return id;
    }

    private static Font FontOf(CellLook look)
    {
        var font = new Font();
        if (look.Bold)
        {
            font.Append(new Bold());
        }

        if (look.Underlined)
        {
            font.Append(new Underline());
        }

        font.Append(
            new FontSize { Val = Measure.Of(look.Size) },
            new Color { Rgb = "FF" + (look.Color ?? "000000") },
            new FontName { Val = FontName },
            new FontCharSet { Val = 134 });
        return font;
    }

    private uint FillId(CellLook look)
    {
        var key = (look.Fill, look.Hatched);
        if (!_fillIds.TryGetValue(key, out var id))
        {
            _fills.Add(new Fill(look.Hatched
                ? new PatternFill(
                    new ForegroundColor { Rgb = "FFA6A6A6" }, new BackgroundColor { Rgb = "FF" + (look.Fill ?? "FFFFFF") })
                {
                    PatternType = PatternValues.LightUp,
                }
                : new PatternFill(new ForegroundColor { Rgb = "FF" + look.Fill }, new BackgroundColor { Indexed = 64 })
                {
                    PatternType = PatternValues.Solid,
                }));
            _fillIds.Add(key, id = (uint)_fills.Count - 1);
        }

        return id;
    }
}
