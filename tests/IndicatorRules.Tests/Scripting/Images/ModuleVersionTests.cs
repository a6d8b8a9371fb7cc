using System.Reflection;
using System.Runtime.InteropServices;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Tests.Scripting.Images;

public sealed class ModuleVersionTests
{
    /// <summary>Of every assembly that is there: as IL alone, as ReadyToRun code, for 32 and 64 bits, ours and others'.</summary>
    [Fact]
    public void OfFile_AnyAssembly_IsWhatTheRuntimeSays()
    {
        // Other tests load what they made in folders of their own, which are gone by now.
        string[] lasting = [AppContext.BaseDirectory, RuntimeEnvironment.GetRuntimeDirectory()];
        var loaded = AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => !a.IsDynamic && lasting.Any(folder => a.Location.StartsWith(folder, StringComparison.Ordinal))).ToList();

        Assert.True(loaded.Count > 20, $"{loaded.Count} assemblies");
        Assert.All(loaded, a => Assert.Equal(a.ManifestModule.ModuleVersionId, ModuleVersion.OfFile(a.Location)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(512)]
    [InlineData(5000)]
    public void OfFile_CutShort_IsNoAssembly(int length)
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "cut.dll");
        File.WriteAllBytes(file, File.ReadAllBytes(Assembly.GetExecutingAssembly().Location)[..length]);

        Assert.Throws<BadImageFormatException>(() => ModuleVersion.OfFile(file));
    }

    [Fact]
    public void OfFile_AnyByteOfTheHeadChanged_IsNoAssemblyOrAnIdentity()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "changed.dll");
        var bytes = File.ReadAllBytes(Assembly.GetExecutingAssembly().Location);
        for (var i = 0; i < 1024; i++)
        {
            var was = bytes[i];
            bytes[i] ^= 0xFF;
            File.WriteAllBytes(file, bytes);
            bytes[i] = was;

            var thrown = Record.Exception(() => ModuleVersion.OfFile(file));
            Assert.True(thrown is null or BadImageFormatException, $"byte {i}: {thrown}");
        }
    }
}
