using System.Net.Http.Headers;
using IndicatorRules;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Hosting;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIndicatorRules(builder.Configuration.GetSection("IndicatorRules"));
builder.Services.AddHealthChecks().AddIndicatorRules();

var app = builder.Build();
app.MapHealthChecks("/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
app.MapPost("/assess", async (HttpRequest request, string? scheme, SchemeHost host, CancellationToken cancel) =>
{
    var facts = await FactsReader.ReadAsync(request.Body, "body", cancel);
    if (!facts.Succeeded)
    {
        return Faults(facts.Diagnostics);
    }

    var result = await host.AssessAsync(facts.Value, new AssessOptions { Scheme = scheme }, cancel);
    return result.Value is { } assessment ? Results.Json(AssessmentReport.Of(assessment, Language.En)) : Faults(result.Diagnostics);
});

if (args is not ["--try"])
{
    await app.RunAsync();
    return;
}

// Asks itself once and ends.
app.Urls.Add("http://127.0.0.1:0");
await app.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
var jingle = await File.ReadAllTextAsync(Path.Combine(app.Environment.ContentRootPath, "../jingle-2022/facts.json"));
foreach (var body in (string[])[jingle, """{ "place": { "code": "1" }, "years": [] }"""])
{
    using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
    using var response = await client.PostAsync(new Uri("/assess", UriKind.Relative), content);
    var answer = await response.Content.ReadAsStringAsync();
    var told = response.IsSuccessStatusCode ? $"{AssessmentReport.Parse(answer).Summary.Met} met" : answer;
    Console.WriteLine($"{(int)response.StatusCode} {told}");
}

await app.StopAsync();

// RFC 9457: the errors by the entry of the facts that each is about.
static IResult Faults(IEnumerable<Diagnostic> diagnostics) => Results.ValidationProblem(diagnostics.GroupBy(d => d.Path ?? "")
    .ToDictionary(d => d.Key, d => d.Select(one => $"{one.Id}: {one.Message(Language.En)}").ToArray()));
