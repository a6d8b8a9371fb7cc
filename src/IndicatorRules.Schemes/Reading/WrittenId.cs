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
            bag.Add(DiagnosticCatalog.DuplicateId, group.Last().At, kind, group.Key);
        }
    }
}
