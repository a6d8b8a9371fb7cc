using IndicatorRules;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

const int MaxBytes = 4 * 1024 * 1024;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = MaxBytes);
builder.Services.AddProblemDetails();
builder.Services.AddSingleton(_ => SchemeHost.Open());
var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();

// Fails at start, not at the first request, when a scheme that was shipped is faulty.
var host = app.Services.GetRequiredService<SchemeHost>();
foreach (var diagnostic in host.Catalog.Diagnostics)
{
    app.Logger.LogWarning("{Diagnostic}", diagnostic);
}

app.MapGet("/health", () => host.Catalog.Available.Any() ? Results.Text("ok") : Results.StatusCode(503));

app.MapGet("/schemes", () => host.Catalog.Available.Select(scheme => new { scheme.Id, Version = $"{scheme.Version}" }));

// Facts in JSON give the verdicts on all rows; ?scheme=ID chooses another scheme than the facts name, ?lang=en the language.
app.MapPost("/assess", async (HttpRequest request, string? scheme, string? lang, CancellationToken cancellationToken) =>
{
    var language = lang == "en" ? Language.En : Language.Zh;
    using var body = new MemoryStream();
    await request.Body.CopyToAsync(body, cancellationToken);
    var text = JsonText.Read(body.ToArray(), "body");
    var facts = text.Value is { } json ? FactsReader.Read(json) : new(null, text.Diagnostics);
    if (facts.Value is not { } read)
    {
        return Problem(facts.Diagnostics, language);
    }

    var assessed = await host.AssessAsync(read, new AssessOptions { Scheme = scheme }, cancellationToken);
    return assessed.Value is { } assessment
        ? Results.Text(AssessmentReport.Of(assessment, language).ToJson(), "application/json")
        : Problem(assessed.Diagnostics, language);
});

app.Run();

static IResult Problem(IEnumerable<Diagnostic> diagnostics, Language language) => Results.Problem(
    statusCode: 422,
    title: language == Language.Zh ? "填报数据有误，没有评判" : "The facts cannot be judged",
    extensions: new Dictionary<string, object?>
    {
        ["diagnostics"] = diagnostics.Select(d => new
        {
            d.Id,
            d.Location.Line,
            d.Location.Column,
            Message = d.Message(language),
            Help = d.Help(language),
        }),
    });
