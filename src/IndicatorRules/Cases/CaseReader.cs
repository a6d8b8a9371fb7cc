using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Cases;

/// <summary>Reads case files. Thread-safe.</summary>
public static class CaseReader
{
    /// <summary>Reads all cases in a plugin's <c>cases</c> folder, ordered by file name.</summary>
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
    public static Result<Case> ReadFile(string path)
    {
        var text = StrictJson.ReadFile(path);
        if (!text.Succeeded)
        {
            return new(null, text.Diagnostics);
        }

        var bag = new DiagnosticBag();
        SchemaFile.Case.Validate(text.Value, bag);
        if (bag.HasErrors)
        {
            return new(null, bag.ToImmutable());
        }

        var root = (JObject)text.Value.Root;
        var facts = FactsReader.Read(text.Value, (JObject)root["facts"]!, bag);
        var isSound = facts.Diagnostics.All(d => d.Severity != Severity.Error);
        return new(facts.Value is { } file && isSound ? Read(root, path, file) : null, facts.Diagnostics);
    }

    private static Case Read(JObject root, string path, FactsFile facts) => new()
    {
        Name = root.Text("name"),
        File = path,
        Facts = facts,
        Options = new AssessOptions
        {
            Year = root.Whole("year"),
            Evidence = root.Text("evidence") == "measured" ? Evidence.Measured : Evidence.Declared,
        },
        Expected = [.. root.Objects("expect").Select(Expected)],
        Conclusion = root["expectConclusion"] is JObject o ? Conclusion(o) : null,
        Contradictions = root["expectFindings"] is null
            ? null
            : [.. root.Objects("expectFindings").Select(f => new ContradictionExpectation(f.Text("check"), f.TextOrNull("indicator")))],
    };

    private static ConclusionExpectation Conclusion(JObject o) => new()
    {
        Grade = o.TextOrNull("grade"),
        LeastGrade = o.TextOrNull("leastGrade"),
        MostGrade = o.TextOrNull("mostGrade"),
        Points = o.NumberOrNull("points"),
        LeastPoints = o.NumberOrNull("leastPoints"),
        MostPoints = o.NumberOrNull("mostPoints"),
        DecidedBy = o["decidedBy"] is null ? null : [.. o.Texts("decidedBy")],
    };

    private static Expectation Expected(JObject o) => new(
        o.Text("id"),
        o.TextOrNull("stage"),
        Enum.Parse<Status>(o.Text("status"), ignoreCase: true),
        o.TextOrNull("basis") is { } basis ? Enum.Parse<Basis>(basis, ignoreCase: true) : null,
        o.NumberOrNull("margin"));
}
