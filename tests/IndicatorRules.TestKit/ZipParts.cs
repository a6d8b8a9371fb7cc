using System.IO.Compression;
using System.Text;

namespace IndicatorRules.TestKit;

/// <summary>Archives of texts, such as the parts of a workbook or document.</summary>
internal static class ZipParts
{
    internal static byte[] Of(params (string Part, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, content) in parts)
            {
                using var to = zip.CreateEntry(part).Open();
                to.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
