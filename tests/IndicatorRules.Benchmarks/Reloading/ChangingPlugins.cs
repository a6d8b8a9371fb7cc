namespace IndicatorRules.Benchmarks.Reloading;

/// <summary>A temporary copy of the shipped plugins whose nation and county are rewritten together, generation by generation.</summary>
internal sealed class ChangingPlugins : IDisposable
{
    /// <summary>The row that changes: 28 % in the county's facts.</summary>
    internal const int Row = 3;

    private const string NationRule = "\"rule\": \"AtLeast(20)\"";
    private const string CountyEntry = "\"id\": \"eco-appraisal-share\",\n      \"from\": [\"national-revised\", \"shanxi-trial\"],";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("indicator-rules-");
    private readonly string _nation;
    private readonly string _county;

    internal ChangingPlugins()
    {
        var shipped = Repo.Plugins;
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        _nation = File.ReadAllText(Nation);
        _county = File.ReadAllText(County);
        if (!_nation.Contains(NationRule, StringComparison.Ordinal) || !_county.Contains(CountyEntry, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The shipped plugins no longer hold the row that is to change.");
        }
    }

    internal string Path => _root.FullName;

    private string Nation => System.IO.Path.Combine(Path, "national-revised", "scheme.json");

    private string County => System.IO.Path.Combine(Path, "jingle-county", "scheme.json");

    /// <summary>What the nation asks for in a generation: met by odd ones, not met by even ones, and never the same twice.</summary>
    internal static decimal NationThreshold(int generation) => (generation % 2 == 1 ? 20 : 40) + (generation / 100_000m);

    /// <summary>The county's own bound in a generation; it never decides.</summary>
    internal static decimal CountyThreshold(int generation) => 100 + generation;

    /// <summary>Both schemes in a generation.</summary>
    internal void Write(int generation)
    {
        WriteNation(generation);
        var rule = $"Upper(\\\"national-revised\\\") & Upper(\\\"shanxi-trial\\\") & AtMost({CountyThreshold(generation)})";
        Replace(County, _county.Replace(CountyEntry, $"{CountyEntry}\n      \"rule\": \"{rule}\",", StringComparison.Ordinal));
    }

    /// <summary>The nation alone; the county need not be compiled again.</summary>
    internal void WriteNation(int generation) => Replace(Nation, NationOf(generation));

    /// <summary>A nation that breaks off in the middle.</summary>
    internal void WriteHalf(int generation)
    {
        var text = NationOf(generation);
        File.WriteAllText(Nation, text[..(text.Length / 2)]);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private string NationOf(int generation) =>
        _nation.Replace(NationRule, FormattableString.Invariant($"\"rule\": \"AtLeast({NationThreshold(generation)})\""),
            StringComparison.Ordinal);

    // As most editors save.
    private static void Replace(string path, string text)
    {
        File.WriteAllText(path + "~", text);
        File.Move(path + "~", path, overwrite: true);
    }
}
