using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Reads a draft from its folder: strict JSON, then the schema, then typed values.</summary>
internal static class SchemeReader
{
    internal const string FileName = PluginFolder.SchemeFile;

    internal static Result<SchemeDraft> Read(string folder)
    {
        var bag = new DiagnosticBag();
        PluginFolder.Validate(folder, bag);
        if (bag.HasErrors)
        {
            return new(null, bag.ToImmutable());
        }

        var text = StrictJson.ReadFile(Path.Combine(folder, FileName), null, PluginCaps.SchemeBytes);
        if (!text.Succeeded)
        {
            return new(null, text.Diagnostics);
        }

        if (Unspoken(text.Value) is { } unspoken)
        {
            // Reported alone: other faults may be valid in that version.
            return new(null, [unspoken]);
        }

        SchemaFile.Scheme.Validate(text.Value, bag);
        return bag.HasErrors ? new(null, bag.ToImmutable()) : Typed(folder, text.Value, bag);
    }

    private static Result<SchemeDraft> Typed(string folder, JsonText text, DiagnosticBag bag)
    {
        var root = (JObject)text.Root;
        var rules = new RuleTextReader(folder, text, bag);
        var source = Source(root["source"] as JObject, null);
        var stages = root.Objects("stages")
            .Select(s => new Stage(s.Text("id"), s.Localized("name"), s.Whole("year")))
            .OrderBy(s => s.Year).ToImmutableArray();
        var overall = new OverallReader(text, rules, bag);
        var entries = new IndicatorReader(text, rules, source, stages, bag);
        var draft = new SchemeDraft
        {
            Locations = DraftLocations.Of(text),
            Folder = folder,
            Content = rules.Content(),
            Hash = "",
            Id = root.Text("id"),
            Version = VersionOf(root, text, bag),
            Title = root.Localized("title"),
            Issuer = root.Localized("issuer"),
            Level = root.Text("level"),
            Note = root.Localized("note"),
            InForceFrom = (root["inForce"] as JObject)?.TextOrNull("from"),
            InForceTo = (root["inForce"] as JObject)?.TextOrNull("to"),
            BaseYear = root.WholeOrNull("baseYear"),
            Source = source,
            Extends = [.. root.Objects("extends").Select(e => Extends(e, text, bag)).OfType<UpperReference>()],
            Stages = stages,
            StagesOfAll = [.. stages.Where(s => root.Objects("stages").Any(o => o.Text("id") == s.Id && o.Flag("everyRow")))],
            Place = [.. root.Objects("place").Select(Attribute)],
            Absence = WordReader.Absence(root["absence"] as JObject),
            Tally = TallyOf(root["tally"] as JObject),
            Domains = [.. root.Objects("domains").Select(Domain)],
            StarMeaning = root.LocalizedOrNull("star"),
            Kinds = [.. root.Objects("kinds").Select(k => new RowKind(k.Text("id"), k.Localized("name"), k.Flag("counted", true)))],
            Numbering = root.TextOrNull("numbering") switch
            {
                "table" => Numbering.Table,
                "domain" => Numbering.Domain,
                "kind" => Numbering.Kind,
                _ => null,
            },
            Groups = [.. root.Objects("groups").Select(g => Group(g, text))],
            Indicators = [.. root.Objects("indicators").Select(entries.Read)],
            Conclusion = overall.Conclusion(root["conclusion"] as JObject),
            Checks = overall.Checks(root),
            OverPlaces = overall.OverPlaces(root),
            Background = OverallReader.Background(root),
            Functions = FunctionReader.Read(root, text, bag),
        };
        if (!SchemeRange.TryParse(root.Text("contract"), out _))
        {
            bag.Add(DiagnosticCatalog.Range, text.At(root["contract"]), root.Text("contract"));
        }

        SchemeValidation.Run(draft, bag);
        return bag.ToResult<SchemeDraft>(() => draft with { Hash = draft.Content.Hash() });
    }

    internal static SourceRef Source(JObject? o, SourceRef? otherwise) => o is null ? otherwise! : new SourceRef(
        o.Text("document", otherwise?.Document ?? ""),
        o.Text("table", otherwise?.Table ?? ""),
        o.WholeOrNull("row") ?? otherwise?.Row);

    private static SchemeVersion VersionOf(JObject root, JsonText text, DiagnosticBag bag)
    {
        if (SchemeVersion.TryParse(root.Text("version"), out var version))
        {
            return version;
        }

        bag.Add(DiagnosticCatalog.Version, text.At(root["version"]), root.Text("version"));
        return SchemeVersion.Parse("0.0.0");
    }

    // Before the schema is validated, since a later contract may have properties unknown to this one.
    private static Diagnostic? Unspoken(JsonText text)
    {
        var spoken = typeof(Verdict).Assembly.GetName().Version!;
        if (text.Root is not JObject root || Word(root, "id") is not { } id
            || !SchemeVersion.TryParse(Word(root, "version") ?? "", out var version)
            || !SchemeRange.TryParse(Word(root, "contract"), out var range)
            || range.Contains(SchemeVersion.Of(spoken)))
        {
            return null;
        }

        var at = text.At(root["contract"]);
        return new Diagnostic(DiagnosticCatalog.ContractRange, at, [id, $"{version}", range.Text, spoken.ToString(3), ""]);
    }

    private static string? Word(JObject o, string name) => o[name] is JValue { Value: string word } ? word : null;

    private static UpperReference? Extends(JObject o, JsonText text, DiagnosticBag bag)
    {
        if (SchemeRange.TryParse(o.Text("version"), out var range))
        {
            return new UpperReference(o.Text("id"), range, text.At(o["id"]))
            {
                LeftOut =
                [
                    .. o.Objects("leaveOut").Select(l => new LeftOut(new(o.Text("id"), l.Text("id")), l.Localized("because"), text.At(l))),
                ],
                TakesRest = o.TextOrNull("rest") == "take-over",
            };
        }

        bag.Add(DiagnosticCatalog.Range, text.At(o["version"]), o.Text("version"));
        return null;
    }

    private static PlaceAttribute Attribute(JObject o) => new(
        o.Text("id"),
        o.Text("kind") switch { "number" => AttributeKind.Number, "shares" => AttributeKind.Shares, _ => AttributeKind.Choice },
        o.Localized("name"),
        [.. o.Objects("choices").Select(c => new Choice(c.Text("id"), c.Localized("text"), [.. c.Texts("also")]))]);

    private static GroupEntry Group(JObject o, JsonText text) =>
        new(o.Text("id"), IndicatorReader.PrintedIn(o)!, o.Localized("name"), text.At(o))
        {
            Target = o.LocalizedOrNull("target"),
            AtLeast = o.WholeOrNull("atLeast"),
            Kind = o.TextOrNull("kind"),
            CountsAsOne = o.TextOrNull("counted") == "group",
        };

    private static Domain Domain(JObject o) => new(
        o.Text("id"),
        o.Localized("name"),
        [.. o.Objects("tasks").Select(t => new TaskGroup(t.Text("id"), t.Localized("name")))]);

    private static Tally? TallyOf(JObject? o) => o is null ? null : new Tally(
        Counted(o.Text("notApplicable"), Status.NotApplicable),
        Counted(o.Text("undetermined"), Status.Undetermined));

    private static Status Counted(string word, Status otherwise) => word switch
    {
        "met" => Status.Met,
        "not-met" => Status.NotMet,
        _ => otherwise,
    };
}
