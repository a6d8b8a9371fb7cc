using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;
using PluginFolder = IndicatorRules.Schemes.Tests.Support.PluginFolder;

namespace IndicatorRules.Schemes.Tests.Locking;

public sealed class LockFileTests : IDisposable
{
    private readonly PluginFolder _plugins = new PluginFolder().Add("n", "n").AddLower("c", "c", ("n", "[1.0.0,2.0.0)"));

    public void Dispose() => _plugins.Dispose();

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var written = Lock();
        var path = Path.Combine(_plugins.Root, LockFile.DefaultName);
        File.WriteAllText(path, written.Write());
        var read = LockFile.Read(path).OrThrow();
        Assert.Equal(["c@1.0.0", "n@1.0.0"], read.Schemes.Select(s => $"{s.Id}@{s.Version}"));
        Assert.Equal(written.Schemes.AsEnumerable(), read.Schemes);
        Assert.Equal(written.Write(), read.Write());
    }

    [Theory]
    [InlineData("""{ "$schema": "lock.schema.json" }""", "IR1101")]
    [InlineData("""{ "$schema": "lock.schema.json", "schemes": [{ "id": "a", "version": "1.0.0", "hash": "x" }] }""", "IR1105")]
    [InlineData("""
        { "$schema": "lock.schema.json",
          "schemes": [{ "id": "a", "version": "1.0", "hash": "0000000000000000000000000000000000000000000000000000000000000000" }] }
        """, "IR2005")]
    [InlineData("{", "IR1006")]
    public void Read_Wrong_IsADiagnostic(string text, string id)
    {
        var path = Path.Combine(_plugins.Root, "a.json");
        File.WriteAllText(path, text);
        Assert.Equal(id, Assert.Single(LockFile.Read(path).Diagnostics).Id);
    }

    [Fact]
    public void Read_OneVersionTwice_NamesBothPlaces()
    {
        var path = Path.Combine(_plugins.Root, "a.json");
        var (one, other) = (new string('0', 64), new string('1', 64));
        File.WriteAllText(path, $$"""
            { "$schema": "lock.schema.json", "schemes": [
              { "id": "a", "version": "1.0.0", "hash": "{{one}}" },
              { "id": "a", "version": "1.1.0", "hash": "{{one}}" },
              { "id": "a", "version": "1.0.0", "hash": "{{other}}" } ] }
            """);
        var told = Assert.Single(LockFile.Read(path).Diagnostics);
        Assert.Equal(("IR1028", 4, 3), (told.Id, told.Location.Line, told.Location.Column));
        Assert.Equal("锁定文件中 `a` 1.0.0 出现了两次，另一处在第 2 行。", told.Message(Language.Zh));
    }

    [Theory]
    [InlineData("\n", "\r\n", "锁定时是 LF，现在是 CRLF")]
    [InlineData("\r\n", "\n", "锁定时是 CRLF，现在是 LF")]
    public void Resolve_OtherLineEndsAlone_SaysSo(string then, string now, string how)
    {
        var file = Path.Combine(_plugins.Root, "n", "scheme.json");
        var text = File.ReadAllText(file).ReplaceLineEndings("\n").TrimEnd();
        File.WriteAllText(file, text.ReplaceLineEndings(then));
        var held = Lock();
        File.WriteAllText(file, text.ReplaceLineEndings(now));
        var told = Assert.Single(Held(held).Resolve("c").Diagnostics);
        Assert.Equal("IR1029", told.Id);
        Assert.Contains(how, told.Message(Language.Zh), StringComparison.Ordinal);

        File.WriteAllText(file, text.Replace("20", "21", StringComparison.Ordinal).ReplaceLineEndings(now));
        Assert.Equal("IR3013", Assert.Single(Held(held).Resolve("c").Diagnostics).Id);
    }

    [Fact]
    public void Read_NotThere_IsADiagnostic() => Assert.Equal("IR1001", Assert.Single(LockFile.Read("no-such.lock.json").Diagnostics).Id);

    [Fact]
    public void Resolve_AsLocked_LeavesNewerVersionsAlone()
    {
        var held = Lock();
        _plugins.Add("n2", "n", "1.5.0");
        Assert.Equal(["n@1.5.0", "c@1.0.0"], _plugins.Resolve("c").OrThrow().Lineage().Select(s => s.Key));
        Assert.Equal(["n@1.0.0", "c@1.0.0"], Held(held).Resolve("c").OrThrow().Lineage().Select(s => s.Key));
    }

    [Fact]
    public void Resolve_BaseEditedSince_SaysWhichAndHow()
    {
        var held = Lock();
        _plugins.Add("n", "n", change: s => s["indicators"]![0]!["rule"] = "AtLeast(21)");
        var told = Assert.Single(Held(held).Resolve("c").Diagnostics);
        Assert.Equal("IR3013", told.Id);
        Assert.StartsWith("`n` 1.0.0 was changed", told.Message(Language.En), StringComparison.Ordinal);
        Assert.EndsWith("n/scheme.json", told.Location.File.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_VersionGone_SaysWhatIsThere()
    {
        var held = Lock();
        _plugins.Add("n", "n", "1.1.0");
        var told = Assert.Single(Held(held).Resolve("c").Diagnostics, d => d.Id == "IR3012");
        Assert.Contains("available: 1.1.0", told.Message(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_NotLocked_IsRefused()
    {
        var held = Lock();
        _plugins.Add("o", "other");
        Assert.Equal("IR3014", Assert.Single(Held(held).Resolve("other").Diagnostics).Id);
    }

    private LockFile Lock() => LockFile.Of([_plugins.Resolve("c").OrThrow()]);

    private SchemeCatalog Held(LockFile held) => SchemeCatalog.Of(PluginScan.Run([_plugins.Root]), held);
}
