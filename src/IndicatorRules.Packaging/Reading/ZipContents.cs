using System.Collections.Immutable;
using System.IO.Compression;
using IndicatorRules.Contract;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Packaging.Reading;

/// <summary>Unpacks a zip in memory. Lengths in headers are not trusted: bytes are counted while unpacking.</summary>
internal static class ZipContents
{
    /// <summary>The unpacked files in the order of the table of contents; null, with a diagnostic, if one cannot be unpacked.</summary>
    internal static List<PackageFile>? Unpack(byte[] bytes, List<ZipEntry> index, string package, DiagnosticBag bag)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count != index.Count || !zip.Entries.Select(e => e.FullName).SequenceEqual(index.Select(e => e.Name)))
            {
                throw new InvalidDataException("Two readers see two tables of contents.");
            }

            var files = new List<PackageFile>(index.Count);
            var left = PackageCaps.TotalBytes;
            for (var i = 0; i < index.Count; i++)
            {
                var ratio = Math.Max(PackageCaps.RatioFreeBytes, (long)PackageCaps.Ratio * index[i].Packed);
                var limit = (int)Math.Min(Math.Min(PackageCaps.FileBytes, ratio), left);
                if (Unpack(zip.Entries[i], limit) is not { } content)
                {
                    bag.Add(
                        DiagnosticCatalog.PackageTooLarge, new Location(package), index[i].Name,
                        new LocalizedText($"{index[i].Packed} 字节解压后大得反常", $"{index[i].Packed} bytes unpack to too many"),
                        $"{limit}");
                    return null;
                }

                left -= content.Length;
                files.Add(new PackageFile(index[i].Name, content));
            }

            return files;
        }
        catch (InvalidDataException)
        {
            bag.Add(
                DiagnosticCatalog.PackageBroken, new Location(package), package,
                new LocalizedText("压缩数据已损坏", "its packed data is damaged"));
            return null;
        }
    }

    private static ImmutableArray<byte>? Unpack(ZipArchiveEntry entry, int limit)
    {
        using var packed = entry.Open();
        using var content = new MemoryStream();
        var part = new byte[81920];
        for (int read; (read = packed.Read(part)) > 0;)
        {
            if (content.Length + read > limit)
            {
                return null;
            }

            content.Write(part, 0, read);
        }

        return [.. content.ToArray()];
    }
}
