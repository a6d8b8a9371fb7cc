using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Packaging.Signing;

/// <summary>A private key with its certificate. Dispose forgets the key.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly X509Certificate2 _certificate;

    private SigningKey(X509Certificate2 certificate, TrustedKey key)
    {
        _certificate = certificate;
        Public = key;
    }

    /// <summary>What verifies its signatures.</summary>
    public TrustedKey Public { get; }

    /// <summary>Reads a key and its certificate from PEM files.</summary>
    /// <param name="keyPath">The private key, not encrypted; it may hold the certificate too.</param>
    /// <param name="certificatePath">The certificate; null when it stands in the first file.</param>
    public static Result<SigningKey> ReadFiles(string keyPath, string? certificatePath = null)
    {
        var bag = new DiagnosticBag();
        try
        {
            var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(certificatePath ?? keyPath), File.ReadAllText(keyPath));
            if (TrustedKey.Of(certificate) is { } key)
            {
                return new(new SigningKey(certificate, key), []);
            }

            certificate.Dispose();
            bag.Add(DiagnosticCatalog.PackageKey, new Location(keyPath), keyPath, TrustedKey.Unsuited);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(DiagnosticCatalog.FileNotReadable, new Location(keyPath), keyPath);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            bag.Add(
                DiagnosticCatalog.PackageKey, new Location(keyPath), keyPath,
                new LocalizedText("其中没有未加密的私钥和与之相配的证书", "it lacks a private key without password and the certificate that goes with it"));
        }

        return new(null, bag.ToImmutable());
    }

    /// <inheritdoc/>
    public void Dispose() => _certificate.Dispose();

    internal PackageSignature Sign(ReadOnlySpan<byte> manifest)
    {
        var message = PackageSignature.Message(manifest);
        using var rsa = _certificate.GetRSAPrivateKey();
        using var ecdsa = _certificate.GetECDsaPrivateKey();
        var signature = rsa is not null
            ? rsa.SignData(message, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)
            : ecdsa!.SignData(message, HashAlgorithmName.SHA256);
        return new PackageSignature(_certificate.RawData, signature);
    }
}
