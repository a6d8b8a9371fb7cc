using System.Text;
using System.Text.Json.Nodes;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Reporting;

namespace IndicatorRules.Service.Tests;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("application/json", ReportFormat.Json)]
    [InlineData("text/markdown", ReportFormat.Markdown)]
    [InlineData("text/csv", ReportFormat.Csv)]
    [InlineData("text/plain", ReportFormat.Table)]
    public async Task Assess_AnyForm_GivesTheReportOfTheLibrary(string accept, ReportFormat format)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync("/assess", accept);
        Assert.Equal((200, accept), (told.Status, told.Type));
        using var expected = new StringWriter();
        var assessment = service.Host.Assess(FactsReader.ReadFile(ServiceUnderTest.Facts).OrThrow()).OrThrow();
        ReportWriters.For(format).Write([assessment], Language.Zh, expected);
        Assert.Equal(expected.ToString(), told.Text.TrimStart('\uFEFF'));
    }

    [Fact]
    public async Task Assess_Json_IsReadBack()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync("/assess");
        Assert.Equal(told.Text, AssessmentReport.Parse(told.Bytes).ToJson());
    }

    [Theory]
    [InlineData("text/html", "<!DOCTYPE html>")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK")]
    public async Task Assess_Papers_AreWritten(string accept, string begins)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync("/assess", accept);
        Assert.Equal((200, accept), (told.Status, told.Type));
        Assert.StartsWith(begins, told.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(told.Bytes, (await service.PostAsync("/assess", accept)).Bytes);
    }

    [Fact]
    public async Task Assess_SeveralSchemes_GivesAnArray()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync("/assess?scheme=national-revised&scheme=jingle-county&lang=en&year=2022&evidence=measured");
        Assert.Equal(["national-revised", "jingle-county"], told.Json.AsArray().Select(a => (string?)a!["scheme"]));
        Assert.All(told.Json.AsArray(), a => Assert.Equal("measured", (string?)a!["evidence"]));
        Assert.Equal("en", told.Headers["Content-Language"]);
    }

    [Fact]
    public async Task Answers_NameEngineAndSchemes_AndAreNotSentTwice()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var first = await service.PostAsync("/assess");
        Assert.Equal(Exchange.Engine, first.Headers["IndicatorRules-Engine"]);
        var scheme = service.Host.Catalog.Resolve("jingle-county").Value!;
        var named = first.Headers["IndicatorRules-Schemes"];
        Assert.All(scheme.Lineage(), s => Assert.Contains($"{s.Key};sha256={s.Hash}", named, StringComparison.Ordinal));
        var again = await service.PostAsync("/assess", File.ReadAllBytes(ServiceUnderTest.Facts),
            change: r => r.Headers.TryAddWithoutValidation("If-None-Match", first.Headers["ETag"]));
        Assert.Equal((304, 0), (again.Status, again.Bytes.Length));
        var other = await service.PostAsync("/assess?year=2021", File.ReadAllBytes(ServiceUnderTest.Facts),
            change: r => r.Headers.TryAddWithoutValidation("If-None-Match", first.Headers["ETag"]));
        Assert.NotEqual(304, other.Status);
    }

    [Theory]
    [InlineData("29")]
    [InlineData("农村生活污水治理率")]
    [InlineData("rural-sewage")]
    public async Task Explain_ARow_TellsWhatTurnsIt(string indicator)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync($"/explain?indicator={Uri.EscapeDataString(indicator)}");
        var row = told.Json["row"]!;
        Assert.Equal(("29", "met", 2.91m), ((string)row["number"]!, (string)row["status"]!, (decimal)row["margin"]!));
        Assert.NotEmpty(row["reasons"]!.AsArray());
        Assert.NotEmpty(row["flips"]!.AsArray());
        Assert.Contains("50", (string)row["clauses"]![0]!["requirement"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_AnAbsentFigure_SaysWhichWouldDecide()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var facts = JsonNode.Parse(File.ReadAllBytes(ServiceUnderTest.Facts))!.AsObject();
        Remove(facts, "rural-sewage");
        var told = await service.PostAsync("/missing", Encoding.UTF8.GetBytes(facts.ToJsonString()));
        var row = told.Json["rows"]!.AsArray().Single(r => (string?)r!["id"] == "rural-sewage")!;
        Assert.Equal("undetermined", (string?)row["status"]);
        Assert.Contains("2022 年“农村生活污水治理率”的数值", string.Join(' ', row["lacking"]!.AsArray()), StringComparison.Ordinal);
        var before = await service.PostAsync("/missing");
        Assert.DoesNotContain(before.Json["rows"]!.AsArray(), r => (string?)r!["id"] == "rural-sewage");
    }

    [Fact]
    public async Task Diff_ASupposedValue_GivesTheRowsThatTurn()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync("/diff?set=29=48.5");
        var row = Assert.Single(told.Json["rows"]!.AsArray(), r => (string?)r!["before"]!["status"] != (string?)r["after"]!["status"])!;
        Assert.Equal(("29", "met", "notMet"),
            ((string)row["number"]!, (string)row["before"]!["status"]!, (string)row["after"]!["status"]!));
        Assert.Equal(1, (int)told.Json["before"]!["met"]! - (int)told.Json["after"]!["met"]!);
    }

    [Fact]
    public async Task Diff_TwoFiles_AreCompared()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var facts = File.ReadAllBytes(ServiceUnderTest.Facts);
        using var same = Parts(facts, facts);
        using var response = await service.Client.PostAsync(new Uri("/diff", UriKind.Relative), same);
        var told = await Told.OfAsync(response);
        Assert.Equal((200, 0), (told.Status, told.Json["rows"]!.AsArray().Count));

        var changed = JsonNode.Parse(facts)!.AsObject();
        Remove(changed, "rural-sewage");
        using var other = Parts(facts, Encoding.UTF8.GetBytes(changed.ToJsonString()));
        using var second = await service.Client.PostAsync(new Uri("/diff", UriKind.Relative), other);
        var row = Assert.Single((await Told.OfAsync(second)).Json["rows"]!.AsArray())!;
        Assert.Equal(("rural-sewage", "undetermined"), ((string)row["id"]!, (string)row["after"]!["status"]!));
    }

    [Fact]
    public async Task Diff_AnotherSchemeAndYear_AreCompared()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var scheme = await service.PostAsync("/diff?beforeScheme=national-revised");
        Assert.Equal(("national-revised", "jingle-county"),
            ((string)scheme.Json["before"]!["scheme"]!, (string)scheme.Json["after"]!["scheme"]!));
        Assert.NotEmpty(scheme.Json["onlyAfter"]!.AsArray());
        var year = await service.PostAsync("/diff?beforeYear=2022");
        Assert.Equal((2022, 0), ((int)year.Json["before"]!["year"]!, year.Json["rows"]!.AsArray().Count));
    }

    [Fact]
    public async Task Diff_FilesOfAnyProgram_AreReadByTheirNames()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var facts = File.ReadAllBytes(ServiceUnderTest.Facts);
        using var parts = new MultipartFormDataContent();
        foreach (var name in new[] { "before", "after" })
        {
            var part = new ByteArrayContent(facts);
            // As curl -F before=@facts.json sends it.
            part.Headers.ContentType = new("application/octet-stream");
            parts.Add(part, name, "facts.JSON");
        }

        using var response = await service.Client.PostAsync(new Uri("/diff", UriKind.Relative), parts);
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task Check_Facts_ListsContradictionsAndDiagnostics()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync("/check");
        Assert.Equal("findings.schema.json", (string?)told.Json["$schema"]);
        Assert.NotEmpty(told.Json["findings"]!.AsArray());
        Assert.NotNull(told.Json["diagnostics"]);
        Assert.Contains("\"jingle-county/scheme.json\"", told.Text, StringComparison.Ordinal);
        var text = await service.PostAsync("/check", "text/plain");
        Assert.Equal(200, text.Status);
        foreach (var answer in new[] { told, text, await service.PostAsync("/assess", "text/html"), await service.PostAsync("/assess") })
        {
            Assert.DoesNotContain(Repo.Root, answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Schemes_Listed_HaveHashesAndNoRules()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.GetAsync("/schemes");
        var ids = told.Json["schemes"]!.AsArray().Select(s => (string?)s!["id"]);
        Assert.Equal(service.Host.Catalog.Available.Select(a => a.Id), ids);
        Assert.DoesNotContain("AtLeast", told.Text, StringComparison.Ordinal);
        Assert.Equal(304, (await service.GetAsync("/schemes", told.Headers["ETag"])).Status);
    }

    [Fact]
    public async Task Tables_AndForms_AreReadLikeFacts()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var scheme = service.Host.Catalog.Resolve("jingle-county").Value!;
        var form = Office.WorkbookForm.Write(scheme, FactsReader.ReadFile(ServiceUnderTest.Facts).OrThrow().Facts, 2023);
        var told = await service.PostAsync("/assess?partial=true", form, Answering.FactsForm.WorkbookType);
        Assert.Equal((200, "jingle-county"), (told.Status, (string?)told.Json["scheme"]));
        var csv = "place,name,year,indicator,value,place.Climate,place.Terrain.Mountain,place.Terrain.Hill,place.Terrain.Plain\n"
            + "140926,静乐县,2022,rural-sewage,52.91,半湿润地区,49,37,14\n";
        var table = await service.PostAsync(
            "/assess?scheme=national-revised&partial=true", Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8");
        Assert.True(table.Status == 200, table.Text);
        Assert.Equal("met", (string?)table.Json["indicators"]!.AsArray().Single(i => $"{i!["number"]}" == "29")!["status"]);
    }

    private static MultipartFormDataContent Parts(byte[] before, byte[] after)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, bytes) in new[] { ("before", before), ("after", after) })
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new("application/json");
            parts.Add(part, name, $"{name}.json");
        }

        return parts;
    }

    // The entry of one indicator in every year, wherever the file has it.
    private static void Remove(JsonNode node, string id)
    {
        if (node is JsonObject o)
        {
            o.Remove(id);
            foreach (var child in o.Select(p => p.Value).OfType<JsonNode>().ToList())
            {
                Remove(child, id);
            }
        }
        else if (node is JsonArray a)
        {
            foreach (var entry in a.OfType<JsonObject>().Where(e => (string?)e["id"] == id || (string?)e["indicator"] == id).ToList())
            {
                a.Remove(entry);
            }

            foreach (var child in a.OfType<JsonNode>().ToList())
            {
                Remove(child, id);
            }
        }
    }
}
