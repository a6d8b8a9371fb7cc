using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Reporting.Tests.Support;

/// <summary>Assessments of the samples, and reports of them as text.</summary>
internal static class Written
{
    private static readonly Lazy<SchemeHost> Opened = new(() => SchemeHost.Open(Repo.Plugins));

    internal static SchemeHost Host => Opened.Value;

    internal static Assessment Jingle2022 { get; } = Assess(FactsReader.ReadFile(Repo.Sample("jingle-2022")).OrThrow());

    internal static Assessment WhatIf { get; } = Assess(FactsReader.ReadFile(Repo.Sample("jingle-2025-whatif")).OrThrow());

    /// <summary>A place whose every free text tries to break out of its cell.</summary>
    internal static Assessment Hostile { get; } = Assess(Facts("""
        {
          "$schema": "facts.schema.json", "scheme": "jingle-county", "document": "a|b, \"c\"\r\nd;<e>*f*\\",
          "note": "note|with, \"quotes\"\r\nand <b>lines</b>",
          "place": { "code": "=1+1", "name": "县,\"名\"|\n二行", "attributes": [
            { "id": "Climate", "choice": "半湿润地区" }, { "id": "Terrain", "shares": { "Mountain": 49, "Hill": 37, "Plain": 14 } } ] },
          "years": [{ "year": 2022, "indicators": [
            { "id": "eco-appraisal-share", "value": { "words": "二成|\"约\",\n以上\r\n\\|" }, "source": "表|1,\"二\"" },
            { "id": "pollutant-reduction", "task": { "state": "none-set", "words": "未|下,\"达\"\n<x>" } },
            { "id": "hazardous-waste", "value": 99.5 } ] }]
        }
        """));

    internal static Assessment Assess(FactsFile facts, AssessOptions? options = null) => Host.Assess(facts, options).OrThrow();

    internal static string As(ReportFormat format, Language language, params Assessment[] assessments)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        ReportWriters.For(format).Write(assessments, language, text);
        return text.ToString();
    }

    private static FactsFile Facts(string json) =>
        FactsReader.Read(StrictJson.Read(Encoding.UTF8.GetBytes(json), "hostile.json").OrThrow()).OrThrow();
}
