using System.Threading.RateLimiting;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Service.Answering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace IndicatorRules.Service;

/// <summary>The limits of requests, per client and for all clients together.</summary>
internal static class RequestLimits
{
    private const int SecondsSaved = 2;
    private const int WaitingPerRunning = 4;
    private const string Bearer = "Bearer ";

    internal static void Set(RateLimiterOptions limiter, ServiceOptions options)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => RequestCaller.Of(context) is not { } caller
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetTokenBucketLimiter(
                    caller.Name,
                    _ => new TokenBucketRateLimiterOptions
                    {
                        TokensPerPeriod = options.MostPerSecond,
                        TokenLimit = (int)Math.Min((long)options.MostPerSecond * SecondsSaved, int.MaxValue),
                        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                        QueueLimit = 0,
                    })),
            // One that is refused anyway takes the place of no other.
            PartitionedRateLimiter.Create<HttpContext, string>(context => RequestCaller.Of(context) is not { MayAsk: true }
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetConcurrencyLimiter(
                    "all",
                    _ => new ConcurrencyLimiterOptions
                    {
                        PermitLimit = options.MostAtOnce,
                        QueueLimit = (int)Math.Min((long)options.MostAtOnce * WaitingPerRunning, int.MaxValue),
                        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                    })));
        limiter.OnRejected = async (rejected, _) =>
            await rejected.HttpContext.RequestServices.GetRequiredService<Exchange>().RefuseAsync(
                rejected.HttpContext,
                RefusedException.Of(StatusCodes.Status429TooManyRequests, DiagnosticCatalog.ServiceBusy, "-")).ConfigureAwait(false);
    }

    /// <summary>Finds out who asks, before limits count the request.</summary>
    internal static void Identify(HttpContext context, ServiceOptions options)
    {
        var sent = context.Request.Headers[HeaderNames.Authorization] is [{ } one]
            && one.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? one[Bearer.Length..].Trim() : "";
        var token = options.Tokens.IsEmpty ? null : AccessToken.Find(options.Tokens, sent);
        var isOpen = context.GetEndpoint()?.Metadata.GetMetadata<ServiceEndpoint>() is { IsOpen: true };
        RequestCaller.Set(context, new(
            token?.Client ?? $"{context.Connection.RemoteIpAddress}", token is not null || isOpen || options.Tokens.IsEmpty));
    }

    /// <summary>Lets a request through that has a token, where tokens are needed.</summary>
    /// <exception cref="RefusedException">It has none.</exception>
    internal static void RequireToken(HttpContext context)
    {
        if (RequestCaller.Of(context) is not { MayAsk: true })
        {
            throw RefusedException.Of(StatusCodes.Status401Unauthorized, DiagnosticCatalog.ServiceToken, HeaderNames.Authorization);
        }
    }
}

/// <summary>Marks an endpoint of the service.</summary>
/// <param name="IsOpen">Whether it reveals nothing, and needs neither token nor limit.</param>
internal sealed record ServiceEndpoint(bool IsOpen);

/// <summary>Who asks.</summary>
/// <param name="Name">The client of the token, or else the address.</param>
/// <param name="MayAsk">Whether it has a token, where one is needed.</param>
internal sealed record RequestCaller(string Name, bool MayAsk)
{
    private static readonly object Key = new();

    /// <summary>When the request came, as the clock counts.</summary>
    internal long Came { get; } = TimeProvider.System.GetTimestamp();

    /// <summary>Who sent a request; null if it is not one to the service.</summary>
    internal static RequestCaller? Of(HttpContext context) =>
        context.Items.TryGetValue(Key, out var caller) ? (RequestCaller?)caller : null;

    internal static void Set(HttpContext context, RequestCaller caller) => context.Items[Key] = caller;
}
