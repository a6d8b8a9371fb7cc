using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Schemes.Naming;

/// <summary>Things by their names in any spelling. Not thread-safe while names are added.</summary>
internal sealed class NameTable<T>
    where T : class
{
    private readonly Dictionary<string, ImmutableArray<T>> _all = new(StringComparer.Ordinal);

    internal IEnumerable<string> Names => _all.Keys;

    internal void Add(T thing, LocalizedText name)
    {
        Add(thing, name.Zh);
        Add(thing, name.En);
    }

    internal void Add(T thing, string name)
    {
        if (FoldedName.Of(name) is { Length: > 0 } folded)
        {
            var there = _all.GetValueOrDefault(folded, []);
            _all[folded] = there.Contains(thing) ? there : there.Add(thing);
        }
    }

    /// <summary>All things with a folded name; empty if there is none.</summary>
    internal ImmutableArray<T> Find(string folded) => _all.GetValueOrDefault(folded, []);
}
