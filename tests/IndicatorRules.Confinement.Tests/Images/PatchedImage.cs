using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Confinement.Tests.Images;

/// <summary>An honest image whose way in was written anew: what a compiler that was taken over would hand in.</summary>
internal static class PatchedImage
{
    private const string Starter = "<<Initialize>>d__0";

    /// <summary>An exception handler that comes before what it guards: every way leads forward, and on for ever.</summary>
    internal static byte[] HandlerBeforeTry(byte[] honest)
    {
        var image = (byte[])honest.Clone();
        var (code, length) = Code(image, Starter, "MoveNext");
        // br over; handler: pop, leave to the rest; rest: 0 / 0.
        byte[] il = [0x2B, 0x03, 0x26, 0xDE, 0x00, 0x16, 0x16, 0x5B, 0x26, 0xDE, (byte)(length - 12)];
        Write(image, code, length, il, last: [0x2A]);
        var clause = Clause(code, length);
        BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(clause + 2), 5);
        image[clause + 4] = 6;
        BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(clause + 5), 2);
        image[clause + 7] = 3;
        return image;
    }

    /// <summary>The state machine starts itself, through the platform, without end.</summary>
    internal static byte[] StartOfItself(byte[] honest)
    {
        var image = (byte[])honest.Clone();
        var begin = Code(image, "Submission#0", "<Initialize>");
        var (code, _) = Code(image, Starter, "MoveNext");
        var (builder, start) = (Operand(image, begin.At, ILOpCode.Ldflda), Operand(image, begin.At, ILOpCode.Call, 1));
        // What made the table, as long as it was, and nothing as its result.
        var made = Steps(image, Starter, "MoveNext").First(s => s.Code == ILOpCode.Stloc).At;
        byte[] il = [0x02, 0x7C, .. builder, 0x02, 0x28, .. start];
        Write(image, code, made, il, last: [0x14]);
        return image;
    }

    private static void Write(byte[] image, int code, int length, byte[] first, byte[] last)
    {
        image.AsSpan(code, length).Clear();
        first.CopyTo(image, code);
        last.CopyTo(image, code + length - last.Length);
    }

    // A small clause stands behind the code, at a multiple of four: kind, size and two bytes before it.
    private static int Clause(int code, int length) => ((code + length + 3) & ~3) + 4;

    private static byte[] Operand(byte[] image, int code, ILOpCode wanted, int skip = 0)
    {
        var at = Steps(image, "Submission#0", "<Initialize>").Where(s => s.Code == wanted).Skip(skip).First().At;
        return image[(code + at + 1)..(code + at + 5)];
    }

    private static List<(int At, ILOpCode Code)> Steps(byte[] image, string type, string method)
    {
        using var pe = new PEReader(ImmutableArray.Create(image));
        var steps = new List<(int, ILOpCode)>();
        for (var il = new ILScan(Body(pe, type, method).Block.GetILReader()); il.Next();)
        {
            steps.Add((il.Offset, il.Code));
        }

        return steps;
    }

    private static (int At, int Length) Code(byte[] image, string type, string method)
    {
        using var pe = new PEReader(ImmutableArray.Create(image));
        var (address, block) = Body(pe, type, method);
        var section = pe.PEHeaders.SectionHeaders[pe.PEHeaders.GetContainingSectionIndex(address)];
        // With locals the head is of twelve bytes.
        return (address - section.VirtualAddress + section.PointerToRawData + 12, block.GetILReader().Length);
    }

    private static (int Address, MethodBodyBlock Block) Body(PEReader pe, string type, string method)
    {
        var reader = pe.GetMetadataReader();
        var address = reader.MethodDefinitions.Select(reader.GetMethodDefinition)
            .First(m => reader.GetString(m.Name) == method
                && reader.GetString(reader.GetTypeDefinition(m.GetDeclaringType()).Name) == type).RelativeVirtualAddress;
        return (address, pe.GetMethodBody(address));
    }
}
