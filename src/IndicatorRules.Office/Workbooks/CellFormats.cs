using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace IndicatorRules.Office.Workbooks;

/// <summary>How a cell shows its number.</summary>
internal enum NumberForm : byte
{
    /// <summary>As a number.</summary>
    Number,

    /// <summary>As a percentage: 0.58 as 58%.</summary>
    Percent,

    /// <summary>As a date or time.</summary>
    Date,

    /// <summary>As a number of thousands.</summary>
    Scaled,
}

/// <summary>How a style shows the number of a cell. Immutable.</summary>
/// <param name="Form">As what.</param>
/// <param name="Unit">The unit that the format writes behind the number: 0.0"万吨"; empty if it writes none.</param>
internal readonly record struct CellFormat(NumberForm Form, string Unit = "");

/// <summary>The number format of each cell style of a workbook. Immutable.</summary>
internal sealed class CellFormats
{
    private readonly ImmutableArray<CellFormat> _forms;

    private CellFormats(ImmutableArray<CellFormat> forms) => _forms = forms;

    internal static CellFormats None { get; } = new([]);

    internal CellFormat Of(string? style) =>
        int.TryParse(style, NumberStyles.None, null, out var index) && index < _forms.Length ? _forms[index] : default;

    internal static CellFormats Read(PartReader xml)
    {
        var custom = new Dictionary<string, CellFormat>(StringComparer.Ordinal);
        var forms = ImmutableArray.CreateBuilder<CellFormat>();
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name == "numFmt" && custom.Count < WorkbookCaps.Entries)
            {
                custom[xml["numFmtId"] ?? ""] = OfCode(xml["formatCode"] ?? "");
            }
            else if (xml.IsStart && xml.Name == "cellXfs")
            {
                ReadStyles(xml, custom, forms);
            }
            else if (xml.IsStart && xml.Name == "dxfs")
            {
                xml.Skip();
            }
        }

        return new CellFormats(forms.ToImmutable());
    }

    private static void ReadStyles(PartReader xml, Dictionary<string, CellFormat> custom, ImmutableArray<CellFormat>.Builder forms)
    {
        if (xml.IsEmpty)
        {
            return;
        }

        while (xml.Read() && !(xml.IsEnd && xml.Name == "cellXfs") && forms.Count < WorkbookCaps.Entries)
        {
            if (xml.IsStart && xml.Name == "xf")
            {
                var id = xml["numFmtId"] ?? "0";
                forms.Add(custom.TryGetValue(id, out var form) ? form : new(OfBuiltIn(id)));
            }
        }
    }

    private static NumberForm OfBuiltIn(string id) => int.TryParse(id, NumberStyles.None, null, out var number)
        ? number switch
        {
            9 or 10 => NumberForm.Percent,
            (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => NumberForm.Date,
            _ => NumberForm.Number,
        }
        : NumberForm.Number;

    /// <summary>The format of a code: by its letters outside quotes, brackets and escapes, and what it writes behind the digits.</summary>
    internal static CellFormat OfCode(string code)
    {
        // General, and as Chinese programs write it.
        code = code.Replace("G/通用格式", "0", StringComparison.Ordinal).Replace("General", "0", StringComparison.OrdinalIgnoreCase);
        var form = NumberForm.Number;
        var unit = new StringBuilder();
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    var end = code.IndexOf('"', i + 1) is var quote and >= 0 ? quote : code.Length;
                    unit.Append(code.AsSpan(i + 1, Math.Max(0, end - i - 1)));
                    i = Math.Max(i, end);
                    break;
                case '[':
                    i = Math.Max(i, code.IndexOf(']', i) is var bracket and >= 0 ? bracket : code.Length);
                    break;
                case '\\' when i + 1 < code.Length:
                    unit.Append(code[++i]);
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '%':
                    form = NumberForm.Percent;
                    break;
                case ',' when form == NumberForm.Number && !IsDigit(code, i + 1) && i > 0 && (IsDigit(code, i - 1) || code[i - 1] == ','):
                    form = NumberForm.Scaled;
                    break;
                case '0' or '#' or '?':
                    // The text before the digits is not a unit.
                    unit.Clear();
                    break;
                case 'y' or 'm' or 'd' or 'h' or 's' or 'Y' or 'M' or 'D' or 'H' or 'S':
                    return new(NumberForm.Date);
                case > '\u2E80' or '‰' or '℃':
                    unit.Append(code[i]);
                    break;
                default:
                    break;
            }
        }

        var text = unit.ToString().Trim();
        return new(form, text.Any(c => char.IsLetter(c) || c is '%' or '‰' or '℃') ? text : "");
    }

    private static bool IsDigit(string code, int at) => at < code.Length && code[at] is '0' or '#' or '?';
}
