using System.Globalization;
using System.Xml.Linq;

namespace IndicatorRules.Office.Notes;

/// <summary>The looks of cells with notes: each as it was, on a colour; and the looks of the sheet of findings. Not thread-safe.</summary>
internal sealed class NoteStyles
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    // The lists of a style sheet in their order, each with what it must have at least.
    private static readonly (string List, string[] Least)[] Lists =
    [
        ("numFmts", []), ("fonts", ["font"]), ("fills", ["fill", "fill"]), ("borders", ["border"]), ("cellStyleXfs", ["xf"]),
        ("cellXfs", ["xf"]),
    ];

    private readonly XElement _root;
    private readonly XNamespace _of;
    private readonly Dictionary<(int Style, NoteKind Kind), int> _known = [];
    private readonly Dictionary<NoteKind, int> _fills = [];

    internal NoteStyles(PackageEdit edit)
    {
        if (edit.Related(edit.Main, "styles") is { } part)
        {
            _root = edit.Open(part).Root!;
            _of = _root.Name.Namespace;
        }
        else
        {
            _of = edit.Open(edit.Main).Root!.Name.Namespace;
            _root = new XElement(_of + "styleSheet");
            var name = edit.NewName("xl/styles", ".xml");
            edit.Add(name, Type, new XDocument(_root));
            edit.Relate(edit.Main, "styles", name);
        }

        XElement? before = null;
        foreach (var (list, least) in Lists)
        {
            before = Ensure(list, least, before);
        }

        var bold = Add("fonts", new XElement(_of + "font", new XElement(_of + "b"), Size(), Face()));
        var blue = Add("fonts", new XElement(
            _of + "font", new XElement(_of + "u"), Size(), new XElement(_of + "color", new XAttribute("rgb", "FF0563C1")), Face()));
        (Heading, Link, Plain) = (Look(bold), Look(blue), Look(0));
    }

    internal int Heading { get; }

    internal int Link { get; }

    internal int Plain { get; }

    /// <summary>A look on the colour of a kind of note.</summary>
    internal int Of(int style, NoteKind kind)
    {
        if (!_known.TryGetValue((style, kind), out var coloured))
        {
            var all = List("cellXfs").Elements(_of + "xf").ToList();
            var look = new XElement(all[style < all.Count ? style : 0]);
            look.SetAttributeValue("fillId", Fill(kind));
            look.SetAttributeValue("applyFill", "1");
            _known[(style, kind)] = coloured = Add("cellXfs", look);
        }

        return coloured;
    }

    private int Fill(NoteKind kind)
    {
        if (!_fills.TryGetValue(kind, out var fill))
        {
            var colour = kind switch { NoteKind.Error => "FFFFC7CE", NoteKind.Contradiction => "FFFFD8A8", _ => "FFFFF2CC" };
            _fills[kind] = fill = Add("fills", new XElement(_of + "fill", new XElement(
                _of + "patternFill", new XAttribute("patternType", "solid"), new XElement(_of + "fgColor", new XAttribute("rgb", colour)),
                new XElement(_of + "bgColor", new XAttribute("indexed", "64")))));
        }

        return fill;
    }

    private int Look(int font) => Add("cellXfs", new XElement(
        _of + "xf", new XAttribute("numFmtId", 0), new XAttribute("fontId", font), new XAttribute("fillId", 0),
        new XAttribute("borderId", 0), new XAttribute("xfId", 0), new XAttribute("applyFont", 1), new XAttribute("applyAlignment", 1),
        new XElement(_of + "alignment", new XAttribute("vertical", "top"), new XAttribute("wrapText", 1))));

    private XElement Size() => new(_of + "sz", new XAttribute("val", "11"));

    private XElement? Face() => List("fonts").Elements().First().Element(_of + "name");

    private XElement List(string name) => _root.Element(_of + name)!;

    private int Add(string list, XElement entry)
    {
        var all = List(list);
        all.Add(entry);
        var count = all.Elements(entry.Name).Count();
        all.SetAttributeValue("count", count.ToString(CultureInfo.InvariantCulture));
        return count - 1;
    }

    private XElement? Ensure(string name, string[] least, XElement? before)
    {
        var list = _root.Element(_of + name);
        if (list is null && least.Length > 0)
        {
            list = new XElement(_of + name);
            if (before is null)
            {
                _root.AddFirst(list);
            }
            else
            {
                before.AddAfterSelf(list);
            }
        }

        for (var i = list?.Elements().Count() ?? 0; i < least.Length; i++)
        {
            var entry = new XElement(_of + least[i]);
            if (least[i] == "fill")
            {
                entry.Add(new XElement(_of + "patternFill", new XAttribute("patternType", i == 0 ? "none" : "gray125")));
            }

            list!.Add(entry);
        }

        return list ?? before;
    }
}
