using System.Collections.Immutable;
using System.Reflection;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>All diagnostics of the project. Ids are never reused.</summary>
public static partial class DiagnosticCatalog
{
    /// <summary>All kinds, ordered by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All =>
    [
        .. typeof(DiagnosticCatalog).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(p => p.PropertyType == typeof(DiagnosticDescriptor))
            .Select(p => (DiagnosticDescriptor)p.GetValue(null)!)
            .OrderBy(d => d.Id, StringComparer.Ordinal),
    ];

    /// <summary>The kind with an id.</summary>
    /// <exception cref="ArgumentException">The id is unknown.</exception>
    public static DiagnosticDescriptor ById(string id) =>
        All.FirstOrDefault(d => d.Id == id) ?? throw new ArgumentException($"No diagnostic has the id {id}.", nameof(id));

    private static DiagnosticDescriptor Error(string id, string zh, string en, string helpZh, string helpEn) =>
        new(id, Severity.Error, new LocalizedText(zh, en), new LocalizedText(helpZh, helpEn));

    private static DiagnosticDescriptor Warning(string id, string zh, string en, string helpZh, string helpEn) =>
        new(id, Severity.Warning, new LocalizedText(zh, en), new LocalizedText(helpZh, helpEn));
}
