using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IndicatorRules.Extending.Tests.Support;
using IndicatorRules.Packaging.Installing;
using IndicatorRules.Packaging.Packing;
using IndicatorRules.Packaging.Signing;

namespace IndicatorRules.Extending.Tests;

/// <summary>From a signature over a package to the extensions that a host may run.</summary>
public sealed class SignedExtensionTests : IDisposable
{
    private readonly Plugins _plugins = new();
    private readonly TempFolder _folder = new();
    private readonly string _installed;
    private readonly TrustedKey _ours;
    private readonly TrustedKey _others;

    public SignedExtensionTests()
    {
        var (key, certificate) = Key("ours");
        _ours = TrustedKey.ReadFile(certificate).OrThrow()[0];
        _others = TrustedKey.ReadFile(Key("others").Certificate).OrThrow()[0];
        _plugins.Add("bureau", "\"signed\"");
        using var signing = SigningKey.ReadFiles(key, certificate).OrThrow();
        var package = PackageWriter.Write(_plugins.Folder, signing).OrThrow();
        _installed = new PackageInstaller(_folder.In("plugins")).Install(package).OrThrow().Folder;
    }

    [Fact]
    public void In_SignedByTheTrusted_RunsInAHost()
    {
        var trusted = SignedExtensions.In([_folder.In("plugins")], [_ours]);
        using var extensions = ExtensionHost.Open(_plugins.Trusting(trusted, folders: [_folder.In("plugins")]));

        Assert.Equal("signed", extensions.ReadFacts(_plugins.Facts("bureau")).OrThrow().Facts.Note);
    }

    [Fact]
    public void In_SignedByAnotherOrNobodyTrusted_IsNone()
    {
        Assert.Empty(SignedExtensions.In([_folder.In("plugins")], [_others]));
        Assert.Empty(SignedExtensions.In([_folder.In("plugins")], []));
    }

    [Fact]
    public void In_FileChangedAfterInstallation_IsNone()
    {
        File.WriteAllBytes(Path.Combine(_installed, "extensions/bureau/bureau.dll"),
            Built.Extension("bureau", Built.Reader("\"changed\"")));
        Assert.Empty(SignedExtensions.In([_folder.In("plugins")], [_ours]));
    }

    [Fact]
    public void In_FilePutInAfterInstallation_IsNone()
    {
        File.WriteAllBytes(Path.Combine(_installed, "extensions/bureau/More.dll"), Built.Assembly("More", "class A {}"));
        Assert.Empty(SignedExtensions.In([_folder.In("plugins")], [_ours]));
    }

    [Theory]
    [InlineData("package.signature.json")]
    [InlineData("package.manifest.json")]
    public void In_StrippedOfItsSignature_IsNone(string file)
    {
        File.Delete(Path.Combine(_installed, file));
        Assert.Empty(SignedExtensions.In([_folder.In("plugins")], [_ours]));
    }

    public void Dispose()
    {
        _plugins.Dispose();
        _folder.Dispose();
    }

    private (string Key, string Certificate) Key(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return (_folder.Write($"{name}.key.pem", key.ExportPkcs8PrivateKeyPem()),
            _folder.Write($"{name}.pem", certificate.ExportCertificatePem()));
    }
}
