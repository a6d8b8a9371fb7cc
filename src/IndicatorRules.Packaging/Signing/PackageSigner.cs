namespace IndicatorRules.Packaging.Signing;

/// <summary>The signer of a package. Immutable.</summary>
/// <param name="Subject">The name in the certificate, which its maker chose freely.</param>
/// <param name="Key">SHA-256 of the public key, in lower-case hexadecimal.</param>
/// <param name="Trusted">Whether the key is one of the trusted keys.</param>
public sealed record PackageSigner(string Subject, string Key, bool Trusted)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Subject} (sha256:{Key})";
}
