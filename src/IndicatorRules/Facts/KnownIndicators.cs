using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Facts;

/// <summary>The indicators that facts may name: created once per scheme, for any number of places. Immutable; safe on any thread.</summary>
internal sealed class KnownIndicators
{
    private readonly Dictionary<string, KnownIndicator> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownFigure> _background = new(StringComparer.Ordinal);
    private readonly List<KnownIndicator> _all = [];

    /// <param name="scheme">The scheme that the facts are judged by.</param>
    /// <param name="shared">Other schemes that the facts are for: what only they require is valid, and ignored here.</param>
    internal KnownIndicators(Scheme scheme, IEnumerable<Scheme> shared)
    {
        SchemeId = scheme.Id;
        List<Scheme> schemes = [.. scheme.Lineage().Reverse()];
        foreach (var other in shared)
        {
            schemes.AddRange(other.Lineage());
        }

        // An id means the same in every scheme; the lower scheme's declaration takes precedence.
        foreach (var one in schemes)
        {
            foreach (var figure in one.Background)
            {
                _background.TryAdd(figure.Id, new KnownFigure(figure));
            }

            foreach (var indicator in one.Indicators)
            {
                Take(indicator);
            }
        }

        Renames = RenamesOf(scheme);
    }

    /// <summary>The scheme that the facts are judged by.</summary>
    internal string SchemeId { get; }

    /// <summary>The indicators that an upper scheme has under another id, if the scheme does not use that id itself.</summary>
    internal ImmutableArray<Renaming> Renames { get; }

    /// <summary>The background figures that facts may name.</summary>
    internal IReadOnlyDictionary<string, KnownFigure> Background => _background;

    internal IEnumerable<KnownIndicator> All => _byId.Values;

    internal int Count => _byId.Count;

    internal KnownIndicator? Find(ReadOnlySpan<char> id) =>
        _byId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var known) ? known : null;

    /// <summary>An indicator, searched first at its likely index.</summary>
    internal KnownIndicator? Find(string id, int index) => index < _all.Count && _all[index].Id == id ? _all[index] : Find(id);

    internal KnownIndicator? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The most likely id for a text: by name or printed number, or by spelling.</summary>
    internal string? Guess(string text, DiagnosticBag bag)
    {
        var number = text.Trim('第', '项', ' ');
        return _all.Find(k => k.IsCalled(text, number))?.Id ?? bag.Guess(text, _all.Select(k => k.Id));
    }

    private void Take(Indicator indicator)
    {
        if (!_byId.TryGetValue(indicator.Id, out var known))
        {
            known = new KnownIndicator(indicator, _all.Count);
            _byId.Add(indicator.Id, known);
            _all.Add(known);
        }

        known.Take(indicator);
    }

    private static ImmutableArray<Renaming> RenamesOf(Scheme scheme)
    {
        var renames = ImmutableArray.CreateBuilder<Renaming>();
        foreach (var indicator in scheme.Indicators)
        {
            foreach (var upper in indicator.From)
            {
                if (upper.IndicatorId != indicator.Id && scheme.Find(upper.IndicatorId) is null)
                {
                    renames.Add(new Renaming(indicator.Id, upper.IndicatorId));
                }
            }
        }

        return renames.ToImmutable();
    }

    /// <summary>An indicator's id in the scheme and in the upper scheme. Immutable.</summary>
    internal sealed record Renaming(string Own, string Upper);
}
