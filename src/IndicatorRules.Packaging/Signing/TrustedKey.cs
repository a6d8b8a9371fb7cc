using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IndicatorRules.Contract;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Packaging.Signing;

/// <summary>A public key whose signatures are trusted. Immutable; thread-safe.</summary>
/// <remarks>
/// The key itself is pinned: no certificate chain is built, and neither revocation nor validity dates are looked at. To distrust a key,
/// remove its certificate from the file.
/// </remarks>
public sealed class TrustedKey
{
    internal const int LeastRsaBits = 2048;

    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly byte[] _publicKey;

    private TrustedKey(byte[] publicKey, string subject)
    {
        _publicKey = publicKey;
        Subject = ShownText.Of(subject);
        Id = Convert.ToHexStringLower(SHA256.HashData(publicKey));
    }

    /// <summary>SHA-256 of the public key, in lower-case hexadecimal.</summary>
    public string Id { get; }

    /// <summary>The subject of its certificate.</summary>
    public string Subject { get; }

    /// <summary>Reads all certificates of a PEM file, at least one.</summary>
    public static Result<IReadOnlyList<TrustedKey>> ReadFile(string path)
    {
        var bag = new DiagnosticBag();
        var keys = ImmutableArray.CreateBuilder<TrustedKey>();
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(path);
            foreach (var certificate in certificates)
            {
                if (Of(certificate) is { } key)
                {
                    keys.Add(key);
                }
                else
                {
                    bag.Add(DiagnosticCatalog.PackageKey, new Location(path), path, Unsuited);
                }

                certificate.Dispose();
            }

            if (certificates.Count == 0)
            {
                var fault = new LocalizedText("其中没有证书", "no certificate is in it");
                bag.Add(DiagnosticCatalog.PackageKey, new Location(path), path, fault);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.Add(DiagnosticCatalog.FileNotReadable, new Location(path), path);
        }
        catch (CryptographicException)
        {
            var fault = new LocalizedText("证书无法读取", "its certificate cannot be read");
            bag.Add(DiagnosticCatalog.PackageKey, new Location(path), path, fault);
        }

        return bag.ToResult<IReadOnlyList<TrustedKey>>(() => keys.ToImmutable());
    }

    internal static LocalizedText Unsuited { get; } = new("密钥种类或长度不合要求", "its key is of another kind or too short");

    /// <summary>The key of a certificate; null if its kind or length is not supported.</summary>
    internal static TrustedKey? Of(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = certificate.GetECDsaPublicKey();
        return rsa?.KeySize >= LeastRsaBits || IsP256(ecdsa)
            ? new TrustedKey(certificate.PublicKey.ExportSubjectPublicKeyInfo(), certificate.Subject)
            : null;
    }

    internal static bool IsP256(ECDsa? key) => key?.ExportParameters(false).Curve.Oid.Value == P256;

    /// <summary>
    /// Whether this key made the signature over the message. The key's own kind selects the algorithm, never the package.
    /// </summary>
    internal bool Made(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> message)
    {
        var key = PublicKey.CreateFromSubjectPublicKeyInfo(_publicKey, out _);
        using var rsa = key.GetRSAPublicKey();
        using var ecdsa = key.GetECDsaPublicKey();
        return rsa is not null
            ? rsa.VerifyData(message, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)
            : ecdsa!.VerifyData(message, signature, HashAlgorithmName.SHA256);
    }
}
