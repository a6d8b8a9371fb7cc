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
            PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
                Exchange.ClientOf(context),
                _ => new TokenBucketRateLimiterOptions
                {
                    TokensPerPeriod = options.MostPerSecond,
                    TokenLimit = (int)Math.Min((long)options.MostPerSecond * SecondsSaved, int.MaxValue),
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                })),
            PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter(
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

    /// <summary>Lets a request through that has a token, where tokens are needed.</summary>
    /// <exception cref="RefusedException">It has none.</exception>
    internal static void RequireToken(HttpContext context, ServiceOptions options)
    {
        if (options.Tokens.IsEmpty || context.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is not null)
        {
            return;
        }

        var sent = context.Request.Headers[HeaderNames.Authorization] is [{ } one]
            && one.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? one[Bearer.Length..].Trim() : "";
        if (AccessToken.Find(options.Tokens, sent) is not { } token)
        {
            throw RefusedException.Of(StatusCodes.Status401Unauthorized, DiagnosticCatalog.ServiceToken, HeaderNames.Authorization);
        }

        Exchange.SetClient(context, token.Client);
    }
}

/// <summary>Marks an endpoint that reveals nothing and needs neither token nor limit.</summary>
internal sealed class OpenToAll;
