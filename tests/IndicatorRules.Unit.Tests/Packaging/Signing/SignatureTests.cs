using System.Collections.Immutable;
using System.Security.Cryptography;
using IndicatorRules.Packaging.Reading;
using IndicatorRules.Packaging.Signing;
using IndicatorRules.Packaging.Tests.Support;

namespace IndicatorRules.Packaging.Tests.Signing;

public sealed class SignatureTests : IDisposable
{
    private const string Signature = "package.signature.json";
    private readonly Keys _ours = Keys.Ecdsa();
    private readonly Keys _others = Keys.Ecdsa("Jingle County");

    [Fact]
    public void Read_SignedByTheTrusted_NamesTheSigner()
    {
        var package = PackageReader.Read(Signed(_ours), "p", Trusting(_ours)).OrThrow();

        Assert.Equal((true, "CN=Jingle County", _ours.Trusted[0].Id),
            (package.Signer!.Trusted, package.Signer.Subject, package.Signer.Key));
    }

    [Fact]
    public void Read_OneOfSeveralTrusted_IsEnough() =>
        Assert.True(PackageReader.Read(Signed(_ours), "p", [.. _others.Trusted, .. _ours.Trusted]).OrThrow().Signer!.Trusted);

    [Fact]
    public void Read_NeverSigned_IsRefused() => Assert.Equal(["IR6020"], Faults(Plugin.Packed(), _ours));

    [Fact]
    public void Read_StrippedOfItsSignature_IsRefused() => Assert.Equal(["IR6020"], Faults(Zip.Without(Signed(_ours), Signature), _ours));

    [Fact]
    public void Read_SignedAgainByAnotherOfTheSameName_IsRefused() => Assert.Equal(["IR6021"], Faults(Signed(_others), _ours));

