using System.Xml.Linq;

namespace IndicatorRules.Conventions;

public sealed class ArrowTests
{
    [Theory]
    [InlineData("IndicatorRules.Contract", "")]
    [InlineData("IndicatorRules.Protocol", "IndicatorRules.Contract")]
    [InlineData("IndicatorRules.Compiler", "IndicatorRules.Contract IndicatorRules.Protocol")]
    [InlineData("IndicatorRules", "IndicatorRules.Contract IndicatorRules.Protocol")]
    [InlineData("IndicatorRules.Schemes.China", "IndicatorRules")]
    [InlineData("IndicatorRules.Templates", "")]
    [InlineData("IndicatorRules.Reporting", "IndicatorRules")]
    [InlineData("IndicatorRules.Tables", "IndicatorRules")]
    [InlineData("IndicatorRules.Hosting", "IndicatorRules")]
    [InlineData("IndicatorRules.Testing", "IndicatorRules")]
    [InlineData("IndicatorRules.Packaging", "IndicatorRules")]
    [InlineData("IndicatorRules.Office", "IndicatorRules IndicatorRules.Reporting")]
    [InlineData(
        "IndicatorRules.Cli",
        "IndicatorRules IndicatorRules.Ledger IndicatorRules.Office IndicatorRules.Packaging IndicatorRules.Reporting "
            + "IndicatorRules.Service IndicatorRules.Tables IndicatorRules.Testing")]
    [InlineData(
        "IndicatorRules.Service",
        "IndicatorRules IndicatorRules.Ledger IndicatorRules.Office IndicatorRules.Reporting IndicatorRules.Tables")]
    [InlineData("IndicatorRules.Ledger", "IndicatorRules")]
    public void Project_References_AreTheArrowsOfTheHouse(string project, string allowed)
    {
        var file = XDocument.Load(Repo.In("src", project, $"{project}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Where(r => (string?)r.Attribute("ReferenceOutputAssembly") != "false")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!))
            .Order(StringComparer.Ordinal);
        Assert.Equal(allowed, string.Join(' ', references));
    }

    [Fact]
    public void Friends_BesidesTests_AreContractsHostAndBothEndsOfTheProtocol()
    {
        var friends =
            from file in Repo.Files("src", "*.csproj")
            from element in XDocument.Load(file).Descendants("InternalsVisibleTo")
            from friend in ((string)element.Attribute("Include")!).Split(';')
            where !friend.EndsWith("Tests", StringComparison.Ordinal)
                && friend is not ("IndicatorRules.TestKit" or "IndicatorRules.Benchmarks")
            select $"{Path.GetFileNameWithoutExtension(file)} → {friend}";
        Assert.Equal(
            [
                "IndicatorRules.Contract → IndicatorRules",
                "IndicatorRules.Protocol → IndicatorRules",
                "IndicatorRules.Protocol → IndicatorRules.Compiler",
            ],
            friends.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Contract_Packages_AreNone() => Assert.Empty(Packages("IndicatorRules.Contract"));

    [Theory]
    [InlineData("IndicatorRules.Protocol")]
    [InlineData("IndicatorRules")]
    [InlineData("IndicatorRules.Reporting")]
    [InlineData("IndicatorRules.Tables")]
    [InlineData("IndicatorRules.Testing")]
    [InlineData("IndicatorRules.Packaging")]
    [InlineData("IndicatorRules.Cli")]
    public void Roslyn_IsKnownTo_TheCompilerAlone(string project) =>
        Assert.DoesNotContain(Packages(project), p => p.StartsWith("Microsoft.CodeAnalysis.CSharp", StringComparison.Ordinal));

    private static IEnumerable<string> Packages(string project) =>
        XDocument.Load(Repo.In("src", project, $"{project}.csproj"))
            .Descendants("PackageReference").Select(r => (string)r.Attribute("Include")!);
}
