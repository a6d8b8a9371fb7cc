using System.Xml;

namespace IndicatorRules.Packaging.Reading;

/// <summary>The id, version and types in a nuspec. It is not signed, so these are only compared with the manifest. Immutable.</summary>
/// <param name="Id">The id; empty if missing.</param>
/// <param name="Version">The version as written; empty if missing.</param>
/// <param name="Types">The package's types.</param>
internal sealed record PackedNuspec(string Id, string Version, IReadOnlyList<string> Types)
{
    // The elements read here are four deep; the rest leaves room for extensions of the format.
    internal const int MostDepth = 16;

    /// <exception cref="XmlException">The bytes are not XML, or are nested too deep.</exception>
    internal static PackedNuspec Read(byte[] bytes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = PackageCaps.NuspecBytes,
        };
        using var xml = XmlReader.Create(new MemoryStream(bytes, writable: false), settings);
        var (id, version) = ("", "");
        var types = new List<string>();
        var path = new Stack<string>();
        while (xml.Read())
        {
            if (xml.Depth > MostDepth)
            {
                throw new XmlException("It is nested too deep.");
            }

            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    path.Push(xml.LocalName);
                    if (xml.LocalName == "packageType" && Within(path, "package", "metadata", "packageTypes", "packageType"))
                    {
                        types.Add(xml.GetAttribute("name") ?? "");
                    }

                    if (xml.IsEmptyElement)
                    {
                        path.Pop();
                    }

                    break;
                case XmlNodeType.EndElement:
                    path.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when Within(path, "package", "metadata", "id"):
                    id += xml.Value.Trim();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when Within(path, "package", "metadata", "version"):
                    version += xml.Value.Trim();
                    break;
            }
        }

        return new PackedNuspec(id, version, types);
    }

    private static bool Within(Stack<string> path, params string[] names) => path.Reverse().SequenceEqual(names);
}
