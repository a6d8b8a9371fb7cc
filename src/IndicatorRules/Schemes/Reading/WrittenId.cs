using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Reading;

/// <summary>An id, and where it is written. Immutable.</summary>
internal sealed record WrittenId(string Id, Location At)
{
    /// <summary>Tells of each id that is written more than once, where it was written last.</summary>
    internal static void Unique(IEnumerable<WrittenId> ids, LocalizedText kind, DiagnosticBag bag)
    {
        foreach (var group in ids.GroupBy(i => i.Id).Where(g => g.Count() > 1))
        {
            Twice(group.First().At, group.Last().At, kind, group.Key, bag);
        }
    }

    /// <summary>Tells of an id that is written twice, at the later place and with the earlier one.</summary>
    internal static void Twice(Location first, Location last, LocalizedText kind, string id, DiagnosticBag bag)
    {
        var beside = first.Beside(last);
        var other = first == last ? new LocalizedText("", "") : new LocalizedText($"（另一处在{beside.Zh}）", $" (first on {beside.En})");
        bag.Add(DiagnosticCatalog.DuplicateId, last, kind, id, other);
    }
}
