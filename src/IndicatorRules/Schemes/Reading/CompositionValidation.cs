using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Validates what an entry says of upper schemes before these are resolved.</summary>
internal static class CompositionValidation
{
    internal static void Run(IndicatorEntry entry, DiagnosticBag bag)
    {
        if (entry.Override is { } replaced)
        {
            Override(entry, replaced, bag);
        }

        if (entry.Also is { } also && (entry.From.IsEmpty || entry.Own.Rule is not null || entry.Override?.Rule is not null))
        {
            bag.Add(DiagnosticCatalog.AlsoMisplaced, also.At(0) with { File = entry.Location.File }, entry.Id);
        }

        if (entry.Own.Rule is { } rule && entry.Override?.Rule is not null)
        {
            bag.Add(DiagnosticCatalog.AlsoMisplaced, entry.Own.At["rule"], entry.Id);
        }

        Unique(entry, bag);
    }

    /// <summary>Validates that a reason is not empty.</summary>
    internal static void Reason(LocalizedText because, string of, Location location, DiagnosticBag bag)
    {
        if (string.IsNullOrWhiteSpace(because.Zh) && string.IsNullOrWhiteSpace(because.En))
        {
            bag.Add(DiagnosticCatalog.ReasonMissing, location, of);
        }
    }

    private static void Override(IndicatorEntry entry, IndicatorFields replaced, DiagnosticBag bag)
    {
        var at = replaced.At.TryGetValue("because", out var because) ? because : entry.Location;
        Reason(replaced.Because ?? LocalizedText.Empty, entry.Id, at, bag);
        if (entry.From.IsEmpty)
        {
            bag.Add(DiagnosticCatalog.OverrideWithoutFrom, at, entry.Id);
        }

        if (replaced.At.Count == 1)
        {
            bag.Add(DiagnosticCatalog.OverrideChangesNothing, at, entry.Id);
        }
    }

    private static void Unique(IndicatorEntry entry, DiagnosticBag bag)
    {
        foreach (var twice in entry.From.GroupBy(f => f.SchemeId).Where(g => g.Count() > 1))
        {
            WrittenId.Twice(entry.Location, entry.Location, new($"上级体系 {entry.Id}", $"upper scheme of {entry.Id}"), twice.Key, bag);
        }
    }
}
