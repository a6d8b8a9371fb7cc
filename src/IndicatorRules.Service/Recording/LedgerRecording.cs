using System.Collections.Immutable;
using IndicatorRules.Ledger;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Service.Answering;

namespace IndicatorRules.Service.Recording;

/// <summary>Records answers in a ledger, with the files of all schemes in force.</summary>
internal sealed class LedgerRecording(SchemeHost host, AnswerLedger ledger, string engine) : IAnswerRecord, IDisposable
{
    private const int Unavailable = 503;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Archived? _archived;
    private volatile bool _isFailing;

    /// <inheritdoc/>
    public bool IsFailing => _isFailing;

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) => Guarded(async () =>
    {
        await ArchivedAsync(cancellationToken).ConfigureAwait(false);
        return 0;
    });

    /// <inheritdoc/>
    public Task<long> RecordAsync(Question question, Answer answer, string client, CancellationToken cancellationToken) =>
        Guarded(async () =>
        {
            var archived = await ArchivedAsync(cancellationToken).ConfigureAwait(false);
            foreach (var scheme in answer.Schemes.Where(s => !archived.Schemes.Contains(new LedgerScheme(s.Key, s.Hash))))
            {
                // Replaced after it judged.
                throw RefusedException.Of(Unavailable, DiagnosticCatalog.LedgerPluginGone, "scheme", scheme.Key);
            }

            var record = RecordOf(question, answer, client, archived.Schemes);
            var entry = await ledger.AppendAsync(record, cancellationToken).ConfigureAwait(false);
            return entry.Number;
        });

    private async Task<long> Guarded(Func<Task<long>> work)
    {
        try
        {
            var number = await work().ConfigureAwait(false);
            _isFailing = false;
            return number;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            _isFailing = true;
            var said = VisibleText.OneLine(e.GetBaseException().Message).TrimEnd('.');
            var why = new Diagnostic(DiagnosticCatalog.LedgerFailed, new Location(ledger.Name), [said]);
            throw new RefusedException(Unavailable, new Diagnostic(DiagnosticCatalog.LedgerNotWritten, new Location("ledger"), []))
            {
                Hidden = [why],
            };
        }
    }

    /// <summary>All schemes in force, not only those judged by: they tell an unknown indicator from one of another scheme.</summary>
    internal static IEnumerable<Scheme> InForce(SchemeCatalog catalog) => catalog.Available
        .Select(a => SchemeRange.TryParse($"[{a.Version}]", out var only) ? catalog.Resolve(a.Id, only).Value : null).OfType<Scheme>();

    private LedgerRecord RecordOf(Question question, Answer answer, string client, ImmutableArray<LedgerScheme> schemes) => new()
    {
        Client = client,
        Engine = engine,
        Kind = $"{question.Kind}",
        Options = QuestionText.Write(question),
        FactsForm = question.Facts.Form.Ending,
        Facts = question.Facts.Bytes,
        BeforeForm = question.Before?.Form.Ending ?? "",
        Before = question.Before?.Bytes ?? default,
        Schemes = schemes,
        Extensions = [.. answer.Extensions.Select(e => new LedgerScheme(e.Name, e.Hash))],
        AnswerForm = question.Form.Name,
        Answer = answer.Bytes,
    };

    private async Task<Archived> ArchivedAsync(CancellationToken cancellationToken)
    {
        var catalog = host.Catalog;
        if (_archived is { } known && known.Catalog == catalog)
        {
            return known;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_archived is { } done && done.Catalog == catalog)
            {
                return done;
            }

            var schemes = InForce(catalog).ToList();
            foreach (var scheme in schemes)
            {
                if (!await ledger.HasSchemeAsync(scheme.Hash, cancellationToken).ConfigureAwait(false))
                {
                    await ledger.AddSchemeAsync(scheme.Hash, FilesOf(scheme), cancellationToken).ConfigureAwait(false);
                }
            }

            return _archived = new Archived(catalog, [.. schemes.Select(s => new LedgerScheme(s.Key, s.Hash))]);
        }
        finally
        {
            _turn.Release();
        }
    }

    // A file may change while it is read; only a copy that has the scheme's hash is its content.
    private static Dictionary<string, byte[]> FilesOf(Scheme scheme)
    {
        var folder = Directory.CreateTempSubdirectory("indicator-rules-ledger-").FullName;
        try
        {
            if (PluginFiles.Read(scheme.Folder) is { } files)
            {
                if (PluginFiles.Write(folder, files) && PluginFolder.Read(folder).Value?.Hash == scheme.Hash)
                {
                    return files;
                }
            }

            throw RefusedException.Of(Unavailable, DiagnosticCatalog.LedgerPluginGone, "scheme", scheme.Key);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed record Archived(SchemeCatalog Catalog, ImmutableArray<LedgerScheme> Schemes);
}
