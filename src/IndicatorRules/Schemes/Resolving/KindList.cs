using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>The kinds of a composed scheme: its own first, then those of its upper schemes, then binding and reference.</summary>
internal sealed class KindList
{
    private readonly DiagnosticBag _bag;

    internal KindList(SchemeDraft draft, ImmutableArray<Scheme> uppers, DiagnosticBag bag)
    {
        _bag = bag;
        All = [.. draft.Kinds.Concat(uppers.SelectMany(u => u.Kinds)).Concat(RowKind.Usual).DistinctBy(k => k.Id)];
    }

    internal ImmutableArray<RowKind> All { get; }

    /// <summary>The kind with an id, which an entry gives; the last one after a diagnostic.</summary>
    internal RowKind Find(string id, IndicatorEntry entry)
    {
        if (All.FirstOrDefault(k => k.Id == id) is { } kind)
        {
            return kind;
        }

        _bag.AddWithSuggestion(
            DiagnosticCatalog.UnknownId, entry.At("binding"), _bag.Guess(id, All.Select(k => k.Id)), new("指标属性", "kind"), id);
        return All[^1];
    }

    /// <summary>Of the kinds at several levels, the first in order.</summary>
    internal RowKind First(ImmutableArray<LevelKind> levels) => levels.Select(l => l.Kind).MinBy(k => All.IndexOf(k))!;
}
