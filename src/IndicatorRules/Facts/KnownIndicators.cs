using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Naming;

namespace IndicatorRules.Facts;

/// <summary>The indicators that facts may name: created once per scheme, for any number of places. Immutable; safe on any thread.</summary>
internal sealed class KnownIndicators
{
    private readonly Dictionary<string, KnownIndicator> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownFigure> _background = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceAttribute> _attributes = new(StringComparer.Ordinal);
    private readonly List<KnownIndicator> _all = [];
    private readonly Lazy<ImmutableArray<NameIndex>> _names;

    /// <param name="scheme">The scheme that the facts are judged by.</param>
    /// <param name="shared">Other schemes that the facts are for: what only they require is valid, and ignored here.</param>
    internal KnownIndicators(Scheme scheme, IEnumerable<Scheme> shared)
    {
        SchemeId = scheme.Id;
        List<Scheme> others = [.. shared];
        List<Scheme> schemes = [.. scheme.Lineage().Reverse(), .. others.SelectMany(other => other.Lineage())];
        // Facts are written for the scheme that they name: a number is that of its table.
        _names = new(() => NamesOf(others is [var named] ? [named, scheme] : [scheme, .. others], schemes));

        // An id means the same in every scheme; the lower scheme's declaration takes precedence.
        foreach (var one in schemes)
        {
            foreach (var figure in one.Background)
            {
                _background.TryAdd(figure.Id, new KnownFigure(figure));
            }

            foreach (var attribute in one.Place)
            {
                _attributes.TryAdd(attribute.Id, attribute);
            }

            foreach (var indicator in one.Indicators)
            {
                Take(indicator);
            }
        }

        if (others is [var writtenFor])
        {
            foreach (var indicator in writtenFor.Indicators.Where(i => i.TakesFacts))
            {
                _byId[indicator.Id].WrittenFor(indicator);
            }
        }

        Renames = RenamesOf(scheme);
        Adjustments = scheme.Conclusion?.Adjustments ?? [];
        OthersAdjustments = [.. schemes.SelectMany(s => s.Conclusion?.Adjustments ?? []).Select(a => a.Id)];
    }

    /// <summary>The scheme that the facts are judged by.</summary>
    internal string SchemeId { get; }

    /// <summary>The indicators that an upper scheme has under another id, if the scheme does not use that id itself.</summary>
    internal ImmutableArray<Renaming> Renames { get; }

    /// <summary>The adjustments that the scheme allows.</summary>
    internal ImmutableArray<PointAdjustment> Adjustments { get; }

    /// <summary>The ids of all adjustments that facts may name.</summary>
    internal ImmutableHashSet<string> OthersAdjustments { get; }

    /// <summary>The background figures that facts may name.</summary>
    internal Dictionary<string, KnownFigure> Background => _background;

    internal IEnumerable<KnownIndicator> All => _byId.Values;

    internal int Count => _byId.Count;

    internal KnownIndicator? Find(ReadOnlySpan<char> id) =>
        _byId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var known) ? known : null;

    /// <summary>An indicator, searched first at its likely index.</summary>
    internal KnownIndicator? Find(string id, int index) => index < _all.Count && _all[index].Id == id ? _all[index] : Find(id);

    internal KnownIndicator? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>All indicators that a text can mean, by id, printed number or name: one if it is clear.</summary>
    internal ImmutableArray<KnownIndicator> Named(string text)
    {
        if (Find(text) is { } byId)
        {
            return [byId];
        }

        foreach (var index in _names.Value)
        {
            if (index.Matches(text) is { IsEmpty: false } found)
            {
                return [.. found.Where(i => i.TakesFacts).Select(i => _byId[i.Id])];
            }
        }

        return [];
    }

    /// <summary>What a path is called in messages: 第24项“…”的“秸秆”; in English by its ids.</summary>
    internal LocalizedText NameOf(FactPath path) =>
        (FactsFile.IsBackground(path) ? _background.GetValueOrDefault(path.Item)
            : Find(path.Indicator) is { } indicator ? (path.Item.Length > 0 ? indicator.Item(path.Item) : indicator.Own) : null)?.Name
        ?? (LocalizedText)$"`{FactsValidation.Name(path)}`";

    internal bool IsAttribute(string id) => _attributes.ContainsKey(id);

    /// <summary>The id of the place attribute that a text names; the text itself if it names none alone.</summary>
    internal string AttributeNamed(string text) => IsAttribute(text) ? text
        : Alone(
            _attributes.Values.Where(a => FoldedName.Same(text, a.Name.Zh) || FoldedName.Same(text, a.Name.En)).Select(a => a.Id), text);

    /// <summary>Whether a text names a kind of places, such as 山区.</summary>
    internal bool IsPartOfPlaces(string text) => _attributes.Values.Any(a => a.Choices.Any(c => c.Answers(text)));

    internal LocalizedText AttributeName(string id) => _attributes.GetValueOrDefault(id)?.Name ?? (LocalizedText)id;

    /// <summary>The id of the background figure that a text names; the text itself if it names none alone.</summary>
    internal string BackgroundNamed(string text) => _background.ContainsKey(text) ? text
        : Alone(_background.Where(b => b.Value.IsCalled(text)).Select(b => b.Key), text);

    /// <summary>The id of the adjustment that a text names; the text itself if it names none.</summary>
    internal string AdjustmentNamed(string text) =>
        Adjustments.FirstOrDefault(a => a.Name.Zh == text || a.Name.En == text)?.Id ?? text;

    private static string Alone(IEnumerable<string> ids, string otherwise) => ids.Take(2).ToList() is [var one] ? one : otherwise;

    /// <summary>Reports a text that names no indicator, or several.</summary>
    internal void Report(string text, Location at, DiagnosticBag bag)
    {
        var found = Named(text);
        if (found.Length > 1)
        {
            bag.Add(DiagnosticCatalog.FactsNameAmbiguous, at, text, NameIndex.Listed(found.Select(k => k.Indicator)));
        }
        else if (_names.Value.Select(n => n.Matches(text)).FirstOrDefault(m => !m.IsEmpty, [])
            is [{ Combines: { IsGroup: true } group } line])
        {
            var rows = string.Join('、', group.Rows.Select(id => _byId[id].Own.Name.Zh));
            bag.Add(
                DiagnosticCatalog.FactsOfGroup, at, line.Number, line.Name,
                new LocalizedText(rows, string.Join(", ", group.Rows.Select(id => $"`{id}`"))));
        }
        else
        {
            NearestName.Unknown(text, [.. _all.Select(k => k.Indicator)], at, bag);
        }
    }

    // The tables that the facts are for, then their upper schemes, of which only names are needed.
    private static ImmutableArray<NameIndex> NamesOf(List<Scheme> asked, List<Scheme> all) =>
        [.. asked.Select(NameIndex.Of), .. all.Except(asked).Select(NameIndex.OfNames)];

    private void Take(Indicator indicator)
    {
        if (!indicator.TakesFacts)
        {
            if (ItemRow.Split(indicator.Id) is var (row, item))
            {
                _byId[row].TakeJudged(item);
            }

            return;
        }

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
                if (indicator.TakesFacts && upper.IndicatorId != indicator.Id && scheme.Find(upper.IndicatorId) is null)
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
