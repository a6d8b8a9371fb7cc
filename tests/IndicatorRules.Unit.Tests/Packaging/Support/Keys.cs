using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IndicatorRules.Packaging.Signing;

namespace IndicatorRules.Packaging.Tests.Support;

/// <summary>Keys made for a test, as the PEM files that users have.</summary>
internal sealed class Keys : IDisposable
{
    private readonly TempFolder _folder = new();

    internal static Keys Ecdsa(string name = "Jingle County", ECCurve? curve = null)
    {
        using var key = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        return new Keys(new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256), key);
    }

    internal static Keys Rsa(int bits)
    {
        using var key = RSA.Create(bits);
        return new Keys(new CertificateRequest("CN=Jingle County", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss), key);
    }

    private Keys(CertificateRequest request, AsymmetricAlgorithm key)
    {
        // Long past: the dates of a pinned key are not held against a clock.
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2002, 1, 1, 0, 0, 0, TimeSpan.Zero));
        KeyFile = _folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem());
        CertificateFile = _folder.Write("cert.pem", certificate.ExportCertificatePem());
        BothFile = _folder.Write("both.pem", $"{key.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}\n");
    }

    internal string KeyFile { get; }

    internal string CertificateFile { get; }

    internal string BothFile { get; }

    internal SigningKey Open() => SigningKey.ReadFiles(KeyFile, CertificateFile).OrThrow();

    internal IReadOnlyList<TrustedKey> Trusted => TrustedKey.ReadFile(CertificateFile).OrThrow();

    public void Dispose() => _folder.Dispose();
}
