using IndicatorRules.Contract;
using IndicatorRules.Ledger;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Service.Answering;
using IndicatorRules.Service.Recording;

namespace IndicatorRules.Service;

/// <summary>Runs entries of a ledger again, by the schemes that the ledger has of them. Not thread-safe.</summary>
/// <param name="ledger">The ledger, which the caller disposes.</param>
/// <param name="extensions">
/// The compiled extensions that entries may have been judged with, which the caller disposes; null for none. The ledger has their hashes
/// alone: a program that came out of a database would have all rights of this process.
/// </param>
public sealed class LedgerReplay(AnswerLedger ledger, ExtensionHost? extensions = null) : IDisposable
{
    private string? _schemes;
    private string? _folder;
    private SchemeHost? _host;

    /// <summary>Runs an entry again.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    /// <returns>What is wrong; null if the answer has the same bytes.</returns>
    public async Task<Diagnostic?> RunAsync(LedgerEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (await OpenAsync(entry, cancellationToken).ConfigureAwait(false) is { } missing)
        {
            return NotReplayed(entry, missing);
        }

        var facts = await BodyAsync("facts", entry.FactsForm, entry.Facts, cancellationToken).ConfigureAwait(false);
        var before = entry.Before.Length == 0 ? null
            : await BodyAsync("before", entry.BeforeForm, entry.Before, cancellationToken).ConfigureAwait(false);
        // Two files were sent as the parts before and after.
        facts = before is null ? facts : facts is null ? null : facts with { Name = $"after.{facts.Form.Ending}" };
        if (facts is null || (before is null && entry.Before.Length > 0)
            || QuestionText.Read(entry.Kind, entry.Options, entry.AnswerForm, facts, before) is not { } question)
        {
            return NotReplayed(entry, new("本程序读不懂当时的提问", "this program cannot read what was asked"));
        }

        try
        {
            using var answerer = new Answerer(_host!, int.MaxValue, 1);
            var answer = await answerer.AnswerAsync(question, cancellationToken).ConfigureAwait(false);
            return LedgerEntry.HashOf(answer.Bytes.Span) == entry.Answer ? null
                : Lacking(entry) is { } lacking ? NotReplayed(entry, lacking)
                : new Diagnostic(DiagnosticCatalog.LedgerDiffers, new Location(ledger.Name), [$"{entry.Number}", entry.Engine]);
        }
        catch (RefusedException e)
        {
            if (Lacking(entry) is { } lacking)
            {
                return NotReplayed(entry, lacking);
            }

            var first = e.Hidden.Concat(e.Diagnostics).First(d => d.Severity == Severity.Error);
            return NotReplayed(entry, new(first.Message(Language.Zh), first.Message(Language.En)));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _host?.Dispose();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        (_host, _folder, _schemes) = (null, null, null);
    }

    // Entries by the same schemes share a host.
    private async Task<LocalizedText?> OpenAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Schemes == _schemes)
        {
            return null;
        }

        Dispose();
        _folder = Directory.CreateTempSubdirectory("indicator-rules-ledger-").FullName;
        foreach (var (index, scheme) in entry.SchemesInForce.Index())
        {
            var files = await ledger.ReadSchemeAsync(scheme.Hash, cancellationToken).ConfigureAwait(false);
            if (files.Count == 0)
            {
                return new($"缺指标体系 {scheme.Key} 的文件", $"the files of the scheme {scheme.Key} are missing");
            }

            if (!PluginFiles.Write(Path.Combine(_folder, $"{index}"), files))
            {
                return new($"指标体系 {scheme.Key} 的文件名不对", $"a file of the scheme {scheme.Key} has a wrong name");
            }
        }

        _host = SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [_folder], Extensions = extensions });
        var found = LedgerRecording.InForce(_host.Catalog).Select(s => new LedgerScheme(s.Key, s.Hash)).ToHashSet();
        if (!found.SetEquals(entry.SchemesInForce))
        {
            return new("指标体系的文件和校验码不符", "the files of its schemes do not have their hashes");
        }

        _schemes = entry.Schemes;
        return null;
    }

    // The extensions of the entry that are not given now.
    private LocalizedText? Lacking(LedgerEntry entry)
    {
        var given = extensions?.Available.Select(e => new LedgerScheme(e.Name, e.Hash)).ToHashSet() ?? [];
        var lacking = string.Join(' ', entry.ExtensionsInForce.Where(e => !given.Contains(e)).Select(e => $"{e.Key} sha256:{e.Hash}"));
        return lacking.Length == 0 ? null
            : new($"缺当时的扩展 {lacking}", $"the compiled extensions of the time are not given: {lacking}");
    }

    private async Task<FactsBody?> BodyAsync(string part, string form, string hash, CancellationToken cancellationToken) =>
        FactsForm.All.FirstOrDefault(f => f.Ending == form) is { } known
            && await ledger.ContentAsync(hash, cancellationToken).ConfigureAwait(false) is { } bytes
            ? FactsBody.Of(part, known, bytes)
            : null;

    private Diagnostic NotReplayed(LedgerEntry entry, LocalizedText why) =>
        new(DiagnosticCatalog.LedgerNotReplayed, new Location(ledger.Name), [$"{entry.Number}", why, entry.Engine]);
}
