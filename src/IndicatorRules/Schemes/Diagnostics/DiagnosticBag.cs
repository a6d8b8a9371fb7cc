using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Protocol;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>Collects the diagnostics of one step, so that all problems are reported at once. Not thread-safe.</summary>
/// <remarks>Lists at most <see cref="MostOfOneFile"/> errors and as many warnings per file, and counts the rest.</remarks>
public sealed class DiagnosticBag
{
    /// <summary>The maximum number of errors, and of warnings, listed per file.</summary>
    internal const int MostOfOneFile = 1_000;

    private readonly List<Diagnostic> _all = [];
    private int _steps = Nearest.MostSteps;

    // By file and severity; null until enough diagnostics exist for a file to reach its limit.
    private Dictionary<(string File, Severity Severity), int>? _counts;
    private int _unlisted;
    private (Diagnostic Error, int At)? _lastError;

    /// <summary>Whether there are errors, which stop the next step.</summary>
    public bool HasErrors => _all.Exists(d => d.Severity == Severity.Error);

    /// <summary>The number of diagnostics added, including unlisted ones.</summary>
    internal int Count => _all.Count + _unlisted;

    /// <summary>The number of diagnostics that are listed.</summary>
    internal int Listed => _all.Count;

    /// <summary>Adds a diagnostic.</summary>
    public void Add(DiagnosticDescriptor descriptor, Location location, params ReadOnlySpan<LocalizedText> arguments) =>
        Add(new Diagnostic(descriptor, location, [.. arguments]));

    /// <summary>Adds a diagnostic with the word that was probably meant.</summary>
    public void AddWithSuggestion(
        DiagnosticDescriptor descriptor, Location location, string? suggestion, params ReadOnlySpan<LocalizedText> arguments) =>
        Add(new Diagnostic(descriptor, location, [.. arguments], suggestion));

    /// <summary>Adds the diagnostics of an earlier step.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>The word that was probably meant; null once the guesses of this step have used up their time.</summary>
    public string? Guess(string word, IEnumerable<string> candidates) => Nearest.To(word, candidates, ref _steps);

    /// <summary>Whether further errors of a file would not be listed.</summary>
    internal bool IsFull(string file) => _counts?.GetValueOrDefault((file, Severity.Error)) >= MostOfOneFile;

    /// <summary>
    /// An error added after the first <paramref name="count"/> diagnostics, the first one if all are listed; null if there is none.
    /// </summary>
    internal Diagnostic? ErrorAfter(int count) => _unlisted == 0
        // Asked for every row of a table, most of which are sound.
        ? _all.Count <= count ? null : _all.Skip(count).FirstOrDefault(d => d.Severity == Severity.Error)
        : _lastError is var (error, at) && at >= count ? error : null;

    /// <summary>
    /// Says which entry of the facts the diagnostics are about that were listed after the first <paramref name="listed"/> and name none.
    /// </summary>
    internal void Name(string entry, int listed)
    {
        for (var i = listed; i < _all.Count; i++)
        {
            var at = _all[i].Location;
            _all[i] = at.Entry is null ? _all[i] with { Location = at with { Entry = entry } } : _all[i];
        }
    }

    /// <summary>All diagnostics without duplicates, ordered by location.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => _all.Count == 0 ? [] :
    [
        .. _all.Concat(Unlisted()).Distinct()
            .OrderBy(d => d.Location.File, StringComparer.Ordinal)
            .ThenBy(d => d.Location.Sheet, StringComparer.Ordinal)
            .ThenBy(d => d.Location.Line)
            .ThenBy(d => d.Location.Column)
            .ThenBy(d => d.Id, StringComparer.Ordinal),
    ];

    /// <summary>The result of the step: all diagnostics, and a value unless one is an error.</summary>
    /// <param name="make">Makes the value; not called if there is an error.</param>
    public Result<T> ToResult<T>(Func<T> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        return new(HasErrors ? null : make(), ToImmutable());
    }

    private void Add(Diagnostic diagnostic)
    {
        if (diagnostic.Severity == Severity.Error)
        {
            _lastError = (diagnostic, Count);
        }

        if (_counts is null && _all.Count >= MostOfOneFile)
        {
            _counts = _all.GroupBy(KeyOf).ToDictionary(g => g.Key, g => g.Count());
        }

        if (_counts is null)
        {
            _all.Add(diagnostic);
            return;
        }

        var key = KeyOf(diagnostic);
        var count = _counts[key] = _counts.GetValueOrDefault(key) + 1;
        if (count <= MostOfOneFile)
        {
            _all.Add(diagnostic);
        }
        else
        {
            _unlisted++;
        }
    }

    private IEnumerable<Diagnostic> Unlisted() => (_counts ?? [])
        .GroupBy(t => t.Key.File, t => Math.Max(0, t.Value - MostOfOneFile))
        .Where(more => more.Sum() > 0)
        .Select(more => new Diagnostic(DiagnosticCatalog.DiagnosticsUnlisted, new Location(more.Key), [$"{more.Sum()}"]));

    private static (string File, Severity Severity) KeyOf(Diagnostic diagnostic) => (diagnostic.Location.File, diagnostic.Severity);
}
