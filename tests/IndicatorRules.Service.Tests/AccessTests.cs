using System.Net.Http.Headers;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Service.Tests;

public sealed class AccessTests
{
    private const string Secret = "0123456789abcdef";

    [Fact]
    public async Task Token_IsNeeded_ExceptForHealth()
    {
        var options = new ServiceOptions { Listen = ["127.0.0.1:0"], Tokens = [new("water", Secret)], WarmUp = false };
        await using var service = await ServiceUnderTest.StartAsync(options);
        foreach (var sent in new[] { null, "Bearer wrong", $"Basic {Secret}", "Bearer ", $"Bearer {Secret}x" })
        {
            var told = await service.PostAsync("/assess", File.ReadAllBytes(ServiceUnderTest.Facts), change: r =>
                r.Headers.TryAddWithoutValidation("Authorization", sent));
            Assert.Equal((401, "IR7007", "Bearer"), (told.Status, told.Ids, told.Headers["WWW-Authenticate"]));
        }

        Assert.Equal(401, (await service.GetAsync("/schemes")).Status);
        Assert.Equal(401, (await service.GetAsync("/openapi/v1.json")).Status);
        Assert.Equal(200, (await service.GetAsync("/ping")).Status);
        Assert.Equal(200, (await service.GetAsync("/health/live")).Status);
        var right = await service.PostAsync("/assess", File.ReadAllBytes(ServiceUnderTest.Facts), change: r =>
            r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret));
        Assert.Equal(200, right.Status);
    }

    [Theory]
    [InlineData("0.0.0.0:5080", "IR1060")]
    [InlineData("[::]:5080", "IR1060")]
    [InlineData("192.168.1.7:80", "IR1060")]
    [InlineData("127.0.0.1:5080", "")]
    [InlineData("[::1]:0", "")]
    [InlineData("127.0.0.2:0", "")]
    [InlineData("localhost:80", "IR1063")]
    [InlineData("5080", "IR1063")]
    [InlineData("::1", "IR1063")]
    [InlineData("127.0.0.1:99999", "IR1063")]
    [InlineData("", "IR1063")]
    public void Listening_BeyondLoopback_NeedsAToken(string address, string ids)
    {
        Assert.Equal(ids, Ids(ServiceServer.Validate(new ServiceOptions { Listen = [address] })));
        var withToken = new ServiceOptions { Listen = [address], Tokens = [new("a", Secret)] };
        Assert.Equal(ids == "IR1060" ? "" : ids, Ids(ServiceServer.Validate(withToken)));
    }

    [Fact]
    public async Task Names_OfTheInternet_AreRefusedOnLoopback()
    {
        await using var service = await ServiceUnderTest.StartAsync();
        var told = await service.PostAsync("/assess", [], change: r => r.Headers.Host = "rebound.example");
        Assert.Equal((400, "application/problem+json", "IR7040"), (told.Status, told.Type, told.Ids));
    }

    [Fact]
    public async Task WrongTokens_AreLimited_AndTakeNothingFromOthers()
    {
        var options = new ServiceOptions { Listen = ["127.0.0.1:0"], Tokens = [new("water", Secret)], MostPerSecond = 2, WarmUp = false };
        await using var service = await ServiceUnderTest.StartAsync(options);
        var guesses = new List<int>();
        for (var i = 0; i < 12; i++)
        {
            guesses.Add((await service.PostAsync("/assess", [], change: r =>
                r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{i}{Secret}"))).Status);
        }

        Assert.Equal([401, 429], guesses.Distinct().Order());
        var right = await service.PostAsync("/assess", File.ReadAllBytes(ServiceUnderTest.Facts), change: r =>
            r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret));
        Assert.Equal(200, right.Status);
    }

    [Fact]
    public async Task Requests_AboveTheRate_AreRefused()
    {
        var options = new ServiceOptions { Listen = ["127.0.0.1:0"], MostPerSecond = 2, WarmUp = false };
        await using var service = await ServiceUnderTest.StartAsync(options);
        var all = new List<Told>();
        for (var i = 0; i < 12; i++)
        {
            all.Add(await service.GetAsync("/schemes"));
        }

        Assert.Contains(all, t => t.Status == 200);
        var refused = all.First(t => t.Status == 429);
        Assert.Equal(("IR7008", "1"), (refused.Ids, refused.Headers["Retry-After"]));
        Assert.Equal(200, (await service.GetAsync("/ping")).Status);
    }

    [Fact]
    public void Tokens_AreReadFromLines()
    {
        var read = AccessToken.Read($"# comment\n水务局 {Secret}\n\n{Secret}{Secret}\r\n", "tokens");
        Assert.Equal(["水务局", "token-2"], read.OrThrow().Select(t => t.Client));
        Assert.Equal("IR1061", Ids(AccessToken.Read("short", "tokens").Diagnostics));
        Assert.Equal("IR1061", Ids(AccessToken.Read($"a b {Secret}", "tokens").Diagnostics));
        Assert.Equal("IR1061", Ids(AccessToken.Read("# nothing\n", "tokens").Diagnostics));
        Assert.Equal("IR1061", Ids(AccessToken.Read($"a {Secret}\nb {Secret}\n", "tokens").Diagnostics));
        Assert.Equal("water", AccessToken.Read($"\uFEFFwater {Secret}\n", "tokens").OrThrow()[0].Client);
        using var folder = new TempFolder();
        // The last line would be cut at the limit, and half a token be one.
        var large = folder.Write("large", new string('#', (1024 * 1024) - 40) + $"\na {Secret}{Secret}{Secret}\n");
        Assert.Equal("IR1061", Ids(AccessToken.ReadFile(large).Diagnostics));
        Assert.Equal("IR1061", Ids(AccessToken.ReadFile(Path.Combine(Repo.Root, "no-such-file")).Diagnostics));
        Assert.DoesNotContain(Secret, $"{read.OrThrow()[0]}", StringComparison.Ordinal);
    }

    private static string Ids(IEnumerable<Diagnostic> diagnostics) => string.Join(' ', diagnostics.Select(d => d.Id));
}
