using System.Text.RegularExpressions;

namespace IndicatorRules.Conventions;

public sealed partial class SourceTests
{
    [Fact]
    public void Verdicts_KnowNoFloatingPoint()
    {
        var floating = Repo.Files("src", "*.cs").SelectMany(Lines)
            .Where(l => Floating().IsMatch(l.Line) && !l.Line.TrimStart().StartsWith("//", StringComparison.Ordinal));
        Assert.Empty(floating.Select(l => l.At));
    }

    [Fact]
    public void Lines_HaveAtMost140Columns()
    {
        var files = ((string[])["src", "tests", "samples"]).SelectMany(f => Repo.Files(f, "*.cs"));
        Assert.Empty(files.SelectMany(Lines).Where(l => l.Line.Length > 140).Select(l => l.At));
    }

    [Fact]
    public void Namespaces_FollowFolders()
    {
        // The namespaces of templates follow the projects that are made of them.
        var templates = Repo.In("src", "IndicatorRules.Templates");
        foreach (var file in Repo.Files("src", "*.cs")
            .Where(f => Path.GetFileName(f) != "Program.cs" && !f.StartsWith(templates, StringComparison.Ordinal)))
        {
            var expected = Path.GetDirectoryName(Path.GetRelativePath(Repo.In("src"), file))!.Replace(Path.DirectorySeparatorChar, '.');
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
        string[] read =
        [
            "", "plugins", "seeds", "samples", "samples/jingle-2022", "samples/jingle-2025-whatif", "samples/compiled-extension",
            "samples/many-places", "samples/facts-guide", "samples/five-year-plan", "samples/assessment-rule", "samples/district-table",
            .. Plugins(),
        ];
        Assert.All(read, folder => Assert.True(
            File.Exists(Repo.In(folder, "README.md")) && File.Exists(Repo.In(folder, "README.zh-CN.md")), folder));
    }

    [Fact]
    public void Guides_LinkToFilesThatExist()
    {
        string[] folders = ["src", "plugins", "schemas", "seeds", "samples", "tests"];
        var guides = Directory.EnumerateFiles(Repo.Root, "*.md").Concat(folders.SelectMany(f => Repo.Files(f, "*.md")));
        var broken = from guide in guides
                     from Match link in GuideLink().Matches(File.ReadAllText(guide))
                     where !Path.Exists(Path.Combine(Path.GetDirectoryName(guide)!, link.Groups["path"].Value))
                         && !(link.Value[0] == '`' && Path.Exists(Path.Combine(Repo.Root, link.Groups["path"].Value)))
                     select $"{Repo.Relative(guide)}: {link.Value}";
        Assert.Empty(broken);
    }

    // A feed shows them without the repository around them.
    [Fact]
    public void Readmes_OfPackages_LinkToNoFile() => Assert.Empty(
        from folder in Directory.EnumerateDirectories(Repo.In("src"))
        let readme = Path.Combine(folder, "README.md")
        where File.Exists(readme) && RelativeLink().IsMatch(File.ReadAllText(readme))
        select Repo.Relative(readme));

    [Fact]
    public void Plugins_HoldDataAndTextOnly()
    {
        string[] allowed = [".json", ".csx", ".md"];
        Assert.Empty(Repo.Files("plugins", "*").Where(f => !allowed.Contains(Path.GetExtension(f))).Select(Repo.Relative));
    }

    // Everything else is read, or is made in a folder of its own that is renamed or removed as a whole.
    private static readonly string[] Writers =
    [
        "src/IndicatorRules/Schemes/Files/AtomicFile.cs",
        "src/IndicatorRules/Schemes/Files/FileTarget.cs",
        "src/IndicatorRules/Schemes/Files/InputFile.cs",
        "src/IndicatorRules.Packaging/Installing/PluginDisk.cs",
        "src/IndicatorRules.Packaging/Installing/WorkFolder.cs",
        // A folder of its own in the system's folder for temporary files, in which a scheme of the ledger is read.
        "src/IndicatorRules.Service/Recording/PluginFiles.cs",
        // A copy of a pipe in the system's folder for temporary files, for the reading process to open.
        "src/IndicatorRules.Tables/Formats/ParquetRows.cs",
    ];

    [Fact]
    public void Files_AreWrittenInOnePlace()
    {
        var written = Repo.Files("src", "*.cs").Where(f => !Writers.Contains(Repo.Relative(f)))
            .SelectMany(Lines)
            .Where(l => Writing().IsMatch(l.Line));
        Assert.Empty(written.Select(l => l.At));
        Assert.All(Writers, f => Assert.True(File.Exists(Repo.In(f)), f));
    }

    [Fact]
    public void Folders_AreListedWithoutWhatSystemsLeave()
    {
        // Where every entry counts: the check of a plugin's folder, its fingerprint, packing, extensions, the cache, what is installed.
        var listed = Repo.Files("src", "*.cs").SelectMany(Lines)
            .Where(l => ByPattern().IsMatch(l.Line));
        Assert.Empty(listed.Select(l => l.At));
    }

    private static IEnumerable<(string At, string Line)> Lines(string file) =>
        File.ReadLines(file).Select((l, i) => ($"{Repo.Relative(file)}({i + 1})", l));

    private static IEnumerable<string> Plugins() =>
        Directory.EnumerateDirectories(Repo.Plugins).Select(Repo.Relative);

    [GeneratedRegex(@"(?<![.\w])File\.(WriteAll|AppendAll|AppendText|Create\(|CreateText|OpenWrite|Move|Copy|Replace)|Directory\.Move"
        + @"|FileMode\.(Create|CreateNew|OpenOrCreate|Append|Truncate)\b"
        + @"|FileAccess\.(Write|ReadWrite)\b|new StreamWriter\((?!stream, utf8)")]
    private static partial Regex Writing();

    [GeneratedRegex(@"Directory\.(Get|Enumerate)Files\([^)]*""\*\.")]
    private static partial Regex ByPattern();

    [GeneratedRegex(@"\]\((?!https?://|#)")]
    private static partial Regex RelativeLink();

    // A relative link, or a path in backticks, relative to the guide or to the root.
    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#\s]+)|`(?<path>(src|plugins|schemas|seeds|samples|tests)/[\w./-]+)`")]
    private static partial Regex GuideLink();

    [GeneratedRegex(@"\b(double|float)\b")]
    private static partial Regex Floating();

    [GeneratedRegex(@"(^|[^A-Za-z0-9_.])/(work|tmp|root|home)/[A-Za-z0-9._-]")]
    private static partial Regex MachinePath();
}
