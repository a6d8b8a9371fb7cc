using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Testing;

namespace IndicatorRules.Cli;

/// <summary><c>test PLUGIN --record NAME --facts FACTS</c>: writes a case that expects what comes out now.</summary>
internal static class CaseRecord
{
    internal static int Write(Session session, PluginUnderTest tested, string? name, string? facts, int? year)
    {
        var folder = session.Full(tested.Folder);
        var path = Path.Combine(folder, "cases", name + ".json");
        var bag = new DiagnosticBag();
        if (name is null || facts is null)
        {
            bag.Add(DiagnosticCatalog.RecordOptions, new Location("--record"));
        }
        else if (!PlainFile.IsPortableName(name + ".json") || PlainFile.IsHidden(name))
        {
            bag.Add(DiagnosticCatalog.RecordName, new Location(name), name);
        }
        else if (Path.Exists(path))
        {
            bag.Add(DiagnosticCatalog.RecordExists, new Location(path), name + ".json");
        }

        session.Require(bag.ToResult(() => bag));
        var text = session.Require(JsonText.ReadFile(session.Full(facts!), "facts"));
        var scheme = tested.Scheme!;
        var options = new AssessOptions { Scheme = $"{scheme.Id}@{scheme.Version}", Year = year };
        var file = session.RequireOfFacts(FactsReader.Read(text));
        var review = session.RequireOfFacts(tested.Host.FindContradictions(file, options, session.CancellationToken));
        var written = CaseWriter.Write(
            name!, "../../../schemas/case.schema.json", FactsOf(session.Full(facts!), folder, text), review.Assessment,
            scheme.Checks.IsEmpty ? null : review.Contradictions);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var target = AtomicFile.Begin(path, replace: false))
        {
            target.Stream.Write(System.Text.Encoding.UTF8.GetBytes(written));
            target.Commit();
        }

        var all = review.Assessment.Summary.All;
        session.WriteLine(session.Say(
            $"已写入 {path}：{all.Total} 项，达标 {all.Met}，未达标 {all.NotMet}，不适用 {all.NotApplicable}，无法判定 {all.Undetermined}",
            $"wrote {path}: {all.Total} rows, met {all.Met}, not met {all.NotMet}, not applicable {all.NotApplicable}, "
                + $"undetermined {all.Undetermined}"));
        foreach (var sentence in review.Assessment.Conclusion?.Reasons(session.Language).Take(2) ?? [])
        {
            session.WriteLine("  " + sentence);
        }

        return ExitCode.Done;
    }

    // Facts of the plugin itself stay where they are; others go into the case.
    private static JsonElement FactsOf(string facts, string plugin, JsonText text)
    {
        var within = Path.GetRelativePath(plugin, facts).Replace(Path.DirectorySeparatorChar, '/');
        return within == "facts.json" || (within.StartsWith("facts/", StringComparison.Ordinal) && !within[6..].Contains('/'))
            ? JsonSerializer.SerializeToElement("../" + within)
            : text.ToElement();
    }
}
