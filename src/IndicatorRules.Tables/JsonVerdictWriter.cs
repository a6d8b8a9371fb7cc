using System.Buffers;
using System.Text.Json;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Tables;

/// <summary>Writes JSON lines: one object per place and year, with the property names of the JSON report.</summary>
internal sealed class JsonVerdictWriter(Evidence evidence, bool withReasons, Language language) : IVerdictWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = VisibleText.Json, SkipValidation = true };

    public void WriteHead(IBufferWriter<byte> to)
    {
    }

    public void Write(PlaceVerdicts place, IBufferWriter<byte> to)
    {
        if (place is not { Place: { } judged, Scheme: { } scheme })
        {
            return;
        }

        using var json = new Utf8JsonWriter(to, Options);
        foreach (var year in place.Years)
        {
            json.Reset();
            json.WriteStartObject();
            json.WriteString("scheme", scheme.Id);
            json.WriteString("version", $"{scheme.Version}");
            json.WriteStartObject("place");
            json.WriteString("code", judged.Code);
            json.WriteString("name", judged.Name);
            json.WriteEndObject();
            json.WriteNumber("year", year.Year);
            json.WriteStartArray("indicators");
            for (var i = 0; i < year.Indicators.Length; i++)
            {
                Write(scheme, scheme.Indicators[i], year.Indicators[i], DueOf(i, year), json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.Flush();
            to.Write("\n"u8);
        }
    }

    // Most years have no due targets: this avoids an allocation for them.
    private static IEnumerable<DueVerdict> DueOf(int indicator, YearVerdicts year) =>
        year.Due.IsEmpty ? [] : year.Due.Where(d => d.Indicator == indicator);

    private void Write(Scheme scheme, Indicator indicator, RowVerdict row, IEnumerable<DueVerdict> due, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (indicator.WholeNumber is { } whole)
        {
            json.WriteNumber("number", whole);
        }
        else
        {
            json.WriteString("number", indicator.Number);
        }

        json.WriteString("id", indicator.Id);
        json.WriteString("status", VerdictTerms.Of(row.Verdict.StatusUnder(evidence)));
        json.WriteString("basis", VerdictTerms.Of(row.Verdict.BasisUnder(evidence)));
        if (row.Fault is not null)
        {
            json.WriteString("fault", row.Fault);
        }

        if (withReasons)
        {
            var verdict = row.Explained(indicator, scheme, evidence);
            if (verdict.Margin is { } margin)
            {
                json.WriteNumber("margin", margin);
            }
            else
            {
                json.WriteNull("margin");
            }

            json.WriteStartArray("reasons");
            foreach (var reason in verdict.Reasons(language))
            {
                json.WriteStringValue(reason);
            }

            json.WriteEndArray();
        }

        WriteDue(indicator, due, json);
        json.WriteEndObject();
    }

    private void WriteDue(Indicator indicator, IEnumerable<DueVerdict> due, Utf8JsonWriter json)
    {
        var isFirst = true;
        foreach (var target in due)
        {
            if (isFirst)
            {
                json.WriteStartArray("due");
            }

            isFirst = false;
            var stage = indicator.Stages[target.Stage].Stage;
            json.WriteStartObject();
            json.WriteString("stage", stage.Id);
            json.WriteNumber("year", stage.Year);
            json.WriteString("status", VerdictTerms.Of(target.Verdict.StatusUnder(evidence)));
            json.WriteString("basis", VerdictTerms.Of(target.Verdict.BasisUnder(evidence)));
            json.WriteEndObject();
        }

        if (!isFirst)
        {
            json.WriteEndArray();
        }
    }
}
