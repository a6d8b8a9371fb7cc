using System.Collections.Immutable;
using IndicatorRules.Protocol;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>Collects the diagnostics of one step, so that all problems are told at once. One thread at a time.</summary>
/// <remarks>Of one file it keeps as many as anybody reads, errors and warnings apart, and says how many there are besides.</remarks>
public sealed class DiagnosticBag
{
    /// <summary>The most errors, and the most warnings, that are listed of one file.</summary>
    internal const int MostOfOneFile = 1_000;

    private readonly List<Diagnostic> _all = [];
    private int _steps = Nearest.MostSteps;

    // By file and severity; null until there are so many diagnostics that a file may have had its share.
    private Dictionary<(string File, Severity Severity), int>? _told;
    private int _unlisted;
    private (Diagnostic Error, int At)? _lastError;

    /// <summary>Whether anything stops the next step.</summary>
    public bool HasErrors => _all.Exists(d => d.Severity == Severity.Error);

    /// <summary>How many were noted, those that are not listed included.</summary>
    internal int Count => _all.Count + _unlisted;

    /// <summary>Notes one diagnostic.</summary>
    public void Add(DiagnosticDescriptor descriptor, Location location, params ReadOnlySpan<LocalizedText> arguments) =>
        Add(new Diagnostic(descriptor, location, [.. arguments]));

    /// <summary>Notes one diagnostic with the nearest of the words that would have been right.</summary>
    public void AddWithSuggestion(
        DiagnosticDescriptor descriptor, Location location, string? suggestion, params ReadOnlySpan<LocalizedText> arguments) =>
        Add(new Diagnostic(descriptor, location, [.. arguments], suggestion));

    /// <summary>Notes the diagnostics of an earlier step.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>The word that was probably meant, while guesses of this step have not taken too long.</summary>
    internal string? Guess(string word, IEnumerable<string> candidates) => Nearest.To(word, candidates, ref _steps);

    /// <summary>Whether no more errors of a file are listed.</summary>
    internal bool IsFull(string file) => _told?.GetValueOrDefault((file, Severity.Error)) >= MostOfOneFile;

    /// <summary>An error noted after so many diagnostics, the first where all are listed; null when there is none.</summary>
    internal Diagnostic? ErrorAfter(int count) => _unlisted == 0
        ? _all.Skip(count).FirstOrDefault(d => d.Severity == Severity.Error)
        : _lastError is var (error, at) && at >= count ? error : null;

    /// <summary>All of them by place, each once.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => _all.Count == 0 ? [] :
    [
        .. _all.Concat(Unlisted()).Distinct()
            .OrderBy(d => d.Location.File, StringComparer.Ordinal)
            .ThenBy(d => d.Location.Line)
            .ThenBy(d => d.Location.Column)
            .ThenBy(d => d.Id, StringComparer.Ordinal),
    ];

    private void Add(Diagnostic diagnostic)
    {
        if (diagnostic.Severity == Severity.Error)
        {
            _lastError = (diagnostic, Count);
        }

        if (_told is null && _all.Count >= MostOfOneFile)
        {
            _told = _all.GroupBy(KeyOf).ToDictionary(g => g.Key, g => g.Count());
        }

        if (_told is null)
        {
            _all.Add(diagnostic);
            return;
        }

        var key = KeyOf(diagnostic);
        var told = _told[key] = _told.GetValueOrDefault(key) + 1;
        if (told <= MostOfOneFile)
        {
            _all.Add(diagnostic);
        }
        else
        {
            _unlisted++;
        }
    }

    private IEnumerable<Diagnostic> Unlisted() => (_told ?? [])
        .GroupBy(t => t.Key.File, t => Math.Max(0, t.Value - MostOfOneFile))
        .Where(more => more.Sum() > 0)
        .Select(more => new Diagnostic(DiagnosticCatalog.DiagnosticsUnlisted, new Location(more.Key), [$"{more.Sum()}"]));

    private static (string File, Severity Severity) KeyOf(Diagnostic diagnostic) => (diagnostic.Location.File, diagnostic.Severity);
}
