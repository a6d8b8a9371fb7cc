using System.Collections.Immutable;
using System.Globalization;

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
}

/// <summary>The number format of each cell style of a workbook. Immutable.</summary>
internal sealed class CellFormats
{
    private readonly ImmutableArray<NumberForm> _forms;

    private CellFormats(ImmutableArray<NumberForm> forms) => _forms = forms;

    internal static CellFormats None { get; } = new([]);

    internal NumberForm Of(string? style) =>
        int.TryParse(style, NumberStyles.None, null, out var index) && index < _forms.Length ? _forms[index] : NumberForm.Number;

    internal static CellFormats Read(PartReader xml)
    {
        var custom = new Dictionary<string, NumberForm>(StringComparer.Ordinal);
        var forms = ImmutableArray.CreateBuilder<NumberForm>();
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

    private static void ReadStyles(PartReader xml, Dictionary<string, NumberForm> custom, ImmutableArray<NumberForm>.Builder forms)
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
                forms.Add(custom.TryGetValue(id, out var form) ? form : OfBuiltIn(id));
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

    /// <summary>The form of a format code: by its letters outside quotes, brackets and escapes.</summary>
    internal static NumberForm OfCode(string code)
    {
        var form = NumberForm.Number;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = Math.Max(i, code.IndexOf('"', i + 1) is var quote and >= 0 ? quote : code.Length);
                    break;
                case '[':
                    i = Math.Max(i, code.IndexOf(']', i) is var bracket and >= 0 ? bracket : code.Length);
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '%':
                    form = NumberForm.Percent;
                    break;
                case 'y' or 'm' or 'd' or 'h' or 's' or 'Y' or 'M' or 'D' or 'H' or 'S':
                    return NumberForm.Date;
                default:
                    break;
            }
        }

        return form;
    }
}
