using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IndicatorRules.Contract;
using IndicatorRules.Packaging.Reading;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Packaging.Signing;

/// <summary>A public key whose signatures are believed. Immutable; safe on any thread.</summary>
/// <remarks>
/// The key itself is pinned: no chain is built, no revocation is asked, and the certificate's dates are not held against a
/// clock. Who no longer trusts a key takes its certificate out of the list.
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

    /// <summary>The name in its certificate.</summary>
    public string Subject { get; }

    /// <summary>Reads every certificate of a PEM file.</summary>
    public static Result<TrustedKeys> ReadFile(string path)
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
                bag.Add(DiagnosticCatalog.PackageKey, new Location(path), path, new LocalizedText("其中没有证书", "no certificate is in it"));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.Add(DiagnosticCatalog.FileNotReadable, new Location(path), path);
        }
        catch (CryptographicException)
        {
            bag.Add(DiagnosticCatalog.PackageKey, new Location(path), path, new LocalizedText("证书无法读取", "its certificate cannot be read"));
        }

        return Result<TrustedKeys>.From(bag, () => new TrustedKeys(keys.ToImmutable()));
    }

    internal static LocalizedText Unsuited { get; } = new("密钥种类或长度不合要求", "its key is of another kind or too short");

    /// <summary>The key of a certificate; null where it is of no kind that is taken.</summary>
    internal static TrustedKey? Of(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = certificate.GetECDsaPublicKey();
        return rsa?.KeySize >= LeastRsaBits || IsP256(ecdsa)
            ? new TrustedKey(certificate.PublicKey.ExportSubjectPublicKeyInfo(), certificate.Subject)
            : null;
    }

    internal static bool IsP256(ECDsa? key) => key?.ExportParameters(false).Curve.Oid.Value == P256;

    /// <summary>Whether the signature was made with this key over the message. The kind of key decides how, never the package.</summary>
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
