using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Service.Answering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace IndicatorRules.Service;

/// <summary>Request → question.</summary>
internal sealed class RequestReading(ServiceOptions options)
{
    private const int BadRequest = 400;
    private const int NotAcceptable = 406;
    private const int TooLarge = 413;
    private const int Unsupported = 415;
    private const int MostParts = 8;
    private const int BufferSize = 1 << 16;

    /// <summary>The media type of a request with two files of facts.</summary>
    internal const string Parts = "multipart/form-data";

    /// <summary>The language of a request: that of its parameter, or else the first of its header; Chinese by default.</summary>
    internal static Language LanguageOf(HttpRequest request)
    {
        if (request.Query["lang"].ToString() is var asked and ("en" or "zh"))
        {
            return asked == "en" ? Language.En : Language.Zh;
        }

        var languages = request.GetTypedHeaders().AcceptLanguage.Where(l => l.Quality != 0).OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString());
        return languages.FirstOrDefault(l => IsOf(l, "zh") || IsOf(l, "en")) is { } first && IsOf(first, "en") ? Language.En : Language.Zh;
    }

    private static bool IsOf(string tag, string language) =>
        tag.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (tag.Length == language.Length || tag[language.Length] == '-');

    /// <summary>Reads a question.</summary>
    /// <exception cref="RefusedException">The request is not a valid question.</exception>
    internal async Task<Question> ReadAsync(HttpRequest request, QuestionKind kind, CancellationToken cancellationToken)
    {
        var form = FormOf(request, kind);
        var (facts, before) = await BodiesAsync(request, kind, cancellationToken).ConfigureAwait(false);
        var question = new Question { Kind = kind, Facts = facts, Before = before, Form = form, Language = LanguageOf(request) };
        var given = request.Query.SelectMany(p => p.Value.Select(v => new KeyValuePair<string, string>(p.Key, v ?? "")));
        var read = Parameters.Read(question, given);
        return read.Value ?? throw new RefusedException(BadRequest, read.Diagnostics);
    }

    private static AnswerForm FormOf(HttpRequest request, QuestionKind kind)
    {
        var forms = AnswerForm.Of(kind);
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return forms[0];
        }

        // Of the ranges that a form is in, the narrowest counts (RFC 9110); among forms that are as welcome, the one named more narrowly.
        var (best, _) = forms.Select(f => (Form: f, Range: accepted.Where(a => Takes(a, f)).OrderBy(Width).FirstOrDefault()))
            .Where(c => c.Range is { } range && range.Quality != 0)
            .OrderByDescending(c => c.Range!.Quality ?? 1).ThenBy(c => Width(c.Range!)).ThenBy(c => accepted.IndexOf(c.Range!))
            .FirstOrDefault();
        return best ?? throw RefusedException.Of(
            NotAcceptable, DiagnosticCatalog.ServiceAnswerForm, "Accept", request.Headers.Accept.ToString(),
            string.Join("  ", forms.Select(f => f.ContentType)));
    }

    private static bool Takes(MediaTypeHeaderValue range, AnswerForm form) =>
        MediaTypeHeaderValue.Parse(form.ContentType).IsSubsetOf(new MediaTypeHeaderValue(range.MediaType));

    private static int Width(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0;

    private async Task<(FactsBody Facts, FactsBody? Before)> BodiesAsync(
        HttpRequest request, QuestionKind kind, CancellationToken cancellationToken)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed : null;
        if (request.Headers.ContentEncoding.Count > 0)
        {
            throw WrongForm(kind, request.Headers.ContentEncoding.ToString());
        }

        if (kind == QuestionKind.Diff && type?.MediaType.Equals(Parts, StringComparison.OrdinalIgnoreCase) == true)
        {
            var bytes = await BytesAsync(request, cancellationToken).ConfigureAwait(false);
            return await PartsAsync(bytes, HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), cancellationToken).ConfigureAwait(false);
        }

        var form = FactsFormOf(kind, type, request.ContentType);
        return (FactsBody.Of("facts", form, await BytesAsync(request, cancellationToken).ConfigureAwait(false)), null);
    }

    // Most programs send a file as a stream of bytes, and its name says what it is.
    private static FactsForm FactsFormOf(QuestionKind kind, MediaTypeHeaderValue? type, string? said, string file = "") =>
        FactsForm.All.FirstOrDefault(f => type?.MediaType.Equals(f.ContentType, StringComparison.OrdinalIgnoreCase) == true)
        ?? FactsForm.All.FirstOrDefault(f => file.EndsWith($".{f.Ending}", StringComparison.OrdinalIgnoreCase))
        ?? throw WrongForm(kind, said ?? "-");

    private static RefusedException WrongForm(QuestionKind kind, string said)
    {
        var types = FactsForm.All.Select(f => f.ContentType).Concat(kind == QuestionKind.Diff ? [Parts] : []);
        return RefusedException.Of(
            Unsupported, DiagnosticCatalog.ServiceBodyForm, "Content-Type", said, string.Join("  ", types));
    }

    // Never more than one byte above the limit is held.
    private async Task<ReadOnlyMemory<byte>> BytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > options.MostBytes)
        {
            throw TooMany();
        }

        // A server that counts too hangs up as soon as there are more, and the refusal is lost on its way.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        // Grows with the bytes that arrive; the announced length is not trusted.
        using var bytes = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, BufferSize));
        var buffer = new byte[BufferSize];
        while (await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > options.MostBytes)
            {
                throw TooMany();
            }
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private RefusedException TooMany() =>
        RefusedException.Of(TooLarge, DiagnosticCatalog.ServiceBodyTooLarge, "facts", $"{options.MostBytes}");

    private static async Task<(FactsBody Facts, FactsBody? Before)> PartsAsync(
        ReadOnlyMemory<byte> bytes, string boundary, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, FactsBody>(StringComparer.Ordinal);
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            var reader = new MultipartReader(boundary, stream);
            for (var i = 0; await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is { } section; i++)
            {
                var name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                    ? HeaderUtilities.RemoveQuotes(disposition.Name).ToString() : "";
                if (i == MostParts || name is not ("before" or "after"))
                {
                    throw WrongParts(new($"多了“{name}”", $"there is a part “{name}”"));
                }

                var type = MediaTypeHeaderValue.TryParse(section.ContentType, out var parsed) ? parsed : null;
                using var part = new MemoryStream();
                await section.Body.CopyToAsync(part, cancellationToken).ConfigureAwait(false);
                var form = FactsFormOf(QuestionKind.Diff, type, section.ContentType, FileOf(disposition));
                if (!found.TryAdd(name, FactsBody.Of(name, form, part.ToArray())))
                {
                    throw WrongParts(new($"“{name}”有两份", $"“{name}” is there twice"));
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException)
        {
            throw WrongParts(new("格式不对", "it is malformed"));
        }

        return found.TryGetValue("after", out var after) && found.TryGetValue("before", out var before)
            ? (after, before)
            : throw WrongParts(new("要有 before 和 after 两份", "before and after are both needed"));
    }

    private static string FileOf(ContentDispositionHeaderValue? disposition) => disposition is null ? ""
        : disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value!
        : HeaderUtilities.RemoveQuotes(disposition.FileName).ToString();

    private static RefusedException WrongParts(LocalizedText why) =>
        RefusedException.Of(BadRequest, DiagnosticCatalog.ServiceParts, Parts, why);
}
