using System.Collections.Immutable;
using IndicatorRules.Protocol;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Store;

/// <summary>An image with the costs of its rules. Immutable.</summary>
/// <param name="Image">The image.</param>
/// <param name="Costs">The maximum steps of each script.</param>
internal sealed record StoredImage(VerifiedImage Image, ImmutableArray<RuleCost> Costs)
{
    internal byte[] ToBytes() => Codec.Write(this, (io, i) => Fields(io, i, (_, _, _) => Image), []);

    /// <summary>Reads an image; null when the bytes are invalid.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="verify">Verifies the image, given its version and entry point as written.</param>
    internal static StoredImage? Read(byte[] bytes, Func<byte[], Guid, int, VerifiedImage> verify) =>
        Codec.Read<StoredImage>(bytes, (io, i) => Fields(io, i, verify), []);

    private static StoredImage Fields(Codec io, StoredImage? i, Func<byte[], Guid, int, VerifiedImage> verify)
    {
        var (bytes, version) = (io.Bytes(i?.Image.Bytes.ToArray()), io.Bytes(i?.Image.Version.ToByteArray()));
        var image = verify(bytes, new Guid(version), io.Number(i?.Image.Entry));
        return new(image, io.All(i?.Costs, c => new(io.Long(c?.Steps), io.All(c?.Uppers, Call))));
        UpperCall Call(UpperCall? c) => new(io.Word(c?.SchemeId), io.Long(c?.Times));
    }
}
