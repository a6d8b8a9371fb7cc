using IndicatorRules.Packaging.Installing;
using IndicatorRules.Packaging.Reading;
using IndicatorRules.Packaging.Tests.Support;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Packaging.Tests.Installing;

/// <summary>
/// An installation that dies before each of its steps: the directory is as before or as after, and the next run gets through.
/// </summary>
[Trait("Category", "Slow")]
public sealed class KilledInstallationTests
{
    [Fact]
    public void Install_New_IsThereWholeOrNotAtAll()
    {
        for (var step = 0; ; step++)
        {
            using var folder = new TempFolder();
            Installed(folder, "1.0.0", "AtLeast(20)");
            var before = Snapshot.Of(folder.Path);
            var died = Dies(folder, "2.0.0", "AtLeast(30)", step, canExchange: true);
            var left = Snapshot.Of(folder.Path);
            var seen = SchemeCatalog.Discover(folder.Path);

            Assert.Empty(seen.Diagnostics);
            Installed(folder, "2.0.0", "AtLeast(30)");
            var after = Snapshot.Of(folder.Path);
            Assert.True(left == before || left == after, $"step {step}:\n{left}");
            AssertNothingLeftBehind(folder);
            if (!died)
            {
                Assert.True(step > 10);
                return;
            }
        }
    }

    [Fact]
    public void Install_Replacing_GivesTheOldOrTheNewAtEveryStep()
    {

        for (var step = 0; ; step++)
        {
            using var folder = new TempFolder();
            Installed(folder, "1.0.0", "AtLeast(20)");
            var before = Snapshot.Of(folder.Path);
            var died = Dies(folder, "1.0.0", "AtLeast(30)", step, canExchange: true);
            var left = Snapshot.Of(folder.Path);
            Installed(folder, "1.0.0", "AtLeast(30)");

            Assert.True(left == before || left == Snapshot.Of(folder.Path), $"step {step}:\n{left}");
            AssertNothingLeftBehind(folder);
            if (!died)
            {
                return;
            }
        }
    }

    [Fact]
    public void Install_ReplacingWithoutExchange_GivesTheOldBackToTheNextRun()
    {
        for (var step = 0; ; step++)
        {
            using var folder = new TempFolder();
            Installed(folder, "1.0.0", "AtLeast(20)");
            var before = Snapshot.Of(folder.Path);
            var died = Dies(folder, "1.0.0", "AtLeast(30)", step, canExchange: false);

            // Another scheme's installation puts right what this one left.
            new PackageInstaller(folder.Path).Install(PackageReader.Read(Plugin.Packed("other"), "p", []).OrThrow()).OrThrow();
            Directory.Delete(folder.In("other.1.0.0"), recursive: true);
            var left = Snapshot.Of(folder.Path);
            Installed(folder, "1.0.0", "AtLeast(30)");

            Assert.True(left == before || left == Snapshot.Of(folder.Path), $"step {step}:\n{left}");
            if (!died)
            {
                return;
            }
        }
    }

    private static bool Dies(TempFolder folder, string version, string rule, int step, bool canExchange)
    {
        var package = PackageReader.Read(Plugin.Packed(version: version, rule: rule), "p", []).OrThrow();
        try
        {
            new PackageInstaller(folder.Path, _ => [], new DyingDisk(step, canExchange)).Install(package, replace: true).OrThrow();
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }

    private static void Installed(TempFolder folder, string version, string rule) =>
        new PackageInstaller(folder.Path)
            .Install(PackageReader.Read(Plugin.Packed(version: version, rule: rule), "p", []).OrThrow(), replace: true).OrThrow();

    private static void AssertNothingLeftBehind(TempFolder folder) =>
        Assert.Equal(["lock"], Directory.EnumerateFileSystemEntries(folder.In(WorkFolder.Name)).Select(Path.GetFileName));
}
