using System.Net;
using System.Net.Sockets;
using System.Text;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Service.Answering;
using Microsoft.Extensions.DependencyInjection;

namespace IndicatorRules.Service.Tests;

/// <summary>What strangers send: always problem details, never a stack trace, a path of the server or the source of a rule.</summary>
public sealed class RefusalTests
{
    private static readonly byte[] Facts = File.ReadAllBytes(ServiceUnderTest.Facts);

    [Theory]
    [InlineData("/assess?yaer=2022", 400, "IR7001")]
    [InlineData("/assess?year=abc", 400, "IR7002")]
    [InlineData("/assess?year=２０２２", 400, "IR7002")]
    [InlineData("/assess?year=-2022", 400, "IR7002")]
    [InlineData("/assess?year=2022&year=2021", 400, "IR7002")]
    [InlineData("/assess?evidence=all", 400, "IR7002")]
    [InlineData("/assess?lang=fr", 400, "IR7002")]
    [InlineData("/assess?scheme=", 400, "IR7002")]
    [InlineData("/assess?set=29=1", 400, "IR7001")]
    [InlineData("/explain", 400, "IR7016")]
    [InlineData("/explain?scheme=a&scheme=b&indicator=1", 400, "IR7002")]
    [InlineData("/diff", 400, "IR7011")]
    [InlineData("/diff?set=29", 400, "IR7002")]
    [InlineData("/assess?scheme=nobody", 422, "IR3001")]
    [InlineData("/assess?scheme=%00%1b[2J", 422, "")]
    [InlineData("/assess?year=1999", 422, "IR5009")]
    [InlineData("/explain?indicator=999", 422, "")]
    [InlineData("/diff?set=nobody=1", 422, "")]
    public async Task WrongQuestion_IsRefusedWithItsProblem(string path, int status, string id)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync(path);
        Assert.True(told.Status == status, told.Text);
        AssertProblem(told);
        Assert.True(id.Length == 0 || told.Ids.Contains(id, StringComparison.Ordinal), told.Text);
    }

    [Theory]
    [InlineData("application/json", "")]
    [InlineData("application/json", "{")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "{\"a\":1,\"a\":2}")]
    [InlineData("application/json", "\u0000\u0001")]
    [InlineData("text/csv", "")]
    [InlineData("text/csv", "a,b\n\"")]
    [InlineData("text/csv", "place,name,year,indicator,value\nX,X,2022,1,\u0000\n")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK\u0003\u0004 not really")]
    public async Task WrongBody_IsRefusedWithItsProblem(string type, string body)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        foreach (var path in new[] { "/assess", "/check", "/missing", "/explain?indicator=1", "/diff?set=1=1" })
        {
            var told = await service.PostAsync(path, Encoding.UTF8.GetBytes(body), type);
            Assert.True(told.Status == 422, told.Text);
            AssertProblem(told);
        }
    }

    [Fact]
    public async Task DeepJson_IsRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync("/assess", Encoding.UTF8.GetBytes(new string('[', 1_000_000)));
        Assert.Equal(422, told.Status);
        AssertProblem(told);
    }

    [Theory]
    [InlineData("text/xml")]
    [InlineData("")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task AnotherForm_IsRefused(string type)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync("/assess", Facts, type);
        Assert.Equal((415, "IR7003"), (told.Status, told.Ids));
        var packed = await service.PostAsync("/assess", Facts, change: r => r.Content!.Headers.ContentEncoding.Add("gzip"));
        Assert.Equal((415, "IR7003"), (packed.Status, packed.Ids));
    }

    [Theory]
    [InlineData("/assess", "image/png", 406)]
    [InlineData("/explain?indicator=1", "text/csv", 406)]
    [InlineData("/assess", "image/png, */*;q=0.1", 200)]
    [InlineData("/assess", "text/*", 200)]
    [InlineData("/assess", "application/json;q=0", 406)]
    [InlineData("/explain?indicator=1", "*/*, application/json;q=0", 406)]
    [InlineData("/assess", "not a media type", 200)]
    public async Task Accept_IsHeeded(string path, string accept, int status)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync(path, accept);
        Assert.Equal((status, status == 406), (told.Status, told.Text.Contains("IR7006", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("application/json, text/plain, */*", "application/json")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("*/*, text/csv", "text/csv")]
    [InlineData("application/json;q=0, */*", "text/csv")]
    [InlineData("text/*;q=0.9, application/json;q=0.5", "text/csv")]
    public async Task Accept_NarrowestRange_Counts(string accept, string type)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        Assert.Equal(type, (await service.PostAsync("/assess", accept)).Type);
    }

    [Fact]
    public async Task RefusedMethod_IsToldWithThoseAllowed_AndHeadIsGetWithoutBody()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        Assert.Equal("POST", (await service.GetAsync("/assess")).Headers["Allow"]);
        foreach (var path in new[] { "/schemes", "/ping", "/health/live", "/health/ready" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
            using var response = await service.Client.SendAsync(request);
            var told = await Told.OfAsync(response);
            Assert.True(told is { Status: 200 or 503, Bytes.Length: 0 }, $"{path} {told.Status}");
        }
    }

    [Fact]
    public async Task ManyWrongParameters_GiveAShortAnswer()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync("/assess?" + string.Join('&', Enumerable.Range(0, 1000).Select(i => $"p{i}")));
        Assert.Equal(400, told.Status);
        Assert.InRange(told.Json["diagnostics"]!.AsArray().Count, 1, 200);
    }

    [Theory]
    [InlineData("静乐县", 200)]
    [InlineData("JINGLE", 200)]
    [InlineData("岚县", 400)]
    public async Task Place_OfFactsInJson_IsTheirOwn(string place, int status)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync($"/assess?place={Uri.EscapeDataString(place)}");
        Assert.True(told.Status == status && (status == 200 || told.Ids == "IR7002"), told.Text);
    }

    [Fact]
    public async Task LargeBodies_AreRefusedBeforeTheyAreRead()
    {
        var options = new ServiceOptions { Listen = ["127.0.0.1:0"], MostBytes = 1000, MostRows = 5, WarmUp = false };
        await using var service = await ServiceUnderTest.StartAsync(options);
        var told = await service.PostAsync("/assess", Facts);
        Assert.Equal((413, "IR7004"), (told.Status, told.Ids));
        // Without a length, in chunks, again and again: the refusal always arrives.
        for (var i = 0; i < 50; i++)
        {
            var chunked = await service.PostAsync("/assess", new byte[200_000], change: r => r.Headers.TransferEncodingChunked = true);
            Assert.Equal((413, "IR7004"), (chunked.Status, chunked.Ids));
        }

        var table = Encoding.UTF8.GetBytes("place\n" + string.Concat(Enumerable.Repeat("x\n", 9)));
        var rows = await service.PostAsync("/assess", table, "text/csv");
        Assert.Equal((422, "IR7005"), (rows.Status, rows.Ids));
    }

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"before\"\r\nContent-Type: application/json\r\n\r\n{}\r\n--x--\r\n")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n{}\r\n--x--\r\n")]
    [InlineData("--x\r\n")]
    [InlineData("")]
    public async Task BrokenParts_AreRefused(string body)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync("/diff", Encoding.UTF8.GetBytes(body), "multipart/form-data; boundary=x");
        Assert.Equal((400, "IR7012"), (told.Status, told.Ids));
    }

    [Fact]
    public async Task Language_IsThatOfTheHeader()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var zh = await service.PostAsync("/assess?yaer=1", language: "fr, zh-CN;q=0.9, en;q=0.5");
        var en = await service.PostAsync("/assess?yaer=1", language: "en-GB");
        Assert.Contains("没有参数", (string?)zh.Json["detail"], StringComparison.Ordinal);
        Assert.Equal("Unknown parameter `yaer`.", (string?)en.Json["detail"]);
        // A title is the same for all problems of a kind.
        var other = await service.PostAsync("/assess?place=nowhere", language: "en-GB, zh;q=0");
        Assert.Equal(((string?)en.Json["title"], true), ((string?)other.Json["title"], other.Status == 400));
        Assert.Equal("year", (string?)en.Json["diagnostics"]![0]!["suggestion"]);
    }

    [Fact]
    public async Task WrongRow_RefusesTheWhole_UnlessPartial()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var facts = Encoding.UTF8.GetBytes(
            File.ReadAllText(ServiceUnderTest.Facts).Replace("\"rural-sewage\"", "\"rural-sewag\"", StringComparison.Ordinal));
        var told = await service.PostAsync("/assess", facts);
        Assert.Equal(422, told.Status);
        var location = told.Json["diagnostics"]!.AsArray().First(d => (string?)d!["severity"] == "error")!["location"]!;
        Assert.Equal("facts.json", (string?)location["file"]);
        Assert.Contains(told.Json["diagnostics"]!.AsArray(), d => (string?)d!["path"] == "2022/rural-sewag");
        Assert.True((int?)location["line"] > 1);
        var partial = await service.PostAsync("/assess?partial=true", facts);
        Assert.Equal((200, "1"), (partial.Status, partial.Headers["IndicatorRules-Errors"]));
        var check = await service.PostAsync("/check", facts);
        Assert.Contains(check.Json["diagnostics"]!.AsArray(), d => (string?)d!["severity"] == "error");
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/assess", 405)]
    [InlineData("DELETE", "/schemes", 405)]
    [InlineData("GET", "/%2e%2e/%2e%2e/etc/passwd", 404)]
    public async Task OtherAddresses_AreRefused(string method, string path, int status)
    {
        await using var service = await ServiceUnderTest.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using var response = await service.Client.SendAsync(request);
        var told = await Told.OfAsync(response);
        Assert.Equal((status, "IR7014"), (told.Status, told.Ids));
    }

    [Fact]
    public async Task BrokenScheme_SaysSo_WithoutItsFiles()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "broken"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "broken", "scheme.json"), "{ secret");
        CopyPlugin(folder, "national-revised", s => s.Replace("AtLeast(", "AtLeastt(", StringComparison.Ordinal));
        await using var service = await ServiceUnderTest.StartAsync(plugins: folder.Path);
        foreach (var path in new[] { "/assess?scheme=broken", "/assess?scheme=national-revised", "/assess", "/schemes" })
        {
            var told = path == "/schemes" ? await service.GetAsync(path) : await service.PostAsync(path);
            Assert.DoesNotContain(folder.Path, told.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("AtLeastt", told.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", told.Text, StringComparison.Ordinal);
        }

        var known = Uri.EscapeDataString(Path.Combine(folder.Path, "national-revised", "scheme.json"));
        var guessed = await service.PostAsync($"/assess?scheme=national-revised&scheme={known}");
        Assert.Equal((400, "IR7002", false), (guessed.Status, guessed.Ids, guessed.Text.Contains("AtLeastt", StringComparison.Ordinal)));
        var faulty = await service.PostAsync("/assess?scheme=national-revised");
        Assert.Equal((503, "IR7010"), (faulty.Status, faulty.Ids));
        // The operator sees why.
        Assert.Contains(service.Log, l => l.Contains("AtLeastt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MutatedBodies_AreJudgedOrRefused()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var scheme = service.Host.Catalog.Resolve("jingle-county").Value!;
        var form = Office.WorkbookForm.Write(scheme, Read().Facts, 2023);
        var table = File.ReadAllBytes(Repo.In("samples/many-places/invented.csv"));
        var random = new Random(7);
        foreach (var (bytes, type, path) in new[]
        {
            (Facts, "application/json", "/assess"), (table, "text/csv", "/check?place=X1"), (form, FactsForm.WorkbookType, "/missing"),
        })
        {
            // Damage at every part of the file, and at random.
            for (var at = 0; at < bytes.Length; at += Math.Max(1, bytes.Length / 40))
            {
                var damaged = (byte[])bytes.Clone();
                for (var i = at; i < Math.Min(at + 8, damaged.Length); i++)
                {
                    damaged[i] = (byte)random.Next(256);
                }

                var told = await service.PostAsync(path, damaged, type);
                Assert.True(told.Status is 200 or 422, $"{type} at {at}: {told.Text}");
            }
        }
    }

    private static IndicatorRules.Facts.FactsFile Read() => IndicatorRules.Facts.FactsReader.ReadFile(ServiceUnderTest.Facts).OrThrow();

    [Fact]
    public async Task SlowRequests_AreRefusedInTime()
    {
        var options = new ServiceOptions { Listen = ["127.0.0.1:0"], WarmUp = false, Timeout = TimeSpan.FromMilliseconds(1) };
        await using var service = await ServiceUnderTest.StartAsync(options, stored: false);
        var told = await service.PostAsync("/assess");
        Assert.Equal((503, "IR7013", "1"), (told.Status, told.Ids, told.Headers["Retry-After"]));
    }

    [Fact]
    public async Task WaitingInTheQueue_CountsTowardsTheTime()
    {
        var record = new Slow();
        var options = new ServiceOptions { Listen = ["127.0.0.1:0"], WarmUp = false, MostAtOnce = 1, Timeout = TimeSpan.FromSeconds(3) };
        await using var service = await ServiceUnderTest.StartAsync(options, add: s => s.AddSingleton<IAnswerRecord>(record));
        await service.Host.ValidateSchemeAsync("jingle-county");
        var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => service.PostAsync("/assess")));
        // Each would take two seconds; the second has one left when its turn comes, the third none.
        Assert.Equal([200, 503, 503], all.Select(t => t.Status).Order());
    }

    private sealed class Slow : IAnswerRecord
    {
        public bool IsFailing => false;

        public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task<long> RecordAsync(Question question, Answer answer, string client, CancellationToken cancellationToken)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
            return 1;
        }
    }

    [Fact]
    public void TimeOfARequest_IsADayAtMost() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new ServiceCollection().AddIndicatorRulesApi(new ServiceOptions { Timeout = TimeSpan.FromDays(50) }));

    [Fact]
    public async Task OwnFailures_AreToldToTheOperatorAlone()
    {
        await using var service = await ServiceUnderTest.StartAsync(add: s => s.AddSingleton<IAnswerRecord>(new Failing()));
        var told = await service.PostAsync("/assess");
        Assert.Equal((500, "IR7015"), (told.Status, told.Ids));
        Assert.DoesNotContain("inner secret", told.Text, StringComparison.Ordinal);
        Assert.Contains(service.Log, l => l.Contains("inner secret", StringComparison.Ordinal));
        Assert.Contains(service.Log, l => l.StartsWith("[1110] error: ", StringComparison.Ordinal));
        Assert.Equal(200, (await service.GetAsync("/ping")).Status);
    }

    [Fact]
    public void Ids_OfTheService_AreAllTried()
    {
        var tests = string.Concat(Repo.Files("tests/IndicatorRules.Service.Tests", "*.cs")
            .Concat(Repo.Files("tests/IndicatorRules.Cli.Tests", "*.cs")).Select(File.ReadAllText));
        var ids = DiagnosticCatalog.All.Select(d => d.Id)
            .Where(id => id.StartsWith("IR70", StringComparison.Ordinal) || id.StartsWith("IR106", StringComparison.Ordinal));
        // A machine without ASP.NET Core cannot run these tests; the tool's look for the framework.
        Assert.Empty(ids.Where(id => !tests.Contains($"\"{id}\"", StringComparison.Ordinal)).Except([DiagnosticCatalog.AspNetMissing.Id]));
    }

    private sealed class Failing : IAnswerRecord
    {
        public bool IsFailing => false;

        public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<long> RecordAsync(Question question, Answer answer, string client, CancellationToken cancellationToken) =>
            throw new NotSupportedException("inner secret");
    }

    [Fact]
    public async Task AbortedUpload_LeavesTheServiceRunning()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            using var socket = new TcpClient();
            // Half of them hang up without a farewell.
            socket.LingerState = new LingerOption(i % 2 == 0, 0);
            await socket.ConnectAsync(IPAddress.Loopback, service.Address.Port);
            const string Head = "POST /assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Head));
            await Task.Delay(20);
        }

        Assert.Equal(200, (await service.PostAsync("/assess")).Status);
        Assert.DoesNotContain(service.Log, l => l.Contains("error: ", StringComparison.Ordinal));
    }

    internal static void CopyPlugin(TempFolder folder, string name, Func<string, string>? change = null)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repo.Plugins, name), "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder.Path, Path.GetRelativePath(Repo.Plugins, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.WriteAllText(to, change?.Invoke(File.ReadAllText(file)) ?? File.ReadAllText(file));
        }
    }

    private static void AssertProblem(Told told)
    {
        Assert.Equal("application/problem+json", told.Type);
        Assert.Equal(told.Status, (int?)told.Json["status"]);
        Assert.NotEmpty(told.Json["diagnostics"]!.AsArray());
        Assert.All(told.Json["diagnostics"]!.AsArray(), d => Assert.Contains(DiagnosticCatalog.All, k => k.Id == (string?)d!["id"]));
        Assert.DoesNotContain("   at ", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Repo.Root, told.Text, StringComparison.Ordinal);
    }
}
