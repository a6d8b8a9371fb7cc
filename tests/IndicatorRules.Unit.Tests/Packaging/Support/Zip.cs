using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace IndicatorRules.Packaging.Tests.Support;

/// <summary>What somebody may do to a package on its way.</summary>
internal static class Zip
{
    internal static List<(string Name, byte[] Bytes)> Entries(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return [.. zip.Entries.Select(e => (e.FullName, Bytes(e)))];
    }

    internal static byte[] Of(IEnumerable<(string Name, byte[] Bytes)> entries, int attributes = 0)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                var entry = zip.CreateEntry(name);
                entry.ExternalAttributes = name.StartsWith("plugin/", StringComparison.Ordinal) ? attributes : 0;
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }

        return buffer.ToArray();
    }

    internal static byte[] Edited(byte[] package, string name, Func<string, string> edit) => Of(Entries(package)
        .Select(e => e.Name == name ? (e.Name, Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(e.Bytes)))) : e));

    internal static byte[] Without(byte[] package, string name) => Of(Entries(package).Where(e => e.Name != name));

    internal static byte[] With(byte[] package, string name, byte[] bytes) => Of(Entries(package).Append((name, bytes)));

    /// <summary>The table's entry of a name, and what stands before the file itself.</summary>
    internal static (int Table, int Local) Places(byte[] package, string name)
    {
        var wanted = Encoding.UTF8.GetBytes(name);
        for (var at = BinaryPrimitives.ReadInt32LittleEndian(package.AsSpan(package.Length - 6)); ;)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(package.AsSpan(at + 28));
            if (package.AsSpan(at + 46, length).SequenceEqual(wanted))
            {
                return (at, BinaryPrimitives.ReadInt32LittleEndian(package.AsSpan(at + 42)));
            }

            at += 46 + length + BinaryPrimitives.ReadUInt16LittleEndian(package.AsSpan(at + 30))
                + BinaryPrimitives.ReadUInt16LittleEndian(package.AsSpan(at + 32));
        }
    }

    /// <summary>Sets bits of a field in both places.</summary>
    internal static byte[] Patched(byte[] package, string name, int tableField, int localField, ushort value)
    {
        var copy = (byte[])package.Clone();
        var (table, local) = Places(copy, name);
        BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(table + tableField), value);
        BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(local + localField), value);
        return copy;
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
