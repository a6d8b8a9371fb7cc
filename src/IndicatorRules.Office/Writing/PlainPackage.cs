using System.IO.Compression;

namespace IndicatorRules.Office.Writing;

/// <summary>A package with its parts in order and without times, so that the same parts give the same bytes.</summary>
internal static class PlainPackage
{
    // The earliest time that a zip can hold.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static byte[] Of(byte[] package)
    {
        using var from = new ZipArchive(new MemoryStream(package, writable: false), ZipArchiveMode.Read);
        using var stream = new MemoryStream();
        using (var to = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Programs look for the content types first.
            foreach (var entry in from.Entries.OrderBy(e => e.FullName is not "[Content_Types].xml")
                .ThenBy(e => !e.FullName.StartsWith("_rels/", StringComparison.Ordinal)).ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Time;
                using var target = copy.Open();
                using var source = entry.Open();
                source.CopyTo(target);
            }
        }

        return stream.ToArray();
    }
}
