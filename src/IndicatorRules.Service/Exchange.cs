using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Service.Answering;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace IndicatorRules.Service;

/// <summary>One request and its response.</summary>
internal sealed class Exchange(Answerer answerer, ServiceOptions options, ILogger<Exchange> logger, IAnswerRecord? record = null)
{
    internal const string EngineHeader = "IndicatorRules-Engine";
    internal const string SchemesHeader = "IndicatorRules-Schemes";
    internal const string ExtensionsHeader = "IndicatorRules-Extensions";
    internal const string ErrorsHeader = "IndicatorRules-Errors";
    internal const string WarningsHeader = "IndicatorRules-Warnings";
    internal const string EntryHeader = "IndicatorRules-Entry";

    private readonly RequestReading _reading = new(options);

    /// <summary>The version of the engine.</summary>
    internal static string Engine { get; } = typeof(SchemeHost).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Answers a request.</summary>
    internal async Task AnswerAsync(HttpContext context, QuestionKind kind)
    {
        var caller = RequestCaller.Of(context)!;
        var left = options.Timeout - TimeProvider.System.GetElapsedTime(caller.Came);
        using var given = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        given.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        try
        {
            var question = await _reading.ReadAsync(context.Request, kind, given.Token).ConfigureAwait(false);
            var answer = await answerer.AnswerAsync(question, given.Token).ConfigureAwait(false);
            var tag = $"\"{TagOf(question, answer)}\"";
            if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Tag == tag || t.Tag == "*"))
            {
                SetHeaders(context.Response, question, answer, tag);
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            if (record is not null)
            {
                var entry = await record.RecordAsync(question, answer, caller.Name, given.Token).ConfigureAwait(false);
                context.Response.Headers[EntryHeader] = $"{entry}";
            }

            SetHeaders(context.Response, question, answer, tag);
            context.Response.ContentType = answer.ContentType;
            context.Response.ContentLength = answer.Bytes.Length;
            await context.Response.Body.WriteAsync(answer.Bytes, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            var seconds = $"{(long)options.Timeout.TotalSeconds}";
            await RefuseAsync(context, RefusedException.Of(
                StatusCodes.Status503ServiceUnavailable, DiagnosticCatalog.ServiceTooSlow, "-", seconds)).ConfigureAwait(false);
        }
    }

    /// <summary>Runs the rest of a request and turns whatever it throws into problem details.</summary>
    internal async Task GuardAsync(HttpContext context, Func<Task> next)
    {
        try
        {
            await next().ConfigureAwait(false);
        }
        catch (RefusedException e)
        {
            await RefuseAsync(context, e).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            var refused = e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? RefusedException.Of(e.StatusCode, DiagnosticCatalog.ServiceBodyTooLarge, "facts", $"{options.MostBytes}")
                : RefusedException.Of(e.StatusCode, DiagnosticCatalog.ServiceParts, "-", new LocalizedText("传到一半断了", "it broke off"));
            await RefuseAsync(context, refused).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ConnectionResetException
            || (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested))
        {
            // A stranger who hangs up fills no log.
            logger.ClientGone();
            context.Abort();
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            logger.RequestFailed(e, Shown(context.Request.Method), Shown(context.Request.Path.Value));
            await RefuseAsync(context, RefusedException.Of(
                StatusCodes.Status500InternalServerError, DiagnosticCatalog.ServiceFailed, "-")).ConfigureAwait(false);
        }
    }

    /// <summary>Writes problem details.</summary>
    internal async Task RefuseAsync(HttpContext context, RefusedException refused)
    {
        foreach (var diagnostic in refused.Hidden)
        {
            logger.Hidden(refused.Status, diagnostic.Format(Language.En));
        }

        if (context.Response.HasStarted)
        {
            return;
        }

        var language = RequestReading.LanguageOf(context.Request);
        var bytes = ProblemJson.Write(refused.Status, refused.Diagnostics, language);
        // The answer to a refused method names the allowed ones.
        var allowed = context.Response.Headers.Allow;
        context.Response.Clear();
        context.Response.Headers.Allow = allowed;
        context.Response.StatusCode = refused.Status;
        context.Response.ContentType = ProblemJson.ContentType;
        context.Response.ContentLength = bytes.Length;
        SetHeaders(context.Response, language);
        if (refused.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (refused.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    internal static string Shown(string? path) => VisibleText.OneLine(VisibleText.Cut(path ?? "", 200));

    /// <summary>The headers of every response.</summary>
    internal static void SetHeaders(HttpResponse response, Language language)
    {
        response.Headers[EngineHeader] = Engine;
        response.Headers.ContentLanguage = language == Language.En ? "en" : "zh-CN";
        response.Headers.Vary = "Accept, Accept-Language, Authorization";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-cache";
        // A page of a report runs its own script only; opened from the service it may load nothing else.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";
    }

    private static void SetHeaders(HttpResponse response, Question question, Answer answer, string tag)
    {
        SetHeaders(response, question.Language);
        response.Headers.ETag = tag;
        response.Headers[SchemesHeader] = string.Join(", ", answer.Schemes.Select(s => $"{s.Key};sha256={s.Hash}"));
        if (!answer.Extensions.IsEmpty)
        {
            response.Headers[ExtensionsHeader] = string.Join(", ", answer.Extensions.Select(e => $"{e.Name};sha256={e.Hash}"));
        }

        response.Headers[ErrorsHeader] = $"{answer.Errors}";
        response.Headers[WarningsHeader] = $"{answer.Warnings}";
    }

    // A hash of everything that the answer depends on.
    private static string TagOf(Question question, Answer answer)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in new[] { Engine, $"{question.Kind}", question.Form.Name, question.Facts.Form.Ending }
            .Concat(Parameters.Write(question).Select(p => $"{p.Key}={p.Value}"))
            .Concat(answer.Schemes.Select(s => $"{s.Key} {s.Hash}"))
            .Concat(answer.Extensions.Select(e => $"{e.Name} {e.Hash}")))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }

        hash.AppendData(SHA256.HashData(question.Facts.Bytes.Span));
        if (question.Before is { } before)
        {
            hash.AppendData(SHA256.HashData(before.Bytes.Span));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
