using System.Collections.Immutable;
using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Office;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Naming;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Service.Answering;

/// <summary>Question → answer. Knows no network and no clock: the same question to the same schemes has the same bytes.</summary>
/// <param name="host">The schemes.</param>
/// <param name="mostRows">The most rows of a table.</param>
/// <param name="mostWaiting">The most requests that wait for compilations at once.</param>
internal sealed class Answerer(SchemeHost host, int mostRows, int mostWaiting) : IDisposable
{
    private const int Unprocessable = 422;
    private const int Unavailable = 503;

    private readonly SemaphoreSlim _waiting = new(mostWaiting, mostWaiting);

    // One thread of work per core. The others wait without a thread, so that the pool serves whatever else comes.
    private readonly SemaphoreSlim _working = new(Environment.ProcessorCount);
    private readonly Lock _gate = new();
    private readonly FactsReading _reading = new(host, mostRows);
    private Composed? _composed;

    /// <inheritdoc/>
    public void Dispose()
    {
        _waiting.Dispose();
        _working.Dispose();
    }

    /// <summary>Answers a question.</summary>
    /// <exception cref="RefusedException">It cannot be answered.</exception>
    internal async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        await ComposedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        await _working.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var extensions = InForce();
            var answer = await WorkAsync(question, cancellationToken).ConfigureAwait(false);
            return extensions.SequenceEqual(InForce())
                ? answer with { Extensions = extensions }
                // Replaced meanwhile: it is unknown which of them judged.
                : throw RefusedException.Of(Unavailable, DiagnosticCatalog.ServiceExtensionReplaced, "scheme");
        }
        finally
        {
            _working.Release();
        }
    }

    // Readers and writers of files have no part in an answer.
    private ImmutableArray<ExtensionDeclaration> InForce() =>
        host.Extensions is { } extensions ? [.. extensions.Available.Where(e => e.Library is not null)] : [];

    private Task<Answer> WorkAsync(Question question, CancellationToken cancellationToken) => question.Kind switch
    {
        QuestionKind.Assess => AssessAsync(question, cancellationToken),
        QuestionKind.Explain => ExplainAsync(question, cancellationToken),
        QuestionKind.Check => CheckAsync(question, cancellationToken),
        QuestionKind.Diff => DiffAsync(question, cancellationToken),
        QuestionKind.Missing => MissingAsync(question, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question.Kind, "There is no such kind."),
    };

    private Result<FactsFile> Read(Question question, FactsBody body, string? scheme, CancellationToken cancellationToken)
    {
        var read = _reading.Read(body, scheme, question.Place, question.Year, cancellationToken);
        return read.Succeeded ? read : throw Refused(question, read.Diagnostics);
    }

    // The first use of a scheme composes it, and other threads that need it block meanwhile: once per catalog, on a thread beside the pool.
    private Task ComposedAsync()
    {
        var catalog = host.Catalog;
        lock (_gate)
        {
            return (_composed = _composed?.Catalog == catalog ? _composed : new Composed(catalog, Task.Factory.StartNew(
                () => Compose(catalog), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).Done;
        }
    }

    private static void Compose(SchemeCatalog catalog)
    {
        foreach (var (id, version) in catalog.Available)
        {
            catalog.Resolve(id, SchemeRange.TryParse($"[{version}]", out var only) ? only : null);
        }

        // Reads the schema of facts, once per process.
        FactsReader.Read("{}"u8.ToArray(), "facts");
    }

    private async Task<Answer> AssessAsync(Question question, CancellationToken cancellationToken)
    {
        var facts = Read(question, question.Facts, question.Scheme, cancellationToken);
        var assessments = ImmutableArray.CreateBuilder<Assessment>();
        var reports = ImmutableArray.CreateBuilder<PlaceReport>();
        var said = facts.Diagnostics;
        var withReview = question.Form == AnswerForm.Html || !question.Form.IsText;
        foreach (var scheme in question.Schemes.IsEmpty ? [null] : question.Schemes.Cast<string?>())
        {
            var options = question.Options(scheme);
            if (withReview)
            {
                var review = await Waited(t => host.FindContradictionsAsync(facts.Value!, options, t), cancellationToken)
                    .ConfigureAwait(false);
                said = said.AddRange(review.Diagnostics);
                var reviewed = Shown(Required(question, review, said));
                assessments.Add(reviewed.Assessment);
                reports.Add(PlaceReport.Of(reviewed.Assessment, question.Language, reviewed));
            }
            else
            {
                var judged = await Waited(t => host.AssessAsync(facts.Value!, options, t), cancellationToken).ConfigureAwait(false);
                said = said.AddRange(judged.Diagnostics);
                assessments.Add(Required(question, judged, said));
            }
        }

        return Written(question, Bytes(question, assessments.ToImmutable(), reports.ToImmutable()), said, assessments);
    }

    private static byte[] Bytes(Question question, ImmutableArray<Assessment> assessments, ImmutableArray<PlaceReport> reports)
    {
        if (question.Form == AnswerForm.Workbook)
        {
            return WorkbookReport.Write(reports);
        }

        if (question.Form == AnswerForm.Document)
        {
            return DocumentReport.Write(reports);
        }

        using var text = new StringWriter();
        if (question.Form == AnswerForm.Html)
        {
            PlacePage.Write(reports, text);
            return Encoding.UTF8.GetBytes(text.ToString());
        }

        var format = question.Form.Name switch
        {
            "csv" => ReportFormat.Csv,
            "markdown" => ReportFormat.Markdown,
            "text" => ReportFormat.Table,
            _ => ReportFormat.Json,
        };
        ReportWriters.For(format).Write(assessments, question.Language, text);
        // Excel needs the mark to read CSV as UTF-8.
        var mark = format == ReportFormat.Csv ? Encoding.UTF8.GetPreamble() : [];
        return [.. mark, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private async Task<Answer> ExplainAsync(Question question, CancellationToken cancellationToken)
    {
        var (assessment, said) = await JudgeAsync(question, cancellationToken).ConfigureAwait(false);
        var found = NameIndex.Of(assessment.Scheme).Find(question.Indicator!, new Location("indicator"));
        var row = found.Value ?? throw Refused(question, found.Diagnostics);
        return Written(question, RowsJson.Explain(assessment, row.Id, question.Language), said, [assessment]);
    }

    private async Task<Answer> MissingAsync(Question question, CancellationToken cancellationToken)
    {
        var (assessment, said) = await JudgeAsync(question, cancellationToken).ConfigureAwait(false);
        return Written(question, RowsJson.Missing(assessment, question.Language), said, [assessment]);
    }

    private async Task<Answer> CheckAsync(Question question, CancellationToken cancellationToken)
    {
        var facts = Read(question, question.Facts, question.Scheme, cancellationToken);
        var review = await Waited(
            t => host.FindContradictionsAsync(facts.Value!, question.Options(question.Scheme), t), cancellationToken).ConfigureAwait(false);
        ImmutableArray<Diagnostic> said = [.. facts.Diagnostics, .. review.Diagnostics];
        // This question asks for the faults: they are its answer, not a refusal.
        var reviewed = Shown(Required(question with { Partial = true }, review, said));
        if (question.Form == AnswerForm.Text)
        {
            var text = ContradictionsText.Write(reviewed, question.Language);
            return Written(question, Encoding.UTF8.GetBytes(text), said, [reviewed.Assessment]);
        }

        if (question.Form == AnswerForm.Workbook)
        {
            return Written(question, Annotated(question, said, reviewed), said, [reviewed.Assessment]);
        }

        return Written(question, RowsJson.Check(reviewed, said, question.Language), said, [reviewed.Assessment]);
    }

    private static byte[] Annotated(Question question, ImmutableArray<Diagnostic> said, FactsReview review)
    {
        if (question.Facts.Form != FactsForm.Workbook)
        {
            throw RefusedException.Of(
                Unprocessable, DiagnosticCatalog.AnnotateNeedsWorkbook, question.Facts.Name, question.Facts.Name);
        }

        using var file = InputFile.InMemory(question.Facts.Bytes);
        var written = AnnotatedWorkbook.Write(file, question.Facts.Name, said, review.Contradictions, question.Language);
        return written.Value ?? throw Refused(question, written.Diagnostics);
    }

    private async Task<Answer> DiffAsync(Question question, CancellationToken cancellationToken)
    {
        var now = Read(question, question.Facts, question.Scheme, cancellationToken);
        var then = question.Before is { } body
            ? Read(question, body, question.BeforeScheme ?? question.Scheme, cancellationToken)
            : new(now.Value, []);
        var after = question.Options(question.Scheme) with { Changes = question.Changes };
        var before = question.Options(question.BeforeScheme ?? question.Scheme) with { Year = question.BeforeYear ?? question.Year };
        var old = await Waited(t => host.AssessAsync(then.Value!, before, t), cancellationToken).ConfigureAwait(false);
        var ofOld = then.Diagnostics.AddRange(old.Diagnostics);
        var first = Required(question, old, ofOld);
        var judged = await Waited(t => host.AssessAsync(now.Value!, after, t), cancellationToken).ConfigureAwait(false);
        ImmutableArray<Diagnostic> said = [.. ofOld, .. now.Diagnostics, .. judged.Diagnostics];
        var second = Required(question, judged, said);
        return Written(question, DiffJson.Write(first, second, question.Changes, question.Language), said, [first, second]);
    }

    private async Task<(Assessment Assessment, ImmutableArray<Diagnostic> Said)> JudgeAsync(
        Question question, CancellationToken cancellationToken)
    {
        var facts = Read(question, question.Facts, question.Scheme, cancellationToken);
        var judged = await Waited(
            t => host.AssessAsync(facts.Value!, question.Options(question.Scheme), t), cancellationToken).ConfigureAwait(false);
        ImmutableArray<Diagnostic> said = [.. facts.Diagnostics, .. judged.Diagnostics];
        return (Required(question, judged, said), said);
    }

    // A compiled scheme completes at once. Only a request that waits for a compilation takes one of the waiting places.
    private async Task<Result<T>> Waited<T>(Func<CancellationToken, Task<Result<T>>> work, CancellationToken cancellationToken)
        where T : class
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var begun = work(given.Token);
        if (begun.IsCompleted)
        {
            return await begun.ConfigureAwait(false);
        }

        if (!_waiting.Wait(0, CancellationToken.None))
        {
            await given.CancelAsync().ConfigureAwait(false);
            await Task.WhenAny(begun).ConfigureAwait(false);
            throw RefusedException.Of(Unavailable, DiagnosticCatalog.ServiceWaiting, "scheme");
        }

        // Releases its place, so that other requests work meanwhile.
        _working.Release();
        try
        {
            return await begun.ConfigureAwait(false);
        }
        finally
        {
            _waiting.Release();
            await _working.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private sealed record Composed(SchemeCatalog Catalog, Task Done);

    private static T Required<T>(Question question, Result<T> result, ImmutableArray<Diagnostic> said)
        where T : class =>
        result.Value is { } value && (question.Partial || said.All(d => d.Severity != Severity.Error))
            ? value
            : throw Refused(question, said);

    // A diagnostic of the facts or of what was asked is shown; any other is about the server's own files.
    private static RefusedException Refused(Question question, ImmutableArray<Diagnostic> said)
    {
        said = [.. said.Distinct()];
        var shown = said.Where(d => IsOfRequest(question, d)).ToImmutableArray();
        var hidden = said.RemoveRange(shown);
        if (shown.Any(d => d.Severity == Severity.Error))
        {
            return new(Unprocessable, shown) { Hidden = hidden };
        }

        var ids = hidden.Where(d => d.Severity == Severity.Error).Select(d => d.Id).Distinct().Order(StringComparer.Ordinal);
        var faulty = new Diagnostic(
            DiagnosticCatalog.ServiceSchemeFaulty, new Location("scheme"),
            [question.Scheme ?? question.BeforeScheme ?? "-", string.Join(" ", ids)]);
        return new(Unavailable, [faulty, .. shown]) { Hidden = hidden };
    }

    // About the request, but with paths of the server.
    private static readonly ImmutableArray<DiagnosticDescriptor> OfServer = [DiagnosticCatalog.SchemeBroken, DiagnosticCatalog.NotLocked];

    private static bool IsOfRequest(Question question, Diagnostic diagnostic)
    {
        var file = diagnostic.Location.File;
        return !OfServer.Contains(diagnostic.Descriptor)
            && (file == question.Facts.Name || file == question.Before?.Name || file == question.BeforeScheme || file == "indicator"
                || question.Changes.Any(c => file == $"{c}")
                || question.Schemes.Any(s => s == file || (SchemeName.TryParse(s, out var name) && name.Id == file)));
    }

    // A scheme is named by its id, not by its folder on the server.
    private static FactsReview Shown(FactsReview review)
    {
        var folders = review.Assessment.Scheme.Lineage()
            .ToDictionary(s => Path.TrimEndingDirectorySeparator(s.Folder), s => s.Id, StringComparer.Ordinal);
        return review.Relocated(at => folders.TryGetValue(Path.GetDirectoryName(at.File) ?? "", out var id)
            ? at with { File = $"{id}/{Path.GetFileName(at.File)}" } : at);
    }

    private static Answer Written(
        Question question, byte[] bytes, ImmutableArray<Diagnostic> said, IEnumerable<Assessment> assessments)
    {
        var distinct = said.Distinct().ToList();
        return new(question.Form.Header, bytes)
        {
            Schemes = [.. assessments.SelectMany(a => a.Scheme.Lineage()).DistinctBy(s => (s.Key, s.Hash))],
            Errors = distinct.Count(d => d.Severity == Severity.Error),
            Warnings = distinct.Count(d => d.Severity == Severity.Warning),
        };
    }
}
