using System.Buffers.Binary;

namespace IndicatorRules.Scripting.Images;

/// <summary>The identity that a compiler gave an assembly; native code that is made of it later keeps it.</summary>
/// <remarks>
/// Read from the few bytes where the file format (ECMA-335, II.24 and II.25) puts it: it is asked for at every start, and the library that
/// reads all of an assembly is long to load.
/// </remarks>
internal static class ModuleVersion
{
    private const int MostMetadata = 16 * 1024 * 1024;
    private const int SectionHeader = 40;

    /// <exception cref="BadImageFormatException">It is no assembly.</exception>
    internal static Guid OfFile(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var head = new byte[4096];
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        try
        {
            return Of(head, stream);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or EndOfStreamException or OverflowException)
        {
            throw new BadImageFormatException("no readable assembly", file);
        }
    }

    private static Guid Of(byte[] head, FileStream stream)
    {
        var pe = Number(head, 0x3C);
        var optional = pe + 24;
        var sections = optional + Short(head, pe + 20);
        // The fifteenth directory is the runtime's; before them stand 96 bytes, or 112 where addresses are of 64 bits.
        var runtime = optional + (Short(head, optional) == 0x20B ? 112 : 96) + (14 * 8);
        var runtimeHeader = Part(stream, Offset(head, sections, Short(head, pe + 6), Number(head, runtime)), 16);
        var metadata = Offset(head, sections, Short(head, pe + 6), Number(runtimeHeader, 8));
        var length = Number(runtimeHeader, 12);
        if (Number(head, pe) != 0x4550 || length is <= 0 or > MostMetadata)
        {
            throw new ArgumentException("no metadata");
        }

        return OfMetadata(Part(stream, metadata, Math.Min(length, 512)), stream, metadata);
    }

    // A list of named streams; that of GUIDs holds the module's first.
    private static Guid OfMetadata(byte[] root, FileStream stream, int metadata)
    {
        var at = 16 + Number(root, 12);
        var left = Short(root, at + 2);
        for (at += 4; left > 0; left--)
        {
            var name = at + 8;
            var end = Array.IndexOf(root, (byte)0, name);
            if (root.AsSpan(name, end - name).SequenceEqual("#GUID"u8))
            {
                return new Guid(Part(stream, metadata + Number(root, at), 16));
            }

            at = name + ((end - name + 4) & ~3);
        }

        throw new ArgumentException("no identity");
    }

    private static int Offset(byte[] head, int sections, int count, int address)
    {
        for (var at = sections; count > 0; count--, at += SectionHeader)
        {
            var start = Number(head, at + 12);
            if (address >= start && address < start + Number(head, at + 16))
            {
                return address - start + Number(head, at + 20);
            }
        }

        throw new ArgumentException("an address in no section");
    }

    private static byte[] Part(FileStream stream, int offset, int length)
    {
        var part = new byte[length];
        stream.Position = offset;
        stream.ReadExactly(part);
        return part;
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
