using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Office.Workbooks;

/// <summary>The parts of a workbook, counted before any of them is unpacked. Not thread-safe.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const uint EndMark = 0x06054b50;
    private const int EndLength = 22;
    private const int LongestComment = 0xFFFF;
    private const string Relation = "/officeDocument";

    // What a workbook may carry beside its figures, by a part of the name, and what to call it.
    private static readonly (string Mark, LocalizedText Name)[] Foreign =
    [
        ("vbaProject", new("宏", "macros")),
        ("/externalLinks/", new("指向其他文件的链接", "links to other files")),
        ("/embeddings/", new("嵌入的对象", "embedded objects")),
        ("/activeX/", new("控件", "controls")),
        ("connections.xml", new("外部数据连接", "data connections")),
    ];

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts;
    private readonly string _name;

    private WorkbookPackage(byte[] bytes, ZipArchive zip, Dictionary<string, ZipArchiveEntry> parts, string name) =>
        (Bytes, _zip, _parts, _name) = (bytes, zip, parts, name);

    /// <summary>The whole file.</summary>
    internal byte[] Bytes { get; }

    /// <summary>The names of all parts, in ordinal order.</summary>
    internal IEnumerable<string> Names => _parts.Keys.Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the workbook carries that is neither run nor read.</summary>
    internal ImmutableArray<LocalizedText> PassedOver =>
        [.. Foreign.Where(f => _parts.Keys.Any(p => $"/{p}".Contains(f.Mark, StringComparison.OrdinalIgnoreCase))).Select(f => f.Name)];

    /// <summary>Opens a workbook.</summary>
    /// <param name="file">The file or pipe.</param>
    /// <param name="name">Its name in diagnostics.</param>
    /// <exception cref="DiagnosticException">It is not a workbook, or too large.</exception>
    internal static WorkbookPackage Open(InputFile file, string name)
    {
        var bytes = file.ReadAll(WorkbookCaps.FileBytes + 1);
        if (bytes.Length > WorkbookCaps.FileBytes)
        {
            throw TooLarge(name, new("文件", "The file"), WorkbookCaps.FileBytes);
        }

        return Open(bytes, name);
    }

    /// <summary>Opens a workbook from its bytes.</summary>
    /// <exception cref="DiagnosticException">It is not a workbook, or too large.</exception>
    internal static WorkbookPackage Open(byte[] bytes, string name)
    {
        if (OtherKind(bytes) is { } kind)
        {
            throw new DiagnosticException(DiagnosticCatalog.WorkbookKind, new Location(name), kind);
        }

        if (Count(bytes) is var count && count > WorkbookCaps.Parts)
        {
            throw TooLarge(name, new("文件里的部件", "The number of parts"), WorkbookCaps.Parts);
        }

        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var parts = Parts(zip, name);
            if (!parts.ContainsKey("[Content_Types].xml"))
            {
                throw new DiagnosticException(DiagnosticCatalog.WorkbookKind, new Location(name), OfZip(parts));
            }

            return new WorkbookPackage(bytes, zip, parts, name);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            zip?.Dispose();
            throw Broken(name, new("压缩包已损坏", "the archive is damaged"));
        }
        catch
        {
            zip?.Dispose();
            throw;
        }
    }

    internal bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>The main part, which lists the sheets.</summary>
    /// <exception cref="DiagnosticException">There is none, or the file is another kind of document.</exception>
    internal string MainPart()
    {
        var main = Relations("").FirstOrDefault(r => r.Type.EndsWith(Relation, StringComparison.Ordinal)).Target;
        if (main is null || !_parts.ContainsKey(main) || !main.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) || main.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase))
        {
            throw new DiagnosticException(DiagnosticCatalog.WorkbookKind, new Location(_name), OfZip(_parts));
        }

        return main;
    }

    /// <summary>The main part of a Word document; null if the file is none.</summary>
    internal string? DocumentPart() =>
        Relations("").FirstOrDefault(r => r.Type.EndsWith(Relation, StringComparison.Ordinal)).Target is { } main && Has(main)
            && main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && main.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            ? main : null;

    /// <summary>What a part refers to inside the package: id, type and full name of the target.</summary>
    internal List<(string Id, string Type, string Target)> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var (folder, file) = (part[..slash], part[slash..]);
        var relations = new List<(string, string, string)>();
        if (!Has($"{folder}_rels/{file}.rels"))
        {
            return relations;
        }

        using var xml = Read($"{folder}_rels/{file}.rels");
        while (xml.Next("Relationship"))
        {
            if (xml["TargetMode"] != "External" && xml["Target"] is { } target && relations.Count < WorkbookCaps.Entries)
            {
                relations.Add((xml["Id"] ?? "", xml["Type"] ?? "", Resolved(folder, target)));
            }
        }

        return relations;
    }

    /// <summary>Reads a part.</summary>
    /// <exception cref="DiagnosticException">The workbook has no such part, or its first bytes are damaged.</exception>
    internal PartReader Read(string part)
    {
        try
        {
            return new(Part(part), part, _name);
        }
        catch (InvalidDataException)
        {
            throw Broken(_name, new($"{part} 已损坏", $"{part} is damaged"));
        }
    }

    /// <summary>The bytes of a part.</summary>
    /// <exception cref="DiagnosticException">The workbook has no such part.</exception>
    internal Stream Part(string part) => _parts.TryGetValue(part, out var entry)
        ? new BoundedStream(entry.Open(), entry.Length)
        : throw Broken(_name, new($"缺少 {part}", $"{part} is missing"));

    /// <summary>Reads every part to its end, since a library that opens the file would.</summary>
    /// <exception cref="DiagnosticException">A part is longer than the archive says, or damaged.</exception>
    internal void Verify()
    {
        var buffer = new byte[1 << 16];
        foreach (var (part, entry) in _parts)
        {
            try
            {
                using var stream = new BoundedStream(entry.Open(), entry.Length);
                while (stream.Read(buffer) > 0)
                {
                }
            }
            catch (InvalidDataException)
            {
                throw Broken(_name, new($"{part} 已损坏", $"{part} is damaged"));
            }

            if (part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                using var xml = Read(part);
                while (xml.Read())
                {
                }
            }
        }
    }

    public void Dispose() => _zip.Dispose();

    internal static DiagnosticException Broken(string name, LocalizedText why) =>
        new(DiagnosticCatalog.WorkbookBroken, new Location(name), why);

    internal static DiagnosticException TooLarge(string name, LocalizedText what, long limit) =>
        new(DiagnosticCatalog.WorkbookTooLarge, new Location(name), what, $"{limit}");

    private static Dictionary<string, ZipArchiveEntry> Parts(ZipArchive zip, string name)
    {
        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        var all = 0L;
        foreach (var entry in zip.Entries)
        {
            if (entry.FullName.EndsWith('/'))
            {
                continue;
            }

            if (entry.Length > WorkbookCaps.PartBytes || (all += entry.Length) > WorkbookCaps.AllBytes)
            {
                throw TooLarge(name, new("解开后的内容", "The unpacked content"), WorkbookCaps.AllBytes);
            }

            if (!parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
            {
                throw Broken(name, new("同一部件出现了两次", "a part occurs twice"));
            }
        }

        return parts;
    }

    // The number of parts by the end of the table of contents, so that a library builds no list of millions.
    private static int Count(byte[] bytes)
    {
        for (var at = bytes.Length - EndLength; at >= Math.Max(0, bytes.Length - EndLength - LongestComment); at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) == EndMark)
            {
                return BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 10));
            }
        }

        return 0;
    }

    // Compound files are either old formats or encrypted packages; their streams are named in UTF-16.
    private static LocalizedText? OtherKind(byte[] bytes)
    {
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return HasStream(bytes, "EncryptedPackage") ? new("加了密码的工作簿", "an encrypted workbook")
                : HasStream(bytes, "WordDocument") ? new("旧版 Word 文档（.doc、.wps）", "an old Word document (.doc, .wps)")
                : new("旧版工作簿（.xls、.et）", "an old workbook (.xls, .et)");
        }

        return bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] ? null
            : bytes.Length == 0 ? new("空文件", "an empty file")
            : new("别的文件，只是名字叫 .xlsx", "another kind of file under the name .xlsx");
    }

    private static bool HasStream(byte[] bytes, string stream) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;

    private static LocalizedText OfZip(Dictionary<string, ZipArchiveEntry> parts) =>
        parts.ContainsKey("xl/workbook.bin") ? new("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)")
        : parts.ContainsKey("word/document.xml") ? new("Word 文档", "a Word document")
        : parts.ContainsKey("ppt/presentation.xml") ? new("演示文稿", "a presentation")
        : parts.ContainsKey("content.xml") ? new("OpenDocument 文件（.ods、.odt）", "an OpenDocument file (.ods, .odt)")
        : new("压缩包，里面没有工作簿", "an archive without a workbook");

    private static string Resolved(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var steps = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".." or ""))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}

/// <summary>Ends with an error where a part is longer than the archive says.</summary>
internal sealed class BoundedStream(Stream inner, long length) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        return (_read += read) <= length ? read : throw new InvalidDataException("The part is longer than the archive says.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
