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

    /// <summary>An attribute of the element by its local name alone, for parts whose prefix may be any; null if there is none.</summary>
    internal string? Local(string name)
    {
        string? found = null;
        for (var i = 0; i < _xml.AttributeCount && found is null; i++)
        {
            _xml.MoveToAttribute(i);
            found = _xml.LocalName == name ? _xml.Value : null;
        }

        _xml.MoveToElement();
        return found;
    }

    /// <summary>Whether the element switches something on: it has no value, or none that says no.</summary>
    internal bool IsOn => Local("val") is null or not ("0" or "false" or "off" or "none");

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
    /// The text of the element with its runs. Phonetic guides, printed beside Chinese characters, and what is struck out are left out; a
    /// digit above the line stays one, lest 10⁴ becomes 104. The reader then is on its end.
    /// </summary>
    internal string Content()
    {
        if (IsEmpty)
        {
            return "";
        }

        var depth = _xml.Depth;
        var text = new StringBuilder();
        var (isRaised, isStruck) = (false, false);
        while (Read() && !(IsEnd && _xml.Depth == depth))
        {
            if (!IsStart)
            {
                var before = text.Length;
                if (IsText)
                {
                    Append(text);
                }

                text.Length = isStruck ? before : text.Length;
                for (var i = before; isRaised && i < text.Length; i++)
                {
                    text[i] = RaisedText.Of(text[i]);
                }
            }
            else if (Name is "rPh" or "extLst")
            {
                Skip();
            }
            else
            {
                (isRaised, isStruck) = Name switch
                {
                    "r" => (false, false),
                    "vertAlign" => (Local("val") == "superscript", isStruck),
                    "strike" => (isRaised, IsOn),
                    _ => (isRaised, isStruck),
                };
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
