using System.Text;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Schemes.Tests.Json;

public sealed class JsonTextTests
{
    private const string Manifest = """
        { "format": 1, "id": "a", "version": "1.0.0",
          "files": [ { "path": "scheme.json", "length": 1, "sha256": "x" } ] }
        """;

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void ToElement_OfAValidFile_IsTheSameDocument(string mark)
    {
        var text = JsonText.Read(Encoding.UTF8.GetBytes(mark + Manifest), "m").OrThrow();
        Assert.Equal("scheme.json", text.ToElement().GetProperty("files")[0].GetProperty("path").GetString());
    }

    [Fact]
    public void At_Path_IsWhereTheValueBegins()
    {
        var text = JsonText.Read(Encoding.UTF8.GetBytes(Manifest), "m").OrThrow();
        Assert.Equal((2, 24), (text.At("files[0].path").Line, text.At("files[0].path").Column));
        Assert.Equal(1, text.At("files[7]").Line);
    }

    [Fact]
    public void Read_AgainstASchema_ReportsWhatItRejects()
    {
        Assert.True(JsonText.Read(Encoding.UTF8.GetBytes(Manifest), "m").Succeeded);
        Assert.NotEmpty(JsonText.Read(Encoding.UTF8.GetBytes(Manifest), "m", "package-manifest").Diagnostics);
        Assert.Throws<ArgumentException>(() => JsonText.Read(Encoding.UTF8.GetBytes(Manifest), "m", "nothing"));
    }
}
