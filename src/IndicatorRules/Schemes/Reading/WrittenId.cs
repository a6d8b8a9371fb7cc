using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Reading;

/// <summary>An id and its location. Immutable.</summary>
internal sealed record WrittenId(string Id, Location At)
{
    /// <summary>Reports every duplicate id at its last location.</summary>
    internal static void Unique(IEnumerable<WrittenId> ids, LocalizedText kind, DiagnosticBag bag)
    {
        foreach (var group in ids.GroupBy(i => i.Id).Where(g => g.Count() > 1))
        {
            Twice(group.First().At, group.Last().At, kind, group.Key, bag);
        }
    }

    /// <summary>Reports a duplicate id at its last location, with the first one.</summary>
    internal static void Twice(Location first, Location last, LocalizedText kind, string id, DiagnosticBag bag)
    {
        var beside = first.Beside(last);
        var other = first == last
            ? LocalizedText.Empty
            : new LocalizedText($"（另一处在{beside.Zh}）", $" (first on {beside.En})");
        bag.Add(DiagnosticCatalog.DuplicateId, last, kind, id, other);
    }
}
