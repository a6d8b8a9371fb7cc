using System.Collections.Immutable;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>A scheme of a lineage as seen from the lowest scheme: maps its ids to those in the facts.</summary>
/// <remarks>
/// Paths through a lineage that agree on all ids share a view. So there are as many views as schemes, unless a lineage renames the same
/// upper indicator in different ways. Compared by reference. Immutable once <see cref="Of"/> has returned.
/// </remarks>
internal sealed class SchemeView
{
    private static readonly ImmutableSortedDictionary<string, string> Same =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private readonly Dictionary<string, SchemeView> _uppers = new(StringComparer.Ordinal);

    private SchemeView(Scheme scheme, ImmutableSortedDictionary<string, string> names) => (Scheme, Names) = (scheme, names);

    internal Scheme Scheme { get; }

    /// <summary>The lowest scheme's ids by this scheme's, where they differ.</summary>
    internal IReadOnlyDictionary<string, string> Names { get; }

    /// <summary>The views of a scheme and its upper schemes, uppermost first.</summary>
    /// <param name="lowest">The scheme that is judged.</param>
    /// <param name="most">The maximum number of views; further ones are left out.</param>
    internal static IReadOnlyList<SchemeView> Of(Scheme lowest, int most = int.MaxValue)
    {
        var views = new List<SchemeView>();
        View(lowest, Same, new(StringComparer.Ordinal), views, most);
        return views;
    }

    /// <summary>The view of an upper scheme of this one.</summary>
    internal SchemeView Upper(string schemeId) => _uppers[schemeId];

    private static SchemeView View(
        Scheme scheme, ImmutableSortedDictionary<string, string> names, Dictionary<string, SchemeView> known, List<SchemeView> views,
        int most)
    {
        var key = string.Join('\n', names.Select(n => $"{n.Key} {n.Value}").Prepend(scheme.Key));
        if (known.TryGetValue(key, out var view))
        {
            return view;
        }

        known.Add(key, view = new SchemeView(scheme, names));
        var renamed = Renamed(scheme);
        foreach (var upper in scheme.Uppers)
        {
            if (known.Count <= most)
            {
                var upperNames = NamesOf(upper, renamed.FindAll(r => r.SchemeId == upper.Id), names);
                view._uppers[upper.Id] = View(upper, upperNames, known, views, most);
            }
        }

        views.Add(view);
        return view;
    }

    // The indicators that the scheme renames.
    private static List<Renaming> Renamed(Scheme scheme) =>
    [
        .. from indicator in scheme.Indicators
           from upper in indicator.From
           where upper.IndicatorId != indicator.Id
           select new Renaming(upper.SchemeId, upper.IndicatorId, indicator.Id),
    ];

    // Indicators that are not renamed here, or not taken over, have the lowest scheme's name for the same id of the lower scheme.
    private static ImmutableSortedDictionary<string, string> NamesOf(
        Scheme upper, List<Renaming> renamed, ImmutableSortedDictionary<string, string> below)
    {
        var names = below.IsEmpty ? Same.ToBuilder() : below.RemoveRange(below.Keys.Where(id => upper.IndexOf(id) < 0)).ToBuilder();
        foreach (var (_, there, here) in renamed)
        {
            names[there] = below.GetValueOrDefault(here, here);
            if (names[there] == there)
            {
                names.Remove(there);
            }
        }

        return names.Count == 0 ? Same : names.ToImmutable();
    }

    // An indicator's id in an upper scheme, and in the scheme that takes it over.
    private sealed record Renaming(string SchemeId, string There, string Here);
}
