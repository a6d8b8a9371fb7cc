using System.Collections.Immutable;
using System.Security.Cryptography;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Office.Workbooks;

/// <summary>A workbook: its sheets, and what their cells refer to. Sheets are read from the file when asked for. Not thread-safe.</summary>
internal sealed class WorkbookFile : IDisposable
{
    private readonly WorkbookPackage _package;
    private readonly List<string> _strings = [];
    private readonly PartReader? _unreadStrings;
    private int _characters;

    private WorkbookFile(WorkbookPackage package, string name)
    {
        (_package, Name) = (package, name);
        var main = package.MainPart();
        var relations = package.Relations(main);
        string? Part(string type) =>
            relations.Find(r => r.Type.EndsWith(type, StringComparison.Ordinal) && package.Has(r.Target)).Target;
        // Chart sheets and dialogs have parts of other kinds.
        var sheets = relations.Where(r => r.Type.EndsWith("/worksheet", StringComparison.Ordinal));
        Sheets = ReadSheets(main, sheets.ToLookup(r => r.Id, r => r.Target));
        if (Part("/styles") is { } styles)
        {
            using var xml = package.Read(styles);
            Formats = CellFormats.Read(xml);
        }

        _unreadStrings = Part("/sharedStrings") is { } strings ? package.Read(strings) : null;
    }

    /// <summary>The file's name in diagnostics.</summary>
    internal string Name { get; }

    internal ImmutableArray<Sheet> Sheets { get; }

    internal WorkbookPackage Package => _package;

    internal CellFormats Formats { get; } = CellFormats.None;

    internal bool Uses1904 { get; private set; }

    /// <summary>Diagnostics about the file as a whole.</summary>
    internal ImmutableArray<Diagnostic> Notices => _package.PassedOver is { IsEmpty: false } passed
        ? [new Diagnostic(DiagnosticCatalog.WorkbookPassedOver, new Location(Name), [Listed(passed)])]
        : [];

    /// <exception cref="DiagnosticException">It is not a workbook, too large, or damaged.</exception>
    internal static WorkbookFile Open(InputFile file, string name) => Open(WorkbookPackage.Open(file, name), name);

    /// <exception cref="DiagnosticException">It is not a workbook, too large, or damaged.</exception>
    internal static WorkbookFile Open(byte[] bytes, string name) => Open(WorkbookPackage.Open(bytes, name), name);

    internal string Hash() => Convert.ToHexStringLower(SHA256.HashData(_package.Bytes));

    internal Sheet? Find(string sheet) => Sheets.FirstOrDefault(s => s.Name == sheet);

    internal PartReader Read(string part) => _package.Read(part);

    /// <summary>The text of the first custom part with a root element of a name; null if there is none.</summary>
    internal string? CustomText(string element)
    {
        foreach (var part in _package.Names.Where(n => n.StartsWith("customXml/item", StringComparison.OrdinalIgnoreCase)
            && n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var xml = _package.Read(part);
            while (xml.Read())
            {
                if (xml.IsStart)
                {
                    if (xml.Name == element)
                    {
                        return xml.Content();
                    }

                    break;
                }
            }
        }

        return null;
    }

    /// <summary>A shared string. The table is read as far as cells refer to it.</summary>
    internal string SharedString(int index, PartReader from)
    {
        while (_strings.Count <= index)
        {
            if (_unreadStrings?.Next("si") != true)
            {
                throw from.Broken(new("引用的文字不存在", "it refers to a text that does not exist"));
            }

            var text = _unreadStrings.Content();
            if ((_characters += text.Length + 1) > WorkbookCaps.SharedCharacters)
            {
                throw WorkbookPackage.TooLarge(Name, new("文字", "The text"), WorkbookCaps.SharedCharacters);
            }

            _strings.Add(text);
        }

        return _strings[index];
    }

    public void Dispose()
    {
        _unreadStrings?.Dispose();
        _package.Dispose();
    }

    private static WorkbookFile Open(WorkbookPackage package, string name)
    {
        try
        {
            return new WorkbookFile(package, name);
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    private ImmutableArray<Sheet> ReadSheets(string main, ILookup<string, string> targets)
    {
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        using var xml = _package.Read(main);
        while (xml.Read() && sheets.Count < WorkbookCaps.Parts)
        {
            if (xml.IsStart && xml.Name == "workbookPr")
            {
                Uses1904 = xml["date1904"] is "1" or "true";
            }
            else if (xml.IsStart && xml.Name == "sheet")
            {
                var (name, isHidden) = (xml["name"] ?? "", xml["state"] is "hidden" or "veryHidden");
                var part = xml.RelationId is { } id ? targets[id].FirstOrDefault() : null;
                if (part is not null && _package.Has(part))
                {
                    sheets.Add(new Sheet(this, name, part, isHidden));
                }
            }
        }

        return sheets.Count > 0 ? sheets.ToImmutable()
            : throw WorkbookPackage.Broken(Name, new("没有工作表", "it has no sheets"));
    }

    private static LocalizedText Listed(ImmutableArray<LocalizedText> names) =>
        new(string.Join('、', names.Select(n => n.Zh)), string.Join(", ", names.Select(n => n.En)));
}
