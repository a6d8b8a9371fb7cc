using System.Collections.Immutable;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Scripting.Caching;

/// <summary>An image, what its check found out, and the costs of its rules, as bytes and back. Immutable.</summary>
internal sealed record ImageEntry(ReadOnlyMemory<byte> Image, Guid Version, int Entry, ImmutableArray<RuleCost> Costs)
{
    private const int GuidLength = 16;

    internal static byte[] Write(byte[] image, Guid version, int entry, ImmutableArray<RuleCost> costs)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(version.ToByteArray());
        writer.Write(entry);
        writer.Write(costs.Length);
        foreach (var cost in costs)
        {
            writer.Write(cost.Steps);
            writer.Write(cost.Uppers.Length);
            foreach (var upper in cost.Uppers)
            {
                writer.Write(upper.SchemeId);
                writer.Write(upper.Times);
            }
        }

        writer.Write(image);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the seal has told that it did.</summary>
    internal static ImageEntry Read(ReadOnlyMemory<byte> entry)
    {
        using var bytes = new MemoryStream(entry.ToArray(), writable: false);
        using var reader = new BinaryReader(bytes);
        var version = new Guid(reader.ReadBytes(GuidLength));
        var token = reader.ReadInt32();
        var costs = new RuleCost[reader.ReadInt32()];
        for (var i = 0; i < costs.Length; i++)
        {
            var steps = reader.ReadInt64();
            var uppers = new UpperCall[reader.ReadInt32()];
            for (var u = 0; u < uppers.Length; u++)
            {
                uppers[u] = new UpperCall(reader.ReadString(), reader.ReadInt64());
            }

            costs[i] = new RuleCost(steps, ImmutableArray.Create(uppers));
        }

        return new ImageEntry(entry[(int)bytes.Position..], version, token, ImmutableArray.Create(costs));
    }

    /// <summary>The image without another check, for what came with the program.</summary>
    /// <param name="assembly">The same as a file of the program, maybe as native code; null where there is none.</param>
    internal VerifiedImage Trusted(string? assembly) => VerifiedImage.OfTheProgram(Image.Span, Version, Entry, assembly);
}
