using System.Text;

namespace IndicatorRules.TestKit;

/// <summary>Holds a text against a file of the repository; where they differ, the actual text is left under <c>bin</c> to copy.</summary>
internal static class ExpectedText
{
    internal static void Same(string expectedFile, string actual)
    {
        var expected = File.Exists(expectedFile) ? File.ReadAllText(expectedFile, Encoding.UTF8) : "";
        if (expected == actual)
        {
            return;
        }

        var kept = Path.Combine(AppContext.BaseDirectory, "actual", Path.GetRelativePath(Repo.Root, expectedFile));
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        File.WriteAllText(kept, actual);
        Assert.Fail($"{expectedFile} differs from {kept}: {FirstDifference(expected, actual)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (wanted, got) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < wanted.Length && line < got.Length && wanted[line] == got[line])
        {
            line++;
        }

        return $"line {line + 1}\nexpected: {wanted.ElementAtOrDefault(line)}\nactual:   {got.ElementAtOrDefault(line)}";
    }
}
