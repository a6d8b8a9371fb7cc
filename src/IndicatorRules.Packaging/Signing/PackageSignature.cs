using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Packaging.Signing;

/// <summary>A signature over a manifest's bytes, with the signer's certificate. Immutable.</summary>
/// <param name="Certificate">X.509, DER.</param>
/// <param name="Value">The signature.</param>
internal sealed record PackageSignature(byte[] Certificate, byte[] Value)
{
    internal const string FileName = "package.signature.json";

    private static ReadOnlySpan<byte> Purpose => "IndicatorRules package manifest, format 1\n"u8;

    /// <summary>
    /// The signed message: the manifest behind a fixed prefix, so that no other message of the key can pass for a manifest.
    /// </summary>
    internal static byte[] Message(ReadOnlySpan<byte> manifest) => [.. Purpose, .. manifest];

    internal byte[] ToBytes() => Encoding.ASCII.GetBytes(new JsonObject
    {
        ["format"] = 1,
        ["certificate"] = Convert.ToBase64String(Certificate),
        ["signature"] = Convert.ToBase64String(Value),
    }.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");

    internal static Result<PackageSignature> Read(ReadOnlyMemory<byte> bytes, string name)
    {
        var text = JsonText.Read(bytes, name, "package-signature");
        return new(text.Value is { } json ? Of(json.ToElement()) : null, text.Diagnostics);
    }

    private static PackageSignature Of(JsonElement root) =>
        new(Decoded(root.GetProperty("certificate").GetString()!), Decoded(root.GetProperty("signature").GetString()!));

    // Invalid base64 decodes to no bytes, which no key verifies.
    private static byte[] Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : [];
    }
}

/// <summary>The signer of a package. Immutable.</summary>
/// <param name="Subject">The name in the certificate, which its maker chose freely.</param>
/// <param name="Key">SHA-256 of the public key, in lower-case hexadecimal.</param>
/// <param name="Trusted">Whether the key is one of the trusted keys.</param>
public sealed record PackageSigner(string Subject, string Key, bool Trusted)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Subject} (sha256:{Key})";
}
