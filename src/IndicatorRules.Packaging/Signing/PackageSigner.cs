namespace IndicatorRules.Packaging.Signing;

/// <summary>Who signed a package. Immutable.</summary>
/// <param name="Subject">The name in the certificate; anyone may write any name there.</param>
/// <param name="Key">SHA-256 of the public key, in lower-case hexadecimal.</param>
/// <param name="Trusted">Whether the key is one that was asked for.</param>
public sealed record PackageSigner(string Subject, string Key, bool Trusted)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Subject} (sha256:{Key})";
}
