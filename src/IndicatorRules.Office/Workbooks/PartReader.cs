using System.Text;
using System.Xml;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Workbooks;

/// <summary>
/// Reads the XML of one part forwards. Elements are known by their local names, which the transitional and the strict form share. DTDs are
/// rejected. Not thread-safe.
/// </summary>
internal sealed class PartReader : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly Stream _stream;
    private readonly XmlReader _xml;
    private readonly string _part;
    private readonly string _file;
    private readonly char[] _buffer = new char[1024];
    private int _chunk;

    internal PartReader(Stream stream, string part, string file)
    {
        (_stream, _part, _file) = (stream, part, file);
        _xml = XmlReader.Create(stream, Settings);
    }

    /// <summary>The bytes unpacked so far, and in all.</summary>
    internal (long Read, long Length) Progress => (_stream.Position, _stream.Length);

    internal bool IsStart => _xml.NodeType == XmlNodeType.Element;

    internal bool IsEnd => _xml.NodeType == XmlNodeType.EndElement;

    internal bool IsEmpty => _xml.IsEmptyElement;

    internal bool IsText =>
        _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    internal string Name => _xml.LocalName;

    /// <summary>An attribute of the element by its local name or, with a prefix, its name in any namespace.</summary>
    internal string? this[string name] => _xml.GetAttribute(name);

    /// <summary>The relationship id of the element, whose namespace differs between the two forms.</summary>
    internal string? RelationId
    {
        get
        {
            for (var i = 0; i < _xml.AttributeCount; i++)
            {
                _xml.MoveToAttribute(i);
                if (_xml.LocalName == "id" && _xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
                {
                    var id = _xml.Value;
                    _xml.MoveToElement();
                    return id;
                }
            }

            _xml.MoveToElement();
            return null;
        }
    }

    internal bool Read() => Guard(static xml => xml.Read());

    /// <summary>Moves to the next element with a name; false at the end of the part.</summary>
    internal bool Next(string name)
    {
        while (Read())
        {
            if (IsStart && Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves past the element and its content; the reader then is on its end.</summary>
    internal void Skip()
    {
        if (IsEmpty)
        {
            return;
        }

        var depth = _xml.Depth;
        while (Read() && !(IsEnd && _xml.Depth == depth))
        {
        }
    }

    /// <summary>
    /// The text of the element with its runs. Phonetic guides, printed beside Chinese characters, are left out. The reader then is on
    /// its end.
    /// </summary>
    internal string Content()
    {
        if (IsEmpty)
        {
            return "";
        }

        var depth = _xml.Depth;
        var text = new StringBuilder();
        while (Read() && !(IsEnd && _xml.Depth == depth))
        {
            if (IsStart && Name is "rPh" or "extLst")
            {
                Skip();
            }
            else if (IsText)
            {
                Append(text);
            }
        }

        return text.ToString();
    }

    // In chunks: a hostile text may be as long as the part.
    private void Append(StringBuilder text)
    {
        while (Guard(xml => (_chunk = xml.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0))
        {
            text.Append(_buffer, 0, _chunk);
            if (text.Length > WorkbookCaps.CellCharacters)
            {
                throw WorkbookPackage.TooLarge(_file, new("一个单元格的文字", "The text of a cell"), WorkbookCaps.CellCharacters);
            }
        }
    }

    internal DiagnosticException Broken(LocalizedText? why = null) => WorkbookPackage.Broken(
        _file,
        why is null ? new($"{_part} 读不懂", $"{_part} cannot be read")
            : new($"{_part} 读不懂：{why.Zh}", $"{_part} cannot be read: {why.En}"));

    public void Dispose() => _xml.Dispose();

    private bool Guard(Func<XmlReader, bool> read)
    {
        try
        {
            return read(_xml);
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw Broken(new("里面有 DTD", "it has a DTD"));
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or NotSupportedException or ArgumentException)
        {
            throw Broken();
        }
    }
}
