using System.Collections.Immutable;
using IndicatorRules.Schemes.Compiling;

namespace IndicatorRules.Scripting.Caching;

/// <summary>An image and the costs of its rules, as bytes and back.</summary>
internal static class ImageEntry
{
    internal static byte[] Write(byte[] image, ImmutableArray<RuleCost> costs)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
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
    internal static (ReadOnlyMemory<byte> Image, ImmutableArray<RuleCost> Costs) Read(ReadOnlyMemory<byte> entry)
    {
        using var bytes = new MemoryStream(entry.ToArray(), writable: false);
        using var reader = new BinaryReader(bytes);
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

        return (entry[(int)bytes.Position..], ImmutableArray.Create(costs));
    }
}
