using System.Buffers.Binary;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Packaging.Reading;

/// <summary>
/// Reads a zip's table of contents before any library unpacks it. There must be one table, at the very end, that agrees with the header of
/// each file; it may list plain files only, within <see cref="PackageCaps"/>.
/// </summary>
internal sealed class ZipIndex(byte[] bytes, string package, DiagnosticBag bag)
{
    private const uint EndMark = 0x06054b50;
    private const uint EntryMark = 0x02014b50;
    private const uint LocalMark = 0x04034b50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;
    private const ushort Encrypted = 0x0001;
    private const ushort StrongEncrypted = 0x2040;
    private const ushort Utf8Names = 0x0800;
    private const int FileTypeMask = 0xF000;
    private const int PlainFile = 0x8000;
    private const int DosDirectory = 0x10;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The entries in the order of the table; null, with a diagnostic, if the zip is rejected as a whole.</summary>
    internal List<ZipEntry>? Read()
    {
        if (bytes.Length > PackageCaps.PackageBytes)
        {
            return TooLarge(new($"{bytes.Length} 字节", $"{bytes.Length} bytes"), PackageCaps.PackageBytes);
        }

        var end = bytes.Length - EndLength;
        if (end < 0 || U32(end) != EndMark || U16(end + 20) != 0)
        {
            return Broken("不是 zip 文件，或末尾被截断", "it is not a zip file, or its end is cut off");
        }

        var (count, size, start) = (U16(end + 10), U32(end + 12), U32(end + 16));
        if (count > PackageCaps.Entries || size > PackageCaps.DirectoryBytes)
        {
            return TooLarge(new($"{count} 个文件", $"{count} files"), PackageCaps.Entries);
        }

        return U16(end + 4) != 0 || U16(end + 6) != 0 || U16(end + 8) != count || start + (ulong)size != (ulong)end
            ? Broken("目录与文件不符", "its table of contents does not fit")
            : Entries((int)start, end, count);
    }

    private List<ZipEntry>? Entries(int at, int end, int count)
    {
        var entries = new List<ZipEntry>(count);
        for (var i = 0; i < count; i++)
        {
            if (at + EntryLength > end || U32(at) != EntryMark)
            {
                return Broken("目录不完整", "its table of contents is cut off");
            }

            var (nameLength, length) = (U16(at + 28), EntryLength + U16(at + 28) + U16(at + 30) + U16(at + 32));
            if (at + length > end || Name(at + EntryLength, nameLength, U16(at + 8)) is not { } name)
            {
                return Broken("目录中有无法读取的文件名", "a name in its table of contents cannot be read");
            }

            ValidateKind(at, name);
            if (!AgreesWithLocal(at, nameLength))
            {
                return Broken($"`{ShownText.Of(name)}` 前后记载不一", $"`{ShownText.Of(name)}` is described in two conflicting ways");
            }

            entries.Add(new ZipEntry(name, (int)U32(at + 20)));
            at += length;
        }

        return at == end ? entries : Broken("目录之后还有内容", "something follows its table of contents");
    }

    private void ValidateKind(int at, string name)
    {
        var (flags, method, attributes) = (U16(at + 8), U16(at + 10), U32(at + 38));
        var unix = (int)(attributes >> 16) & FileTypeMask;
        LocalizedText? fault = (flags & (Encrypted | StrongEncrypted)) != 0 ? new("已加密", "it is encrypted")
            : method is not (0 or 8) ? new($"压缩方法 {method}", $"compression method {method}")
            : unix is not (0 or PlainFile) ? new("是链接或设备", "it is a link or a device")
            : (attributes & DosDirectory) != 0 || name.EndsWith('/') ? new("是文件夹", "it is a folder")
            : null;
        if (fault is { } why)
        {
            bag.Add(DiagnosticCatalog.PackageEntryKind, new Location(package), ShownText.Of(name), why);
        }
    }

    // Zip readers that trust the table and those that trust the file's header must see the same file.
    private bool AgreesWithLocal(int at, int nameLength)
    {
        var local = (long)U32(at + 42);
        if (local + LocalLength + nameLength > bytes.Length || U32((int)local) != LocalMark)
        {
            return false;
        }

        var start = (int)local;
        var data = local + LocalLength + U16(start + 26) + U16(start + 28);
        return U16(start + 6) == U16(at + 8) && U16(start + 8) == U16(at + 10) && U16(start + 26) == nameLength
            && U32(at + 20) <= int.MaxValue && data + U32(at + 20) <= bytes.Length
            && bytes.AsSpan(start + LocalLength, nameLength).SequenceEqual(bytes.AsSpan(at + EntryLength, nameLength));
    }

    private string? Name(int at, int length, ushort flags)
    {
        var raw = bytes.AsSpan(at, length);
        try
        {
            return (flags & Utf8Names) != 0 || Ascii.IsValid(raw) ? StrictUtf8.GetString(raw) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private List<ZipEntry>? TooLarge(LocalizedText size, int limit)
    {
        bag.Add(DiagnosticCatalog.PackageTooLarge, new Location(package), package, size, $"{limit}");
        return null;
    }

    private List<ZipEntry>? Broken(string zh, string en)
    {
        bag.Add(DiagnosticCatalog.PackageBroken, new Location(package), package, new LocalizedText(zh, en));
        return null;
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}

/// <summary>One entry of a zip's table of contents. Immutable.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Packed">Its compressed size in bytes.</param>
internal sealed record ZipEntry(string Name, int Packed);
