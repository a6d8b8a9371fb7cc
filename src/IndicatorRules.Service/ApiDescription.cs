using System.Text.Json.Nodes;
using IndicatorRules.Service.Answering;
using IndicatorRules.Service.Description;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IndicatorRules.Service;

/// <summary>Describes the API in its OpenAPI document: parameters, bodies and answers as they are read and written.</summary>
internal static class ApiDescription
{
    // Generators of clients read this version; few read a later one.
    private const OpenApiSpecVersion Version = OpenApiSpecVersion.OpenApi3_0;

    private static readonly (int Status, string Says)[] Refusals =
    [
        (400, "A parameter is wrong, or an upload is incomplete."),
        (401, "The token is missing or wrong."),
        (406, "The answer cannot be written in any accepted form."),
        (413, "The body is too large."),
        (415, "The body is of another form."),
        (422, "The facts, or the scheme asked for, are wrong; all problems are listed."),
        (429, "There are too many requests."),
        (500, "The service failed."),
        (503, "A scheme cannot be used, or the request took too long."),
    ];

    internal const string Schemes = "/schemes";

    internal static string PathOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Assess => "/assess",
        QuestionKind.Explain => "/explain",
        QuestionKind.Check => "/check",
        QuestionKind.Diff => "/diff",
        _ => "/missing",
    };

    internal static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = Version;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "IndicatorRules",
            Version = Exchange.Engine,
            Description = "Judges a place's yearly figures by indicator schemes. Nothing is stored but in the ledger, if there is one.",
        };
        // The address is that of the request, which says nothing of the machine.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas = AnswerSchemas.All(document);
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["token"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "Needed where the service has tokens.",
            },
        };
        foreach (var kind in Enum.GetValues<QuestionKind>())
        {
            Describe(document.Paths[PathOf(kind)].Operations![HttpMethod.Post], kind, document);
        }

        var schemes = document.Paths[Schemes].Operations![HttpMethod.Get];
        (schemes.OperationId, schemes.Summary) = ("Schemes", "The schemes in force.");
        schemes.Responses = new()
        {
            ["200"] = Response("The schemes.", "application/json", AnswerSchemas.Named("SchemeList", document)),
            ["304"] = new OpenApiResponse { Description = "The list of this tag is the latest." },
        };
        Refuse(schemes, document, [401, 429, 500]);
        schemes.Security = Security(document);
        // As GET, without a body.
        document.Paths[Schemes].Operations!.Remove(HttpMethod.Head);
        foreach (var (path, id, says) in new[]
        {
            ("/ping", "Ping", "Answers at once."), ("/health/live", "Live", "Whether the process runs."),
            ("/health/ready", "Ready", "Whether all schemes are compiled (503 until then), and whether a plugin is faulty (degraded)."),
        })
        {
            if (!document.Paths.TryGetValue(path, out var item) || item.Operations?.GetValueOrDefault(HttpMethod.Get) is not { } operation)
            {
                // An application's own health checks are not described.
                continue;
            }

            item.Operations.Remove(HttpMethod.Head);
            (operation.OperationId, operation.Summary) = (id, says);
            operation.Responses = new() { ["200"] = Response(says, "text/plain", Text()) };
            if (id == "Ready")
            {
                operation.Responses["503"] = Response("Schemes are still being compiled.", "text/plain", Text());
            }
        }
    }

    private static void Describe(OpenApiOperation operation, QuestionKind kind, OpenApiDocument document)
    {
        (operation.OperationId, operation.Summary) = ($"{kind}", SummaryOf(kind));
        operation.Parameters = [.. Parameters.Of(kind).Select(Described)];
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "The facts of one place.",
            Content = Bodies(kind, document),
        };
        operation.Security = Security(document);
        var answer = new OpenApiResponse
        {
            Description = SummaryOf(kind),
            Content = new Dictionary<string, OpenApiMediaType>(),
            Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["ETag"] = Header("Of everything that the answer depends on; If-None-Match gives 304."),
                [Exchange.EngineHeader] = Header("The version of the engine."),
                [Exchange.SchemesHeader] = Header("The schemes judged by, with versions and hashes."),
                [Exchange.ExtensionsHeader] = Header("The compiled extensions in force, with their hashes, if there are any."),
                [Exchange.ErrorsHeader] = Header("The number of errors in the facts whose rows were not judged."),
                [Exchange.WarningsHeader] = Header("The number of warnings; /check lists them."),
                [Exchange.EntryHeader] = Header("The entry of the ledger, if there is one."),
            },
        };
        foreach (var form in AnswerForm.Of(kind))
        {
            answer.Content[form.ContentType] = new OpenApiMediaType
            {
                Schema = form == AnswerForm.Json ? AnswerSchemas.Named(SchemaOf(kind), document) : form.IsText ? Text() : Binary(),
            };
        }

        operation.Responses = new() { ["200"] = answer };
        operation.Responses["304"] = new OpenApiResponse { Description = "The answer of this tag is the latest." };
        Refuse(operation, document, [.. Refusals.Select(r => r.Status)]);
    }

    private static void Refuse(OpenApiOperation operation, OpenApiDocument document, int[] statuses)
    {
        foreach (var (status, says) in Refusals.Where(r => statuses.Contains(r.Status)))
        {
            operation.Responses![$"{status}"] = Response(says, "application/problem+json", AnswerSchemas.Named("Problem", document));
        }
    }

    private static string SummaryOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Assess => "All verdicts. Several schemes give an array of assessments.",
        QuestionKind.Explain => "One verdict, with its reasons, clauses, margins, and what would turn it.",
        QuestionKind.Check => "What is wrong with the facts, and what contradicts itself in them. A workbook can come back with notes.",
        QuestionKind.Diff => "The rows that differ: with other values (set), from another year or scheme, or between two files of facts.",
        _ => "The rows that figures leave undetermined, and the figure or document that would decide each.",
    };

    private static string SchemaOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Assess => "Assessment",
        QuestionKind.Explain => "Explanation",
        QuestionKind.Check => "Checked",
        QuestionKind.Diff => "Difference",
        _ => "Missing",
    };

    private static IOpenApiParameter Described(Parameter parameter)
    {
        var one = new OpenApiSchema { Type = parameter.IsYear ? JsonSchemaType.Integer : JsonSchemaType.String };
        if (!parameter.Values.IsEmpty)
        {
            one.Enum = [.. parameter.Values.Select(v => (JsonNode)v)];
        }

        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Says.En,
            Required = parameter.Name == "indicator",
            Schema = parameter.Repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one,
        };
    }

    private static Dictionary<string, OpenApiMediaType> Bodies(QuestionKind kind, OpenApiDocument document)
    {
        var bodies = FactsForm.All.ToDictionary(f => f.ContentType, f => new OpenApiMediaType
        {
            Schema = f == FactsForm.Json
                ? AnswerSchemas.Named("Facts", document)
                : f == FactsForm.Csv ? Text() : Binary(),
        });
        if (kind == QuestionKind.Diff)
        {
            bodies[RequestReading.Parts] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema> { ["before"] = Binary(), ["after"] = Binary() },
                },
            };
        }

        return bodies;
    }

    private static List<OpenApiSecurityRequirement> Security(OpenApiDocument document) =>
        [new() { [new OpenApiSecuritySchemeReference("token", document)] = [] }, new()];

    private static OpenApiResponse Response(string says, string type, IOpenApiSchema schema) => new()
    {
        Description = says,
        Content = new Dictionary<string, OpenApiMediaType> { [type] = new() { Schema = schema } },
    };

    private static OpenApiHeader Header(string says) => new() { Description = says, Schema = Text() };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };
}