    [Fact]
    public void Read_ManifestChangedAfterSigning_IsRefusedWhoeverIsTrusted()
    {
        var tampered = Zip.Edited(Signed(_ours), "package.manifest.json", t => t.Replace("\"id\"", " \"id\"", StringComparison.Ordinal));

        Assert.Equal(["IR6022"], Faults(tampered, _ours));
        Assert.Equal(["IR6022"], PackageReader.Read(tampered, "p", []).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Read_FileAndManifestChangedTogether_IsRefused()
    {
        using var key = _ours.Open();
        var theirs = Zip.Entries(Plugin.Packed(rule: "AtLeast(1)")).Append(Zip.Entries(Signed(_ours)).Single(e => e.Name == Signature));

        Assert.Equal(["IR6022"], Faults(Zip.Of(theirs), _ours));
    }

    [Fact]
    public void Read_SignatureOfAnotherVersion_IsRefused()
    {
        var old = Zip.Entries(Signed(_ours)).Single(e => e.Name == Signature);
        Assert.Equal(["IR6022"], Faults(Zip.Of(Zip.Entries(Plugin.Packed(version: "2.0.0")).Append(old)), _ours));
    }

    [Theory]
    [InlineData("{}", "IR1101")]
    [InlineData("no", "IR1005")]
    [InlineData("{\"format\":1,\"certificate\":\"AAAA\",\"signature\":\"AAAA\"}", "IR6022")]
    [InlineData("{\"format\":1,\"certificate\":\"A\",\"signature\":\"A\"}", "IR6022")]
    [InlineData("{\"format\":1,\"algorithm\":\"none\",\"certificate\":\"AAAA\",\"signature\":\"AAAA\"}", "IR1102")]
    public void Read_SignatureThatIsNone_IsRefused(string text, string id) =>
        Assert.Contains(id, Faults(Zip.Edited(Signed(_ours), Signature, _ => text), _ours));

    [Fact]
    public void Read_CertificateSwappedUnderATrustedSignature_IsStillTheTrustedKeys()
    {
        // Whose certificate travels does not matter: the trusted key made the signature.
        var mine = File.ReadAllText(_ours.CertificateFile).Split('\n').Where(l => !l.StartsWith('-')).Aggregate("", (a, l) => a + l.Trim());
        var theirs = File.ReadAllText(_others.CertificateFile).Split('\n').Where(l => !l.StartsWith('-'))
            .Aggregate("", (a, l) => a + l.Trim());
        var swapped = Zip.Edited(Signed(_ours), Signature, t => t.Replace(mine, theirs, StringComparison.Ordinal));

        Assert.Equal(_ours.Trusted[0].Id, PackageReader.Read(swapped, "p", Trusting(_ours)).OrThrow().Signer!.Key);
        Assert.Equal(["IR6022"], PackageReader.Read(swapped, "p", []).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Read_NobodyAskedFor_TakesSignedWithANoteAndUnsignedWithout()
    {
        var signed = PackageReader.Read(Signed(_ours), "p", []);

        Assert.False(signed.Value!.Signer!.Trusted);
        Assert.Equal(["IR6032"], signed.Diagnostics.Select(d => d.Id));
        Assert.Empty(PackageReader.Read(Plugin.Packed(), "p", []).Diagnostics);
    }

    [Fact]
    public void ReadFiles_KeyAndCertificateInOneFile_WillDo()
    {
        using var key = SigningKey.ReadFiles(_ours.BothFile).OrThrow();
        Assert.Equal(_ours.Trusted[0].Id, key.Public.Id);
    }

    [Fact]
    public void ReadFiles_Rsa2048_SignsAndVerifies()
    {
        using var keys = Keys.Rsa(2048);
        Assert.True(PackageReader.Read(Signed(keys), "p", Trusting(keys)).OrThrow().Signer!.Trusted);
    }

    [Fact]
    public void ReadFiles_ShortRsaKeyOrOtherCurve_IsRefusedToSignAndToTrust()
    {
        using var rsa = Keys.Rsa(1024);
        using var curve = Keys.Ecdsa(curve: ECCurve.NamedCurves.nistP384);
        Assert.All([rsa, curve], keys =>
        {
            Assert.Equal(["IR6023"], SigningKey.ReadFiles(keys.BothFile).Diagnostics.Select(d => d.Id));
            Assert.Equal(["IR6023"], TrustedKey.ReadFile(keys.CertificateFile).Diagnostics.Select(d => d.Id));
        });
    }

    [Fact]
    public void ReadFiles_KeyOfAnotherCertificate_IsRefused() =>
        Assert.Equal(["IR6023"], SigningKey.ReadFiles(_ours.KeyFile, _others.CertificateFile).Diagnostics.Select(d => d.Id));

    [Fact]
    public void ReadFiles_KeyWithoutCertificate_IsRefused() =>
        Assert.Equal(["IR6023"], SigningKey.ReadFiles(_ours.KeyFile).Diagnostics.Select(d => d.Id));

    [Fact]
    public void ReadFiles_Fault_IsTheFilesThatHasIt()
    {
        using var short1 = Keys.Rsa(1024);
        (string Key, string Certificate, string At, string Why)[] wrong =
        [
            (_ours.KeyFile, _ours.KeyFile, _ours.KeyFile, "其中没有 PEM 格式的证书"),
            (_ours.CertificateFile, _ours.CertificateFile, _ours.CertificateFile, "其中没有 PEM 格式的私钥"),
            (_ours.KeyFile, _others.CertificateFile, _ours.KeyFile, "其中的私钥与证书不相配"),
            (short1.KeyFile, short1.CertificateFile, short1.CertificateFile, "密钥种类或长度不合要求"),
            (_ours.KeyFile, _ours.KeyFile + "x", _ours.KeyFile + "x", "不存在或无法读取"),
        ];
        foreach (var (key, certificate, at, why) in wrong)
        {
            var told = Assert.Single(SigningKey.ReadFiles(key, certificate).Diagnostics);
            Assert.Equal(at, told.Location.File);
            Assert.Contains(why, told.Message(IndicatorRules.Contract.Language.Zh), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ReadFile_PrivateKeyInPlaceOfACertificate_IsRefused() =>
        Assert.Equal(["IR6023"], TrustedKey.ReadFile(_ours.KeyFile).Diagnostics.Select(d => d.Id));

    [Fact]
    public void ReadFile_NoFile_IsRefused() =>
        Assert.Equal(["IR1001"], TrustedKey.ReadFile(_ours.KeyFile + "x").Diagnostics.Select(d => d.Id));

    public void Dispose()
    {
        _ours.Dispose();
        _others.Dispose();
    }

    private static byte[] Signed(Keys keys)
    {
        using var key = keys.Open();
        return Plugin.Packed(key: key);
    }

    private static ImmutableArray<TrustedKey> Trusting(Keys keys) => [.. keys.Trusted];

    private static IEnumerable<string> Faults(byte[] package, Keys trusted)
    {
        var read = PackageReader.Read(package, "p", Trusting(trusted));
        Assert.False(read.Succeeded);
        return read.Diagnostics.Select(d => d.Id);
    }
}
