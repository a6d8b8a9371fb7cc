using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Notes;

/// <summary>Changes some parts of a workbook and keeps the bytes of all others. Not thread-safe.</summary>
internal sealed class PackageEdit : IDisposable
{
    private const string PackageNamespace = "http://schemas.openxmlformats.org/package/2006/";
    private const string Types = "[Content_Types].xml";
    private const int PartBytes = 32 << 20;

    private static readonly XNamespace RelationNamespace = PackageNamespace + "relationships";
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly WorkbookPackage _package;
    private readonly string _name;
    private readonly MemoryStream _stream = new();
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private readonly Dictionary<string, XDocument> _documents = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _order = [];

    internal PackageEdit(WorkbookPackage package, string name)
    {
        (_package, _name, Main) = (package, name, package.MainPart());
        _stream.Write(package.Bytes);
        _zip = new ZipArchive(_stream, ZipArchiveMode.Update, leaveOpen: true);
        _entries = _zip.Entries.Where(e => !e.FullName.EndsWith('/'))
            .ToDictionary(e => e.FullName.Replace('\\', '/').TrimStart('/'), StringComparer.OrdinalIgnoreCase);
        var type = package.Relations("").First(r => r.Target == Main).Type;
        OfficeRelations = type[..type.LastIndexOf('/')];
    }

    /// <summary>The main part.</summary>
    internal string Main { get; }

    /// <summary>The namespace of relationships, which differs between the transitional and the strict form.</summary>
    internal XNamespace OfficeRelations { get; }

    /// <summary>Opens a part to change it.</summary>
    /// <exception cref="DiagnosticException">It is missing, damaged or too large.</exception>
    internal XDocument Open(string part)
    {
        if (_documents.TryGetValue(part, out var open))
        {
            return open;
        }

        try
        {
            using var xml = XmlReader.Create(Bytes(part), Reading);
            return Keep(part, XDocument.Load(xml, LoadOptions.PreserveWhitespace));
        }
        catch (XmlException)
        {
            throw Broken(part);
        }
    }

    /// <summary>Adds a part of a type.</summary>
    internal void Add(string part, string type, XDocument content)
    {
        Keep(part, content);
        XNamespace types = PackageNamespace + "content-types";
        Open(Types).Root!.Add(new XElement(
            types + "Override", new XAttribute("PartName", $"/{part}"), new XAttribute("ContentType", type)));
    }

    /// <summary>The text of a part; null if there is none.</summary>
    internal string? Text(string part)
    {
        if (!_entries.ContainsKey(part))
        {
            return null;
        }

        using var reader = new StreamReader(Bytes(part), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Writes a part of text; its ending gives its type.</summary>
    internal void Write(string part, string text, string ending, string type)
    {
        XNamespace types = PackageNamespace + "content-types";
        var root = Open(Types).Root!;
        var known = root.Elements(types + "Default").Select(d => (string?)d.Attribute("Extension"));
        if (!known.Contains(ending, StringComparer.OrdinalIgnoreCase))
        {
            root.AddFirst(new XElement(types + "Default", new XAttribute("Extension", ending), new XAttribute("ContentType", type)));
        }

        Replace(part, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>A part's name that is not in use, such as <c>xl/comments3.xml</c>.</summary>
    internal string NewName(string start, string end)
    {
        var number = 1;
        while (_entries.ContainsKey($"{start}{number}{end}") || _documents.ContainsKey($"{start}{number}{end}"))
        {
            number++;
        }

        return $"{start}{number}{end}";
    }

    /// <summary>The part that another refers to by a kind of relationship; null if there is none.</summary>
    /// <param name="part">The part.</param>
    /// <param name="kind">The end of the type.</param>
    /// <param name="id">The id of the relationship; null for any.</param>
    internal string? Related(string part, string kind, string? id = null) => _package.Relations(part)
        .Find(r => r.Type.EndsWith($"/{kind}", StringComparison.Ordinal) && (id ?? r.Id) == r.Id && _package.Has(r.Target)).Target;

    /// <summary>Refers to a part from another.</summary>
    /// <returns>The id of the relationship.</returns>
    internal string Relate(string part, string kind, string target)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        var relations = _entries.ContainsKey(name) || _documents.ContainsKey(name) ? Open(name)
            : Keep(name, new XDocument(new XElement(RelationNamespace + "Relationships")));
        var used = relations.Root!.Elements().Select(r => (string?)r.Attribute("Id")).ToHashSet();
        var number = 1;
        while (used.Contains($"rId{number}"))
        {
            number++;
        }

        relations.Root.Add(new XElement(
            RelationNamespace + "Relationship", new XAttribute("Id", $"rId{number}"),
            new XAttribute("Type", $"{OfficeRelations}/{kind}"), new XAttribute("Target", $"/{target}")));
        return $"rId{number}";
    }

    /// <summary>The whole file.</summary>
    internal byte[] Write()
    {
        foreach (var part in _order)
        {
            Replace(part, stream =>
            {
                using var xml = XmlWriter.Create(stream, Writing);
                _documents[part].Save(xml);
            });
        }

        _zip.Dispose();
        return _stream.ToArray();
    }

    public void Dispose() => _zip.Dispose();

    internal DiagnosticException Broken(string part) => WorkbookPackage.Broken(_name, new($"{part} 读不懂", $"{part} cannot be read"));

    private MemoryStream Bytes(string part)
    {
        if (!_entries.TryGetValue(part, out var entry))
        {
            throw WorkbookPackage.Broken(_name, new($"缺少 {part}", $"{part} is missing"));
        }

        var bytes = new MemoryStream();
        using var stream = _package.Part(part);
        stream.CopyTo(bytes);
        if (bytes.Length > PartBytes)
        {
            throw WorkbookPackage.TooLarge(_name, new("要加批注的工作表", "The sheet to annotate"), PartBytes);
        }

        bytes.Position = 0;
        return bytes;
    }

    private XDocument Keep(string part, XDocument document)
    {
        _documents.Add(part, document);
        _order.Add(part);
        return document;
    }

    // In its place and with its time, so that nothing but the content changes.
    private void Replace(string part, Action<Stream> write)
    {
        var entry = _entries.TryGetValue(part, out var old) ? old : _entries[part] = _zip.CreateEntry(part);
        var time = old?.LastWriteTime ?? Earliest;
        using (var stream = entry.Open())
        {
            stream.SetLength(0);
            write(stream);
        }

        entry.LastWriteTime = time;
    }
}
