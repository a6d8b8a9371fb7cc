using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace IndicatorRules.Service.Tests;

/// <summary>A client that NSwag generates from the OpenAPI document, compiled and run against the service.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task GeneratedClient_AsksEverything()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var client = await ClientAsync(service);
        var type = client.GetType().Assembly.GetType("Generated.Facts")!;
        var facts = JsonSerializer.Deserialize(File.ReadAllBytes(ServiceUnderTest.Facts), type)!;
        // The type has everything that the file has, and nothing that it does not have.
        Assert.Equal("静乐县", Get(Get(facts, "Place"), "Name"));
        var year = ((System.Collections.IEnumerable)Get(facts, "Years")!).Cast<object>().First();
        Assert.Null(Get(((System.Collections.IEnumerable)Get(year, "Indicators")!).Cast<object>().First(), "OfYear"));
        var assessment = await CallAsync(client, "AssessAsync", facts);
        Assert.Equal("jingle-county", Get(assessment, "Scheme"));
        var rows = ((System.Collections.IEnumerable)Get(assessment, "Indicators")!).Cast<object>().ToList();
        Assert.Equal(38, rows.Count);
        Assert.Equal(2.91m, Get(rows.Single(r => (string?)Get(r, "Id") == "rural-sewage"), "Margin"));

        var row = Get(await CallAsync(client, "ExplainAsync", facts, ("indicator", "29")), "Row");
        Assert.Equal(2.91m, Get(row, "Margin"));
        var missing = await CallAsync(client, "MissingAsync", facts);
        Assert.NotEmpty((System.Collections.IEnumerable)Get(missing, "Rows")!);
        var difference = await CallAsync(client, "DiffAsync", facts, ("set", new[] { "29=48.5" }));
        Assert.NotEmpty((System.Collections.IEnumerable)Get(difference, "Rows")!);
        Assert.NotEmpty((System.Collections.IEnumerable)Get(await CallAsync(client, "CheckAsync", facts), "Findings")!);
        Assert.NotEmpty((System.Collections.IEnumerable)Get(await CallAsync(client, "SchemesAsync", null), "Schemes")!);
    }

    [Fact]
    public async Task GeneratedClient_GetsProblemsAsTheyAreDescribed()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var client = await ClientAsync(service);
        var facts = JsonSerializer.Deserialize(
            """{ "place": { "code": "1", "name": "x" } }""", client.GetType().Assembly.GetType("Generated.Facts")!);
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => CallAsync(client, "AssessAsync", facts));
        Assert.Equal(422, Get(thrown, "StatusCode"));
        var problem = Get(thrown, "Result");
        Assert.Equal(422, Get(problem, "Status"));
        Assert.NotEmpty((System.Collections.IEnumerable)Get(problem, "Diagnostics")!);
    }

    [Theory]
    [InlineData("/assess", "Assessment")]
    [InlineData("/explain?indicator=7", "Explanation")]
    [InlineData("/missing", "Missing")]
    [InlineData("/diff?set=29=48.5", "Difference")]
    [InlineData("/check", "Checked")]
    [InlineData("/assess?year=1999", "Problem")]
    public async Task Answers_AreAsDescribed(string path, string schema)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var document = await OpenApiDocument.FromJsonAsync((await service.GetAsync("/openapi/v1.json")).Text);
        var told = await service.PostAsync(path);
        Assert.Empty(document.Components.Schemas[schema].Validate(told.Text, SchemaType.OpenApi3).Select(e => $"{e}"));
        // Everything that is answered is described: no member is missing in the schema.
        var described = document.Components.Schemas[schema].ActualProperties.Keys;
        Assert.Empty(told.Json.AsObject().Select(p => p.Key).Except(described));
    }

    private static async Task<object> ClientAsync(ServiceUnderTest service)
    {
        var document = await OpenApiDocument.FromJsonAsync((await service.GetAsync("/openapi/v1.json")).Text);
        var settings = new CSharpClientGeneratorSettings { ClassName = "Client", UseBaseUrl = false };
        settings.CSharpGeneratorSettings.Namespace = "Generated";
        settings.CSharpGeneratorSettings.JsonLibrary = CSharpJsonLibrary.SystemTextJson;
        // What is not given is not sent, as the README of the service says.
        settings.CSharpGeneratorSettings.GenerateOptionalPropertiesAsNullable = true;
        var code = new CSharpClientGenerator(document, settings).GenerateFile() + """

            namespace Generated
            {
                public partial class Client
                {
                    static partial void UpdateJsonSerializerSettings(System.Text.Json.JsonSerializerOptions settings) =>
                        settings.DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull;
                }
            }
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Generated", [CSharpSyntaxTree.ParseText(code)], references, new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var type = new AssemblyLoadContext("client").LoadFromStream(image).GetType("Generated.Client")!;
        return Activator.CreateInstance(type, service.Client)!;
    }

    // By name, with the default of every parameter that is not given.
    private static async Task<object?> CallAsync(object client, string name, object? body, params (string Name, object Value)[] given)
    {
        var method = client.GetType().GetMethods().Where(m => m.Name == name)
            .OrderBy(m => m.GetParameters().Count(p => p.ParameterType == typeof(CancellationToken))).First();
        var arguments = method.GetParameters().Select(p => p.Name == "body" ? body
            : given.FirstOrDefault(g => g.Name == p.Name).Value ?? (p.HasDefaultValue ? p.DefaultValue : null)).ToArray();
        var task = (Task)method.Invoke(client, arguments)!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task);
    }

    private static object? Get(object? from, string name) =>
        (from!.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)
            ?? throw new ArgumentException($"{from.GetType()} has no {name}: "
                + string.Join(' ', from.GetType().GetProperties().Select(p => p.Name)))).GetValue(from);
}
