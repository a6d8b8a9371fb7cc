using System.Collections.Immutable;
using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Testing;

/// <summary>A case (用例): facts and the verdicts expected of them. Immutable.</summary>
public sealed class Case
{
    private Case(JsonElement root, string file, FactsFile facts)
    {
        Name = root.GetProperty("name").GetString()!;
        File = file;
        Facts = facts;
        Options = new AssessOptions
        {
            Year = (int?)root.Number("year"),
            Evidence = root.Word("evidence") == "measured" ? Evidence.Measured : Evidence.Declared,
        };
        Expected = [.. root.Entries("expect").Select(Expectation.Read)];
        Counts = root.TryGetProperty("expectCounts", out var counts) ? CountExpectation.Read(counts) : null;
        Conclusion = root.TryGetProperty("expectConclusion", out var conclusion) ? ConclusionExpectation.Read(conclusion) : null;
        Contradictions = root.TryGetProperty("expectFindings", out _)
            ? [.. root.Entries("expectFindings").Select(ContradictionExpectation.Read)]
            : null;
    }

    /// <summary>What the case shows, in the author's words.</summary>
    public string Name { get; }

    /// <summary>The path of its file.</summary>
    public string File { get; }

    /// <summary>The facts to judge.</summary>
    public FactsFile Facts { get; }

    /// <summary>The year and evidence to judge by.</summary>
    internal AssessOptions Options { get; }

    /// <summary>The expected verdicts.</summary>
    internal ImmutableArray<Expectation> Expected { get; }

    /// <summary>The expected numbers of verdicts; null if any will do.</summary>
    internal CountExpectation? Counts { get; }

    /// <summary>The expected conclusion; null if any will do.</summary>
    internal ConclusionExpectation? Conclusion { get; }

    /// <summary>All contradictions expected of the scheme's checks; null if any will do.</summary>
    internal ImmutableArray<ContradictionExpectation>? Contradictions { get; }

    /// <summary>Reads all cases in a plugin's <c>cases</c> folder, ordered by file name.</summary>
    /// <param name="plugin">The plugin's folder.</param>
    /// <returns>The cases, none if there is no such folder; no value if one has an error.</returns>
    public static Result<IReadOnlyList<Case>> ReadFolder(string plugin)
    {
        var bag = new DiagnosticBag();
        var cases = new List<Case>();
        var folder = Path.Combine(plugin, "cases");
        var files = Directory.Exists(folder) ? PlainFile.In(folder, ".json") : [];
        foreach (var file in files)
        {
            var read = InputFault.Guard(file, () => ReadFile(file));
            bag.AddRange(read.Diagnostics);
            if (read.Value is { } one)
            {
                cases.Add(one);
            }
        }

        return new(bag.HasErrors ? null : cases, bag.ToImmutable());
    }

    /// <summary>Reads one case file.</summary>
    /// <param name="path">The file's path; also its name in diagnostics.</param>
    public static Result<Case> ReadFile(string path)
    {
        var text = JsonText.ReadFile(path, "case");
        if (!text.Succeeded)
        {
            return new(null, text.Diagnostics);
        }

        var facts = FactsReader.ReadOfCase(text.Value);
        var isSound = facts.Diagnostics.All(d => d.Severity != Severity.Error);
        return new(facts.Value is { } file && isSound ? new Case(text.Value.ToElement(), path, file) : null, facts.Diagnostics);
    }
}
