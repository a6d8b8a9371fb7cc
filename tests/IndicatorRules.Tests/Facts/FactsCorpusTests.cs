using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Facts;

/// <summary>Whole files: the bad ones with every diagnostic as printed, the good ones with every verdict.</summary>
public sealed class FactsCorpusTests
{
    public static TheoryData<string> Bad => Files("bad");

    public static TheoryData<string> Good => Files("good");

    [Theory]
    [MemberData(nameof(Bad))]
    public void Assess_BadFile_TellsExactlyWhatIsWrong(string name)
    {
        var diagnostics = Assess("bad", name).Diagnostics;

        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, d => Assert.NotEmpty(d.Message(Language.En)));
        ExpectedText.Same(
            Repo.In("tests/corpus/facts/bad", name + ".expected.txt"),
            string.Concat(diagnostics.Select(d => d.Format(Language.Zh) + "\n")));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Assess_GoodFile_GivesExactlyItsVerdicts(string name)
    {
        var assessed = Assess("good", name);

        Assert.Empty(assessed.Diagnostics);
        var rows = assessed.Value!.Indicators.Where(v => v.Facts is not null);
        ExpectedText.Same(
            Repo.In("tests/corpus/facts/good", name + ".expected.txt"),
            string.Concat(rows.Select(v => $"{v.Indicator.Number} {v.Indicator.Id}: {v.Status} {v.Basis?.ToString() ?? "-"} "
                + $"{(v.Margin is { } m ? Wording.Signed(m) : "-")}\n")));
    }

    [Fact]
    public void Bad_HasAFileForEveryFactsDiagnostic()
    {
        var seen = string.Concat(Directory.GetFiles(Repo.In("tests/corpus/facts/bad"), "*.expected.txt").Select(File.ReadAllText));

        // The year asked for is an argument, and one out of range the schema's; two rows of one name need a scheme
        // that has them; size, number and absence of a file have
        // tests of their own, and so have tables (IR52xx).
        var ids = DiagnosticCatalog.All.Select(d => d.Id).Where(id => id[2] == '1' || (id[2] == '5' && id[3] != '2'))
            // Two schemes with different units, and a broken one, have tests of their own too (OtherUnitTests).
            .Except(["IR5122", "IR5123", "IR5124", "IR5327"])
            // Workbooks (IR531x to IR533x) have tests in Office.
            .Where(id => !(id.StartsWith("IR53", StringComparison.Ordinal) && string.CompareOrdinal(id, "IR5310") >= 0))
            // IR1020 to IR1039 are about the files that the tool writes and watches.
            // IR535x are about the table that a plugin is drafted from, what is converted, and targets of upper schemes; IR106x are
            // about the service, IR1045 and IR1046 about what a project ships.
            .Where(id => id[..5] is not ("IR102" or "IR103" or "IR106" or "IR535")).Except(["IR1045", "IR1046"]).Except(
            ["IR1001", "IR1002", "IR1040", "IR1041", "IR1042", "IR1043", "IR1044", "IR1105", "IR5009", "IR5013", "IR5140",
                "IR5302", "IR5303"]);
        Assert.All(ids, id => Assert.Contains(id, seen, StringComparison.Ordinal));
    }

    private static Result<Assessment> Assess(string folder, string name)
    {
        var text = StrictJson.ReadFile(Repo.In("tests/corpus/facts", folder, name + ".json"), $"{folder}/{name}.json");
        if (!text.Succeeded)
        {
            return new(null, text.Diagnostics);
        }

        var facts = FactsReader.Read(text.Value);
        var assessed = facts.Succeeded ? Hosts.Shared.Assess(facts.Value) : new(null, []);
        return new(assessed.Value, [.. facts.Diagnostics, .. assessed.Diagnostics]);
    }

    private static TheoryData<string> Files(string folder) =>
        [.. Directory.GetFiles(Repo.In("tests/corpus/facts", folder), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Order(StringComparer.Ordinal)];
}
