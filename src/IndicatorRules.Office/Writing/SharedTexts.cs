using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using IndicatorRules.Office.Workbooks;

namespace IndicatorRules.Office.Writing;

/// <summary>The texts of a workbook, each once, in the order of their first use. Not thread-safe.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, int> _all = new(StringComparer.Ordinal);
    private int _uses;

    internal int Of(string text)
    {
        _uses++;
        var clean = Clean(text);
        if (!_all.TryGetValue(clean, out var index))
        {
            _all.Add(clean, index = _all.Count);
        }

        return index;
    }

    internal SharedStringTable Write() => new(_all.Keys.Select(t =>
        new SharedStringItem(new Text(t) { Space = t.Any(char.IsWhiteSpace) ? SpaceProcessingModeValues.Preserve : null })))
    {
        Count = (uint)_uses,
        UniqueCount = (uint)_all.Count,
    };

    /// <summary>The text without characters that XML cannot hold, and within the limit of a cell.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > WorkbookCaps.CellCharacters)
            {
                break;
            }

            if (rune.Value is '\t' or '\n' || (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF or 0x7F)))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
