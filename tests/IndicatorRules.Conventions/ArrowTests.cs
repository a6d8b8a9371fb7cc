using System.Xml.Linq;

namespace IndicatorRules.Conventions;

public sealed class ArrowTests
{
    [Theory]
    [InlineData("IndicatorRules.Contract", "")]
    [InlineData("IndicatorRules.Protocol", "IndicatorRules.Contract")]
    [InlineData("IndicatorRules.Compiler", "IndicatorRules.Contract IndicatorRules.Protocol")]
    [InlineData("IndicatorRules", "IndicatorRules.Contract IndicatorRules.Protocol")]
    [InlineData("IndicatorRules.Reporting", "IndicatorRules")]
    [InlineData("IndicatorRules.Tables", "IndicatorRules")]
    [InlineData("IndicatorRules.Testing", "IndicatorRules")]
    [InlineData("IndicatorRules.Packaging", "IndicatorRules")]
    [InlineData(
        "IndicatorRules.Cli",
        "IndicatorRules IndicatorRules.Packaging IndicatorRules.Reporting IndicatorRules.Tables IndicatorRules.Testing")]
    public void Project_References_AreTheArrowsOfTheHouse(string project, string allowed)
    {
        var file = XDocument.Load(Repo.In("src", project, $"{project}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Where(r => (string?)r.Attribute("ReferenceOutputAssembly") != "false")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!))
            .Order(StringComparer.Ordinal);
        Assert.Equal(allowed, string.Join(' ', references));
    }

    [Theory]
    [InlineData("indicator-rules")]
    [InlineData("IndicatorRules.Packaging")]
    public void Face_UsesPublicMembersAlone(string assembly) => Assert.DoesNotContain(
        Repo.Files("src", "*.csproj").SelectMany(file => XDocument.Load(file).Descendants("InternalsVisibleTo")),
        friend => (string?)friend.Attribute("Include") == assembly);

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
