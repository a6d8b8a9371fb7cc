using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Packaging.Signing;

/// <summary>Verifies a manifest's signature and finds the signer.</summary>
/// <remarks>With trusted keys, only these verify. The certificate in the package then serves only to name the signer in messages.</remarks>
internal static class SignatureVerification
{
    internal static PackageSigner? Run(
        PackageFile manifest, PackageFile? signature, string name, ImmutableArray<TrustedKey> trusted, DiagnosticBag bag)
    {
        if (signature is null)
        {
            if (!trusted.IsEmpty)
            {
                bag.Add(DiagnosticCatalog.PackageUnsigned, new Location(name), name);
            }

            return null;
        }

        var read = PackageSignature.Read(signature.Bytes.ToArray(), $"{name}/{signature.Path}");
        bag.AddRange(read.Diagnostics);
        return read.Value is { } value ? Run(PackageSignature.Message(manifest.Bytes.AsSpan()), value, name, trusted, bag) : null;
    }

    private static PackageSigner? Run(
        byte[] message, PackageSignature signature, string name, ImmutableArray<TrustedKey> trusted, DiagnosticBag bag)
    {
        if (trusted.FirstOrDefault(k => k.Made(signature.Value, message)) is { } maker)
        {
            return new PackageSigner(maker.Subject, maker.Id, Trusted: true);
        }

        var claimed = Claimed(signature.Certificate);
        if (claimed is null || !claimed.Made(signature.Value, message))
        {
            bag.Add(DiagnosticCatalog.PackageSignatureWrong, new Location(name), name);
            return null;
        }

        var signer = new PackageSigner(claimed.Subject, claimed.Id, Trusted: false);
        var fault = trusted.IsEmpty ? DiagnosticCatalog.PackageSignerUnchecked : DiagnosticCatalog.PackageSignerUnknown;
        bag.Add(fault, new Location(name), name, $"{signer}");
        return signer;
    }

    private static TrustedKey? Claimed(byte[] certificate)
    {
        try
        {
            using var read = X509CertificateLoader.LoadCertificate(certificate);
            return TrustedKey.Of(read);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
