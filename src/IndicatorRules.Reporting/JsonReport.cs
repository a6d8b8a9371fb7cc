using System.Text;
using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>Writes JSON as described by <c>assessment.schema.json</c>: an object, or an array for several schemes.</summary>
internal sealed class JsonReport : IReportWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = VisibleText.Json,
    };

    public void Write(IReadOnlyList<Assessment> assessments, Language language, TextWriter to)
    {
        ReportWriters.Validate(assessments, to);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            if (assessments.Count > 1)
            {
                json.WriteStartArray();
            }

            foreach (var assessment in assessments)
            {
                Write(assessment, language, json);
            }

            if (assessments.Count > 1)
            {
                json.WriteEndArray();
            }
        }

        to.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n");
    }

    private static void Write(Assessment a, Language language, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "assessment.schema.json");
        json.WriteString("scheme", a.Scheme.Id);
        json.WriteString("version", $"{a.Scheme.Version}");
        json.WriteString("title", a.Scheme.Title.In(language));
        json.WriteStartObject("place");
        json.WriteString("code", a.Place.Code);
        json.WriteString("name", a.Place.Name);
        json.WriteEndObject();
        json.WriteNumber("year", a.Year);
        json.WriteString("evidence", a.Evidence == Evidence.Measured ? "measured" : "declared");
        json.WriteString("factsHash", a.FactsHash);
        if (a.Note.Length > 0)
        {
            json.WriteString("note", a.Note);
        }

        json.WriteStartArray("schemes");
        foreach (var scheme in a.Scheme.Lineage())
        {
            json.WriteStartObject();
            json.WriteString("id", scheme.Id);
            json.WriteString("version", $"{scheme.Version}");
            json.WriteString("hash", scheme.Hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(a.Summary, a.Scheme, language, json);
        if (a.Conclusion is { } conclusion)
        {
            ConclusionJson.Write(conclusion, language, json);
        }

        json.WriteStartArray("indicators");
        foreach (var verdict in a.Indicators.Where(v => v.Indicator.Combines is not { IsGroup: true }))
        {
            Write(verdict, a.Scheme, language, json);
        }

        json.WriteEndArray();
        if (a.Indicators.Any(v => v.Indicator.Combines is { IsGroup: true }))
        {
            json.WriteStartArray("groups");
            foreach (var verdict in a.Indicators.Where(v => v.Indicator.Combines is { IsGroup: true }))
            {
                Write(verdict, a.Scheme, language, json);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Summary s, Scheme scheme, Language language, Utf8JsonWriter json)
    {
        json.WriteStartObject("summary");
        Write(s.All, json);
        json.WriteStartObject("asReported");
        json.WriteNumber("met", s.ReportedMet);
        json.WriteNumber("notMet", s.ReportedNotMet);
        json.WriteEndObject();
        json.WriteStartObject("byForce");
        json.WriteStartObject("binding");
        Write(s.Binding, json);
        json.WriteEndObject();
        json.WriteStartObject("reference");
        Write(s.Reference, json);
        json.WriteEndObject();
        json.WriteEndObject();
        if (scheme.NamesKinds)
        {
            json.WriteStartArray("byKind");
            foreach (var (kind, counts) in s.ByKind)
            {
                json.WriteStartObject();
                json.WriteString("id", kind.Id);
                json.WriteString("name", kind.Name.In(language));
                json.WriteBoolean("counted", kind.Counted);
                Write(counts, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("byDomain");
        foreach (var domain in s.ByDomain)
        {
            json.WriteStartObject();
            json.WriteString("domain", domain.Domain.Name.In(language));
            Write(domain.Counts, json);
            if (domain.Points is { } points)
            {
                ConclusionJson.Points(points, json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("dueStages");
        foreach (var (stage, counts) in s.DueStages)
        {
            json.WriteStartObject();
            json.WriteString("id", stage.Id);
            json.WriteString("name", stage.Name.In(language));
            json.WriteNumber("year", stage.Year);
            Write(counts, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Counts c, Utf8JsonWriter json)
    {
        json.WriteNumber("total", c.Total);
        json.WriteNumber("met", c.Met);
        json.WriteNumber("notMet", c.NotMet);
        json.WriteNumber("notApplicable", c.NotApplicable);
        json.WriteNumber("undetermined", c.Undetermined);
        json.WriteNumber("declared", c.Declared);
    }

    private static void Write(IndicatorVerdict v, Scheme scheme, Language language, Utf8JsonWriter json)
    {
        var domain = scheme.DomainOf(v.Indicator.TaskGroup);
        json.WriteStartObject();
        if (v.Indicator.WholeNumber is { } whole)
        {
            json.WriteNumber("number", whole);
        }
        else
        {
            json.WriteString("number", v.Indicator.Number);
        }

        json.WriteString("id", v.Indicator.Id);
        json.WriteString("name", v.Indicator.Name.In(language));
        if (v.Indicator.ItemOf is { } row)
        {
            json.WriteString("itemOf", row);
        }

        if (v.Indicator.Group is { } group)
        {
            json.WriteString("group", group);
        }

        if (v.Indicator.Combines is { } combines)
        {
            Write("rows", combines.Rows, json);
        }

        json.WriteBoolean("star", v.Indicator.Starred);
        json.WriteString("domain", domain.Name.In(language));
        json.WriteString("task", domain.TaskGroups.First(t => t.Id == v.Indicator.TaskGroup).Name.In(language));
        json.WriteString("unit", v.Indicator.Unit);
        json.WriteString("binding", v.Indicator.Kind.Id == RowKind.Binding.Id ? "binding" : "reference");
        if (scheme.NamesKinds)
        {
            json.WriteString("kind", v.Indicator.Kind.Name.In(language));
        }

        json.WriteString("target", v.Indicator.Target.In(language));
        json.WriteString("value", ReportRow.ValueOf(v, language));
        Write("reportedMet", v.Facts?.Own.ReportedMet, json);
        Outcome(v.Status, v.Basis, v.Margin, v.Reasons(language), json);
        if (v.Points is { } points)
        {
            ConclusionJson.Points(points, language, json);
        }

        if (v.Fault is { } fault)
        {
            json.WriteString("fault", fault.Id);
        }

        if (v.Progress is { } progress)
        {
            Write(progress, json);
        }

        json.WriteString("source", v.Facts?.Own.Source?.ToString());
        json.WriteStartArray("stages");
        foreach (var stage in v.Stages)
        {
            json.WriteStartObject();
            json.WriteString("id", stage.Stage.Stage.Id);
            json.WriteString("name", stage.Stage.Stage.Name.In(language));
            json.WriteNumber("year", stage.Stage.Stage.Year);
            json.WriteBoolean("due", stage.Due);
            json.WriteString("target", stage.Stage.Target.In(language));
            Outcome(stage.Status, stage.Basis, stage.Margin, stage.Reasons(language), json);
            Write("yearlyChange", stage.YearlyChange, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Progress progress, Utf8JsonWriter json)
    {
        json.WriteStartObject("progress");
        json.WriteNumber("baseYear", progress.BaseYear);
        Write("base", progress.Base, json);
        json.WriteNumber("by", progress.By);
        Write("target", progress.Target, json);
        json.WriteNumber("year", progress.Year);
        Write("value", progress.Value, json);
        Write("donePercent", progress.DonePercent, json);
        Write("timePercent", progress.TimePercent, json);
        json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName($"{progress.Status}"));
        json.WriteEndObject();
    }

    private static void Outcome(Status status, Basis? basis, decimal? margin, IEnumerable<string> reasons, Utf8JsonWriter json)
    {
        json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName($"{status}"));
        json.WriteString("basis", basis is { } b ? JsonNamingPolicy.CamelCase.ConvertName($"{b}") : null);
        Write("margin", margin, json);
        Write("reasons", reasons, json);
    }

    internal static void Write(string name, IEnumerable<string> texts, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    internal static void Write(string name, decimal? value, Utf8JsonWriter json)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Wording.Trimmed(number));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Write(string name, bool? value, Utf8JsonWriter json)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
