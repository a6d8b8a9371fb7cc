using System.Collections.Immutable;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Facts;

/// <summary>The indicators that facts may name: made once for a scheme, however many places are judged. Immutable; safe on any thread.</summary>
internal sealed class KnownIndicators
{
    private readonly Dictionary<string, KnownIndicator> _byId;
    private readonly KnownIndicator[] _all;

    /// <param name="scheme">The scheme that the facts are judged by.</param>
    /// <param name="shared">
    /// Other schemes that the same facts are for: what only they ask is no mistake, and is left to them.
    /// </param>
    internal KnownIndicators(Scheme scheme, IEnumerable<Scheme> shared)
    {
        SchemeId = scheme.Id;
        List<Scheme> schemes = [.. scheme.Lineage().Reverse(), .. shared.SelectMany(s => s.Lineage())];
        Background = schemes.SelectMany(s => s.Background).DistinctBy(b => b.Id)
            .ToDictionary(b => b.Id, b => new KnownFigure(b.Unit, []), StringComparer.Ordinal);
        _all = [.. schemes.SelectMany(s => s.Indicators).GroupBy(i => i.Id, StringComparer.Ordinal).Select((g, index) => new KnownIndicator([.. g], index))];
        _byId = _all.ToDictionary(k => k.Id, StringComparer.Ordinal);
        Renames =
        [
            .. from indicator in scheme.Indicators
               from upper in indicator.From
               where upper.IndicatorId != indicator.Id && scheme.Find(upper.IndicatorId) is null
               select new Renaming(indicator.Id, upper.IndicatorId),
        ];
    }

    /// <summary>The scheme that the facts are judged by.</summary>
    internal string SchemeId { get; }

    /// <summary>The indicators that an upper scheme has under another id, which the scheme itself does not use.</summary>
    internal ImmutableArray<Renaming> Renames { get; }

    /// <summary>The figures beside the table that facts may name.</summary>
    internal IReadOnlyDictionary<string, KnownFigure> Background { get; }

    internal IEnumerable<KnownIndicator> All => _byId.Values;

    internal int Count => _byId.Count;

    internal KnownIndicator? Find(ReadOnlySpan<char> id) =>
        _byId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var known) ? known : null;

    /// <summary>An indicator, looked for first where it most likely stands.</summary>
    internal KnownIndicator? Find(string id, int place) => place < _all.Length && _all[place].Id == id ? _all[place] : Find(id);

    internal KnownIndicator? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>One indicator's id here and in the upper scheme. Immutable.</summary>
    internal sealed record Renaming(string Own, string Upper);
}
