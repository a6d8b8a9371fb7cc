using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Packaging.Signing;

/// <summary>A private key and its certificate. Dispose releases the key.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly X509Certificate2 _certificate;

    private SigningKey(X509Certificate2 certificate, TrustedKey key)
    {
        _certificate = certificate;
        Public = key;
    }

    /// <summary>The public key, which verifies the signatures.</summary>
    public TrustedKey Public { get; }

    /// <summary>Reads a key and its certificate from PEM files.</summary>
    /// <param name="keyPath">The private key, not encrypted. The file may hold the certificate too.</param>
    /// <param name="certificatePath">The certificate; null if it is in <paramref name="keyPath"/>.</param>
    public static Result<SigningKey> ReadFiles(string keyPath, string? certificatePath = null)
    {
        var bag = new DiagnosticBag();
        if (Text(keyPath, bag) is { } key && Text(certificatePath ?? keyPath, bag) is { } text)
        {
            var wrong = Certificate(text, out var isKnown) ?? (isKnown ? Key(key, text) : TrustedKey.Unsuited);
            if (wrong is null)
            {
                var certificate = X509Certificate2.CreateFromPem(text, key);
                return new(new SigningKey(certificate, TrustedKey.Of(certificate)!), []);
            }

            // The certificate is validated first: if it is valid, the fault is the key's.
            var file = isKnown ? keyPath : certificatePath ?? keyPath;
            bag.Add(DiagnosticCatalog.PackageKey, new Location(file), file, wrong);
        }

        return new(null, bag.ToImmutable());
    }

    private static string? Text(string path, DiagnosticBag bag)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            bag.Add(DiagnosticCatalog.FileNotReadable, new Location(path), path);
            return null;
        }
    }

    private static LocalizedText? Certificate(string text, out bool isKnown)
    {
        isKnown = false;
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(text);
            isKnown = TrustedKey.Of(certificate) is not null;
            return null;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return new LocalizedText("其中没有 PEM 格式的证书", "it holds no certificate in PEM form");
        }
    }

    private static LocalizedText? Key(string key, string certificate)
    {
        try
        {
            using var both = X509Certificate2.CreateFromPem(certificate, key);
            return null;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return !key.Contains("PRIVATE KEY-----", StringComparison.Ordinal)
                ? new("其中没有 PEM 格式的私钥", "it holds no private key in PEM form")
                : key.Contains("ENCRYPTED", StringComparison.Ordinal) ? new("其中的私钥带口令", "its private key has a password")
                : new("其中的私钥与证书不相配", "its private key does not match the certificate");
        }
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
