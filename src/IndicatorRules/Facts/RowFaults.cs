using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>The entries of one place's facts that are not judged, each with its error. One thread at a time.</summary>
internal sealed class RowFaults
{
    private readonly Dictionary<FactPath, Diagnostic> _all;

    internal RowFaults() => _all = [];

    internal RowFaults(IReadOnlyDictionary<FactPath, Diagnostic> known) => _all = new(known);

    /// <summary>The key of an error that affects every row of the place.</summary>
    internal static FactPath WholePlace { get; }

    /// <summary>No errors; shared, since most places have none.</summary>
    internal static IReadOnlyDictionary<FactPath, Diagnostic> None { get; } = new Dictionary<FactPath, Diagnostic>();

    internal bool Any => _all.Count > 0;

    /// <summary>The error that affects every row; null when there is none.</summary>
    internal Diagnostic? Whole => _all.GetValueOrDefault(WholePlace);

    internal IReadOnlyCollection<FactPath> Rows => _all.Count == 0 ? [] : [.. _all.Keys.Where(f => f.Year > 0)];

    /// <summary>The error of one row; null when the row is judged.</summary>
    internal Diagnostic? Of(int year, string indicator) =>
        Whole ?? _all.GetValueOrDefault(new FactPath(year, ItemRow.Split(indicator) is var (row, _) ? row : indicator));

    /// <summary>Notes the first error after the first <paramref name="before"/> diagnostics, for the row of an entry.</summary>
    internal void Take(DiagnosticBag bag, int before, FactPath entry)
    {
        if (bag.Count > before && bag.ErrorAfter(before) is { } error)
        {
            _all.TryAdd(entry == WholePlace || FactsFile.IsBackground(entry) ? entry : entry with { Item = "" }, error);
        }
    }

    /// <summary>Notes the error of a row, unless it has one.</summary>
    internal void Add(FactPath entry, Diagnostic error) =>
        _all.TryAdd(FactsFile.IsBackground(entry) ? entry : entry with { Item = "" }, error);

    internal void Clear() => _all.Clear();

    internal IReadOnlyDictionary<FactPath, Diagnostic> Copy() => _all.Count == 0 ? None : new Dictionary<FactPath, Diagnostic>(_all);
}
