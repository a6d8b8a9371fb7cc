using IndicatorRules.Packaging.Manifests;

namespace IndicatorRules.Packaging.Tests.Packing;

public sealed class PluginPathTests
{
    [Theory]
    [InlineData("scheme.json")]
    [InlineData("README.zh-CN.md")]
    [InlineData("LICENSE")]
    [InlineData("rules/natural-space.csx")]
    [InlineData("cases/恰好 等于（国家）.json")]
    [InlineData("extensions/reader/Reader.dll")]
    [InlineData("extensions/reader/zh-Hans/Reader.resources.dll")]
    public void Belongs_FileOfAPlugin_DoesSo(string path) => Assert.True(PluginPath.Belongs(path));

    [Theory]
    [InlineData("")]
    [InlineData("Scheme.json")]
    [InlineData("scheme.json/x")]
    [InlineData("rules/deeper/x.csx")]
    [InlineData("rules/x.exe")]
    [InlineData("bin/x.dll")]
    [InlineData("extensions/x.exe")]
    [InlineData("extensions/a/b/c/d/e/x.dll")]
    [InlineData("../scheme.json")]
    [InlineData("rules/../x.csx")]
    [InlineData("extensions/../../x.dll")]
    [InlineData("/scheme.json")]
    [InlineData("rules\\x.csx")]
    [InlineData("rules/..\\x.csx")]
    [InlineData("C:/scheme.json")]
    [InlineData("rules/C:x.csx")]
    [InlineData("rules/x.csx:stream.csx")]
    [InlineData("rules/a\0.csx")]
    [InlineData("rules/a\n.csx")]
    [InlineData("scheme.json\n")]
    [InlineData("rules/a\u202Excsx.csx")]
    [InlineData("rules/NUL.csx")]
    [InlineData("rules/con.x.csx")]
    [InlineData("cases/com1.json")]
    [InlineData("extensions/AUX/x.dll")]
    [InlineData("extensions/x./y.dll")]
    [InlineData("extensions/x /y.dll")]
    [InlineData("extensions/.hidden/y.dll")]
    [InlineData("extensions//y.dll")]
    [InlineData("rules/%2e%2e%2fx.csx")]
    public void Belongs_AnythingElse_DoesNot(string path) => Assert.False(PluginPath.Belongs(path));

    [Fact]
    public void Belongs_VeryLongPath_DoesNot() => Assert.False(PluginPath.Belongs($"rules/{new string('a', 200)}.csx"));
}
