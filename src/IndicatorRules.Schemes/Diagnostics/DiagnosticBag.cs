using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>Collects the diagnostics of one step, so that all problems are told at once. One thread at a time.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _all = [];

    /// <summary>Whether anything stops the next step.</summary>
    public bool HasErrors => _all.Exists(d => d.Severity == Severity.Error);

    internal int Count => _all.Count;

    /// <summary>Notes one diagnostic.</summary>
    public void Add(DiagnosticDescriptor descriptor, Location location, params ReadOnlySpan<LocalizedText> arguments) =>
        _all.Add(new Diagnostic(descriptor, location, [.. arguments]));

    /// <summary>Notes one diagnostic with the nearest of the words that would have been right.</summary>
    public void AddWithSuggestion(
        DiagnosticDescriptor descriptor, Location location, string? suggestion, params ReadOnlySpan<LocalizedText> arguments) =>
        _all.Add(new Diagnostic(descriptor, location, [.. arguments], suggestion));

    /// <summary>Notes the diagnostics of an earlier step.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _all.AddRange(diagnostics);

    /// <summary>The first error noted after so many diagnostics; null when there is none.</summary>
    internal Diagnostic? ErrorAfter(int count) => _all.Skip(count).FirstOrDefault(d => d.Severity == Severity.Error);

    /// <summary>All of them by place, each once.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => _all.Count == 0 ? [] :
    [
        .. _all.Distinct()
            .OrderBy(d => d.Location.File, StringComparer.Ordinal)
            .ThenBy(d => d.Location.Line)
            .ThenBy(d => d.Location.Column)
            .ThenBy(d => d.Id, StringComparer.Ordinal),
    ];
}
