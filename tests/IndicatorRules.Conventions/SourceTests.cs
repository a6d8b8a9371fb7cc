using System.Text.RegularExpressions;
using IndicatorRules.Conventions.Support;

namespace IndicatorRules.Conventions;

public sealed partial class SourceTests
{
    [Fact]
    public void Verdicts_KnowNoFloatingPoint()
    {
        var floating = Repo.Files("src", "*.cs").SelectMany(f => File.ReadLines(f).Select((l, i) => (At: $"{Repo.Relative(f)}({i + 1})", Line: l)))
            .Where(l => Floating().IsMatch(l.Line) && !l.Line.TrimStart().StartsWith("//", StringComparison.Ordinal));
        Assert.Empty(floating.Select(l => l.At));
    }

    [Fact]
    public void Namespaces_FollowFolders()
    {
        foreach (var file in Repo.Files("src", "*.cs").Where(f => Path.GetFileName(f) != "Program.cs"))
        {
            var expected = Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(Repo.Root, "src"), file))!.Replace(Path.DirectorySeparatorChar, '.');
            Assert.Contains($"namespace {expected};", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Text_NamesNoMachine()
    {
        string[] patterns = ["*.cs", "*.csproj", "*.props", "*.md", "*.json", "*.csx", "*.txt"];
        var named = from folder in (string[])["src", "plugins", "schemas", "seeds", "samples", "tests"]
                    from pattern in patterns
                    from file in Repo.Files(folder, pattern)
                    where !file.EndsWith("packages.lock.json", StringComparison.Ordinal) && MachinePath().IsMatch(File.ReadAllText(file))
                    select Repo.Relative(file);
        Assert.Empty(named);
    }

    [Fact]
    public void Guides_HaveTheirChineseTwins()
    {
        string[] read = ["", "plugins", "seeds", "samples", "samples/jingle-2022", "samples/jingle-2025-whatif", "samples/compiled-extension", "samples/many-places", .. Plugins()];
        Assert.All(read, folder => Assert.True(
            File.Exists(Path.Combine(Repo.Root, folder, "README.md")) && File.Exists(Path.Combine(Repo.Root, folder, "README.zh-CN.md")), folder));
    }

    [Fact]
    public void Plugins_HoldDataAndTextOnly()
    {
        string[] allowed = [".json", ".csx", ".md"];
        Assert.Empty(Repo.Files("plugins", "*").Where(f => !allowed.Contains(Path.GetExtension(f))).Select(Repo.Relative));
    }

    private static IEnumerable<string> Plugins() =>
        Directory.EnumerateDirectories(Path.Combine(Repo.Root, "plugins")).Select(Repo.Relative);

    [GeneratedRegex(@"\b(double|float)\b")]
    private static partial Regex Floating();

    [GeneratedRegex(@"(^|[^A-Za-z0-9_.])/(work|tmp|root|home)/[A-Za-z0-9._-]")]
    private static partial Regex MachinePath();
}
