using System.Collections.Concurrent;

namespace IndicatorRules.Scripting;

/// <summary>A dictionary of weakly referenced values. Safe on any thread.</summary>
internal sealed class WeakValues<T>
    where T : class
{
    private readonly ConcurrentDictionary<string, WeakReference<T>> _values = new(StringComparer.Ordinal);

    internal T? Find(string key) => _values.TryGetValue(key, out var weak) && weak.TryGetTarget(out var value) ? value : null;

    /// <summary>Sets a value, and removes the keys of collected ones.</summary>
    internal void Set(string key, T value)
    {
        foreach (var entry in _values)
        {
            if (!entry.Value.TryGetTarget(out _))
            {
                _values.TryRemove(entry);
            }
        }

        _values[key] = new WeakReference<T>(value);
    }
}
